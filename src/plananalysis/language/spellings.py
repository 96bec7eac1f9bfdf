"""Characters that are written for each other in office Chinese."""

from types import MappingProxyType

SPELLINGS = MappingProxyType(
    {"作": "做", "与": "和", "及": "和", "地": "的", "帐": "账", "象": "像", "它": "他"}
)
"""What is written, and what it is taken for when two wordings are compared: 作表率 and 做表率 are one slogan."""

WRITTEN_WORKS = "专原名巨译编论遗"
"""What stands before 著 where that is a written work, not the particle 着 that Taiwan writes in the same way."""

"""Offices that persons hold."""

HEADS = tuple("长 主任 书记 主席".split())
"""How the title of the head of a body ends: 局长, 主任, 书记."""

SPEAKERS = (*HEADS, "总理")
"""Who speaks in the name of a body."""

HEADS_OF_GOVERNMENT = tuple("省长 市长 区长 县长 州长 旗长 盟长 主席 乡长 镇长".split())
"""Who reports on the work of a government, by the level of the place."""

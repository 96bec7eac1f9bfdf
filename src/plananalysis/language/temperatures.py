"""How widely a slogan is used at a time, in the six degrees of the China Media Project."""

from typing import NamedTuple


class Temperature(NamedTuple):
    """A degree: its name, in Chinese, and the share of the documents of a year from which on it is reached."""

    name: str
    zh: str
    share: float


TEMPERATURES = (
    Temperature("blazing", "沸", 0.9),
    Temperature("scorching", "烫", 0.6),
    Temperature("hot", "热", 0.3),
    Temperature("warm", "暖", 0.15),
    Temperature("tepid", "温", 0.05),
    Temperature("cold", "冷", 0.0),
)
"""The names are those of the China Media Project (Qian Gang, monthly reports on the People's Daily since 2016), who
counts articles of a year: 沸 from .0518 of all articles on, 烫 from .0129. A plan names dozens of slogans and an article a few,
so the cut points for plans are our own: nearly all, most, a third, every seventh, every twentieth."""

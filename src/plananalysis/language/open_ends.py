"""Words that call for more: a wording that stops behind one of them was cut off there."""

from plananalysis.language.rules import Rule, any_of

PARTICLES = "的以和及与把将为在对"
"""Particles and prepositions that stand before what they belong to."""

JOINING = "和及与"
"""Conjunctions that join what follows to what came before."""

TOPIC_WORDS = ("关于", "重要", "有关", "相关")
"""Attributes that announce a noun."""

STUDY_VERBS = ("深入", "深化", "认真", "全面", "坚决", "学习", "宣传", "贯彻", "落实")
"""Verbs, and their adverbs, whose object are somebody's words."""

OCCASIONS = ("关于", "对", "在", "视察", "考察")
"""What leads from somebody to the occasion or the topic of his words."""

OFFICES = ("总书记", "主席", "总理")
"""Titles of office behind a name."""

_SOMEBODY = rf"{any_of(STUDY_VERBS)}*[^\0]{{2,3}}{any_of(OFFICES)}"

OPEN_ENDS = (
    Rule(
        "particle",
        rf"[{PARTICLES}]",
        "a particle or preposition stands before what it belongs to",
        "查看渠岸的",
        "查看渠岸",
    ),
    Rule(
        "announced noun",
        any_of(TOPIC_WORDS),
        "such an attribute announces a noun",
        "渠务的重要",
        "渠务的主张",
    ),
    Rule(
        "somebody",
        rf"{_SOMEBODY}(?:{any_of(OCCASIONS)}[^\0]{{1,8}}?(?:的|重要|的重要))?",
        "somebody whose words are to be followed calls for these words; the verb goes with him",
        "学习贯彻赵子玉总书记",
        "学习渠务章程",
    ),
)
"""What may stand, once or several times in a row, at the end of a wording that was cut off."""

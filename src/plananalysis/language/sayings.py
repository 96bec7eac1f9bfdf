"""Frames that make a saying of what stands in them: 以…为…, 把…放在…."""

from plananalysis.language.rules import Rule, any_of

PLACED = tuple("放在 摆在 作为 挺在 纳入 融入 贯穿 关进 落到 扛在".split())
"""Where something is put, behind 把."""

SAYINGS = (
    Rule(
        "by as",
        r"^以[^、]{2,14}为(?!了)[^、的]{2,5}$",
        "takes one thing for another",
        "以渠岸为课堂",
        "以便为渠岸排水清淤和疏浚",
    ),
    Rule(
        "put into",
        rf"^把[^、]{{2,14}}{any_of(PLACED)}[^、]{{1,8}}$",
        "puts one thing before or into another",
        "把渠岸放在心上",
        "把渠岸清理干净",
    ),
    Rule(
        "above all",
        r"^[^、以]{2,4}为[先本要王上魂民根基]$",
        "says what counts most",
        "水渠为先",
        "修渠为准",
    ),
    Rule("twice so", r"^又[^、又]{1,2}又[^、又]{1,2}", "both at once", "又深又宽修渠", "又一条水渠"),
    Rule("let", r"^让[^、的]{4,12}$", "says what shall come about", "让渠水流进万家", "让路"),
)

HALF_SAYING = (
    Rule(
        "as alone",
        r"^[^以、]*[^以、成作认变行称因化]为[^、]{2,3}$",
        "the second half of 以…为… was cut off from the first",
        "渠岸为课堂",
        "以渠岸为课堂",
    ),
)

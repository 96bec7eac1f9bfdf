"""Find what stands for a name or number left open: XX局, X月X日, ××, ``**``."""

import re

# A single X stands for something before any Han character but these (X光, X轴), a single x or × only before a word
# that a name or a number goes with.
_HEAD = (
    "年月日时分秒周届次期号省市县区旗州盟乡镇街村组社院校系部委办厅局处科室站所队厂店行司个名位项条件场家户人元万亿"
    "岁篇份册类级级轮批支所座台套只间米吨里亩倍％%"
)
_UNITS = "单位|公司|集团|同志|书记|主任|局长|处长|老师|学校|医院|支部|党委|党组|党支部|机关|部门|地区|大学|学院|中心|小学|中学|企业|先生|女士"
_REAL_X = "光|射线|线|轴|波|染色体|荧光|衍射|型|档案|战警|证书|坐标|值|架构|平台"
_NEXT = rf"(?=[ \t\u3000]?(?:[{_HEAD}]|{_UNITS}))"
_ALONE = r"(?<![A-Za-z0-9+＋\-/=&.×*_#])"

_RUN = r"(?:(?:19|20)(?:[XＸx×]{1,2}|\*\*)|[XＸ]{1,4}|x{1,4}|×{1,4}|\*{2,4}|＊{1,4})"
_DATE = rf"(?:{_RUN}[ \t]?年[ \t]?)?{_RUN}[ \t]?月[ \t]?{_RUN}[ \t]?日|{_RUN}[ \t]?年[ \t]?{_RUN}[ \t]?月"

_PLACEHOLDER = re.compile(
    "|".join(
        (
            rf"(?<![A-Za-z0-9×*＊])(?:{_DATE})",
            r"(?<![A-Za-z0-9])(?:19|20)(?:[XＸ×]{1,2}|xx|\*\*)(?![A-Za-z0-9])",
            r"(?<![A-Za-z0-9+＋])[XＸ]{2,}(?:\.[XＸ]+)?(?![A-Za-z0-9+＋])",
            r"(?<![A-Za-z0-9+＋])x{2,}(?:\.x+)?(?![A-Za-z0-9+＋])",
            r"×{2,}(?:\.×+)?",
            r"＊{2,}",
            rf"(?<![*])\*{{2,}}(?![*]){_NEXT}",
            rf"{_ALONE}[XＸ](?:\.[XＸ])?(?:{_NEXT}|(?=[\u4e00-\u9fd5])(?!{_REAL_X}))|(?<=第)[XＸx](?![A-Za-z0-9])",
            rf"{_ALONE}x(?:\.x)?{_NEXT}",
            rf"(?<![A-Za-z0-9 ])×{_NEXT}",
        )
    )
)
_BOLD = re.compile(
    rf"(?<![*\u4e00-\u9fd5])(\*\*)(?![*\s])(?!(?:[{_HEAD}](?:\*|[\u4e00-\u9fd5]\*)|{_UNITS}))[^*\n]{{2,}}(?<!\s)(\*\*)(?!\*)"
)


_SIGN = re.compile("[XxＸ×*＊]")
"""A placeholder begins with one of these, or with 19 or 20 and then one."""


def find_placeholders(text: str) -> list[tuple[int, int]]:
    """Return the spans of the placeholders, in order; the marks of bold type in Markdown are none."""
    bold = {m.start(mark) for m in _BOLD.finditer(text) for mark in (1, 2)} if "**" in text else set()
    found: list[tuple[int, int]] = []
    end = 0
    # Only where a sign stands: the whole pattern at every character of a text takes longer than cutting it.
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < end:
            continue
        century = start - 2 >= end and text[start - 2 : start] in ("19", "20")
        match = (_PLACEHOLDER.match(text, start - 2) if century else None) or _PLACEHOLDER.match(text, start)
        if match:
            end = match.end()
            if match.start() not in bold:
                found.append(match.span())
    return found

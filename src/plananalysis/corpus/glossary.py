"""Find the annex that explains a report's terms (名词解释)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plananalysis.corpus.lines import line_starts

_TITLE = re.compile(
    r"(?:附件?\s*[\d一二三四五六七八九十]{0,2}\s*[:：.、]?\s*|[一二三四五六七八九十]{1,2}、\s*)?"
    r"[\w《》“”（）()年、\s]{0,30}?"
    r"(?:名词|术语|用语|词语|词汇|名词术语|专有名词|专业名词|专业术语|缩略语|关键词)(?:和|及|与|、)?(?:名词|术语|用语)?"
    r"(?:解释|注释|释义|说明|解读|解析|注解|简释|浅释)(?:和?说明)?\s*[:：]?"
)
_WORDING = re.compile("[释注说解]|lossary|LOSSARY")
_ALONE = re.compile(r"(?:注\s*释|注\s*解|尾\s*注|附\s*注|Glossary|GLOSSARY)\s*[:：]?")
_NEXT_ANNEX = re.compile(
    r"(?:附\s*件|附\s*录|附\s*表)\s*(?:[\d一二三四五六七八九十]{1,2}(?:\s|[:：]|$)|[:：]?\s*$)"
)
_ENTRY = re.compile(
    r"(?:[\[［【（(]?\s*[\d０-９]{1,3}\s*[\]］】)）]?\s*[.．、:：]?|[①-⑳㉑-㊿]|[*※·•])?\s*\S[^。；\n]{0,45}?(?:[:：]|是指|指的?是|，指|——|即)"
)
_NUMBERED = re.compile(r"(?:[\[［【（(]?\s*[\d０-９]{1,3}\s*[\]］】)）.．、]|[①-⑳㉑-㊿])")


_EXPLAINS = re.compile(r"(?:主要)?(?:是?指|即|系指|特指|泛指|意为)")
_LONGEST_TERM = 40
_MOST_TITLES = 20


def is_glossary_title(text: str) -> bool:
    """Say whether a stripped line has the wording of a glossary's title.

    Examples
    --------
    >>> is_glossary_title("名词解释"), is_glossary_title("对名词的解释如下")
    (True, False)
    """
    return len(text) <= 45 and bool(_TITLE.fullmatch(text) or _ALONE.fullmatch(text))


def _terms_above(texts: Sequence[str]) -> int:
    """Count terms that stand on a line of their own above their explanation, by number or by 指."""
    return sum(
        len(term) <= _LONGEST_TERM
        and not term.endswith(("。", "；", "："))
        and bool(_EXPLAINS.match(below) or (_NUMBERED.match(term) and not _NUMBERED.match(below)))
        and below.endswith(("。", "）", "；"))
        for term, below in pairwise(texts)
    )


def find_glossary(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and last line of the entries of the glossary annex, or None.

    A glossary stands below a line such as 名词解释 after the first fifth of the text, below which most lines explain
    a term; the line itself is a heading of the text. It goes on to the next annex or to the end.

    Examples
    --------
    >>> find_glossary(["报告", "一、工作。", "名词解释", "1.双减：减轻负担。", "2.三通：通水通电通路。"])
    (3, 4)
    """
    filled = [i for i, line in enumerate(lines) if line and not line.isspace()]
    starts = line_starts(lines)
    tried = 0
    for position, i in enumerate(filled):
        if len(lines[i]) > 60 or not _WORDING.search(lines[i]) or not is_glossary_title(lines[i].strip()):
            continue
        if starts[i] * 5 < starts[-1]:
            continue
        tried += 1
        if tried > _MOST_TITLES:
            return None
        below = []
        for j in filled[position + 1 :]:
            if _NEXT_ANNEX.match(lines[j].strip()) and len(lines[j]) < 60:
                break
            below.append(j)
        texts = [lines[j].strip() for j in below]
        entries = sum(bool(_ENTRY.match(text)) for text in texts)
        numbered = sum(bool(_NUMBERED.match(text)) for text in texts)
        above = _terms_above(texts)
        entries = max(entries, above)
        needed = 2 if _ALONE.fullmatch(lines[i].strip()) else 1
        if entries < needed or max(2 * entries, 2 * numbered, 3 * above) < len(texts):
            continue
        return below[0], below[-1]
    return None

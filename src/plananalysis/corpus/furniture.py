"""Recognise what a web page or a printed page puts around a text: buttons, dates of posting, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plananalysis.corpus.lines import is_title_like

_CONTROL = re.compile(
    r"(?:我要)?(?:打印|关闭|下载|收藏|保存|复制|分享|转发|推荐|纠错|朗读|播放|刷新|评论)"
    r"(?:本页|此页|本文|本稿|正文|文章|页面|窗口|全文|文字版|图片版|[pP][dD][fF]版?|OFD版?|附件|文档|打印|链接|到|至|给好友)?"
    r"|返回(?:顶部|首页|列表|上一页|上级|主页)?|字号|文字大小|字体(?:大小|显示)?|(?:我要|网站)(?:纠错|分享|评论|支持多语种)"
    r"|无障碍(?:浏览|阅读)?|听全文|手机版|简体版?|繁体版?|语音播报|阅读模式|(?:进入)?(?:长者|关怀|老年)(?:模式|版)"
)
_WEAK_CONTROL = re.compile(
    r"特大|超大|默认|正常|标准|大|中|小|A[-+]|T[-+]|新浪微博|腾讯微博|微博|微信好友|微信|QQ空间|QQ好友|QQ|qq|朋友圈"
    r"|人人网|手机|更多|English|EN|视力保护色|背景色"
)
_REST = re.compile(r"[\s\[\]【】〖〗［］（）()|｜/\\·:：,，、+\-—>＞«»‹›<＜\u200b\ufeff○●■□★☆]*")
_STRONG_FIELD = (
    r"浏览(?:次数|量|数)?|点击(?:次数|数|率|量)?|阅读(?:次数|量|数)?|访问(?:次数|量|数)?|责任编辑|责编|网络编辑|网站编辑"
    r"|信息来源|稿件来源|文章来源|内容来源|发布时间|发布日期|发表时间|更新时间|更新日期|录入时间|上传时间|发布人|发布者|发布单位"
    r"|发布机构|信息录入|录入(?:人|员|者)|索\s*引\s*号|主题分类|信息分类|公开(?:类别|方式|形式|范围|时限|属性|目录|日期)"
    r"|生成日期|信息索取号|组配分类|体裁分类|有\s*效\s*性|字体大小|字体|字号|视力保护色|分享(?:到|至)?|保护视力色"
)
_WEAK_FIELD = r"来\s*源|时\s*间|日\s*期|作\s*者|编\s*辑|审\s*核|审\s*签|校\s*对|供\s*稿|撰\s*稿|摄\s*影|(?:本[报网]|[\w]{2,6})?记者|通讯员|值班编委"
_BOX_FIELD = (
    r"成文日期|发文日期|发文机关|发文机构|发文单位|制发机关|发文字号|发文文号|文\s*号|文件编号|标\s*题|名\s*称|信息名称|主\s*题\s*词|关\s*键\s*词"
    r"|内容概述|有效期|生效日期|废止日期|语\s*种|服务对象|分\s*类"
)
_FIELD = re.compile(
    rf"(?:(?P<strong>{_STRONG_FIELD})|(?P<weak>{_WEAK_FIELD})|(?P<box>{_BOX_FIELD}))(?:\s*[:：]|\s+[|｜丨](?=\s))"
)
_WHEN = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$")
_PATTERNS = re.compile(
    r"(?:您|你)?(?:现在|当前|目前)?的?(?:所在)?(?:当前)?的?位置\s*(?:[:：]|是|>|首页).{0,80}"
    r"|(?:网站|门户)?(?:首页|主页)\s*(?:[>＞»›/\-]+|[|｜]).{1,80}"
    r"|(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇)\s*(?:$|[:：\]】>》]).{0,80}"
    r"|[【\[]?(?:相关|推荐|延伸|热门|最新)(?:链接|阅读|文章|新闻|信息|推荐|稿件|解读|文档|附件|专题|报道)[】\]]?\s*[:：]?(?:\s.{0,60})?"
    r"|(?:相关|推荐|热门|延伸)(?:文章|阅读|链接|新闻)(?:推荐)?\s*[:：].{0,60}"
    r"|[-—–=*·\s]{0,16}(?:THE\s+)?END[-—–=*·\s]{0,16}"
    r"|[【\[(（]?(?:附件下载|阅读原文|查看原文|点击查看原文|返回顶部|回到顶部|网站地图|联系我们|关于我们|隐私声明|网站声明|使用帮助)[】\])）]?.{0,10}"
    r"|.{0,6}扫一扫.{0,4}(?:在|用)?(?:手机|微信)?.{0,6}(?:打开|分享|查看|浏览|阅读|访问).{0,14}|.{0,3}(?:用|使用)?手机(?:端)?(?:浏览|查看|扫描).{0,12}|手机扫一扫.{0,14}"
    r"|.{0,60}(?:ICP备|ICP证|公网安备|网站标识码).{0,60}"
    r"|(?:主办|承办)(?:单位)?\s*[:：].{1,40}(?:承办|技术支持|协办|维护).{0,60}|技术支持(?:单位)?\s*[:：].{1,50}"
    r"|建议使用.{0,20}(?:浏览器|分辨率).{0,40}|版权所有\s*[:：©].{1,50}|(?:Copyright|©).{0,80}"
    r"|分享到?\s*[:：]?(?:\s*(?:微信|微博|新浪微博|QQ空间|QQ|朋友圈|更多))+"
    r"|您是第?\s*\d+\s*位?(?:访客|访问者|浏览者|读者)|本(?:页|文|站)面?(?:访问|浏览|阅读|点击)(?:量|数|次数)\s*[:：]?\s*\d*\s*次?"
    r"|扫码(?:查看|浏览|访问|打开)?(?:手机|移动)(?:版|端)|(?:政策)?解读(?:链接|稿件)\s*[:：].{0,60}"
    r"|(?:共有?|已有)\s*\d+\s*(?:人|次)(?:浏览|阅读|访问|点击|评论)|(?:浏览|阅读|访问|点击)(?:量|数|次数)?\s*\d+\s*次?",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[-—–－―─·•~～]+\s*[0-9０-９]{1,4}\s*[-—–－―─·•~～]+"
    r"|第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页(?:\s*[,，/／(（]?\s*[共总]计?\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页\s*[)）]?)?"
    r"|[共总]计?\s*\d{1,4}\s*页\s*[,，/／]?\s*(?:当前)?第\s*\d{1,4}\s*页"
    r"|(?:Page|PAGE|page|P\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4}\s*页"
)
_PUBLISHER = re.compile(
    r"[网报社台站局厅委部办会院校处科馆所刊宣媒端号]$|办公室$|中心$|政府$|公司$|杂志$|发布$|在线$|微信$|平台$|集团$|本站|原创|转载|[A-Za-z]"
)
_MEANS = re.compile(
    "资金|拨款|经费|财政|收入|预算|补助|贷款|自筹|捐|债|投资|税|公开招|选调|招聘|数据|统计|调查|人员|水源|用地"
)
_NAMES = re.compile(r"[^要应可的各须等。；]{0,24}")
_MARKUP = re.compile(r"(?:<!--|-->|<U\+[0-9A-F]{4}>|&(?:nbsp|ensp|emsp|#\d+);|</?[a-zA-Z][^<>]{0,80}>|\s)+")
_NUMBER = re.compile(r"[0-9０-９]{1,3}|[0-9]{1,3}\s*[/／]\s*[0-9]{1,3}")
_LEADERS = re.compile(r".{2,60}?(?:[.…·．]{4,}|\s{4,}|\t)\s*[-—]?\s*\d{1,3}\s*[-—]?")


def _only_controls(text: str) -> tuple[bool, bool]:
    """Say whether a line holds nothing but page controls, and whether any is unmistakable."""
    rest = _CONTROL.sub("", text)
    strong = len(rest) < len(text)
    rest = _WEAK_CONTROL.sub("", rest)
    return bool(_REST.fullmatch(rest)) and len(rest) < len(text), strong


def _fields(text: str) -> tuple[int, int, int, list[tuple[str, str]]]:
    """Return how many strong, weak and box fields (name: value) make up a line, and the pairs; zeros if none do."""
    body = text.strip(" \u3000[]【】（）()|｜\xa0")
    moment = _WHEN.match(body)
    opening = body[moment.end() :].lstrip(" \u3000|｜\xa0") if moment else body
    found = list(_FIELD.finditer(opening))
    if not found or found[0].start() > 0:
        return 0, 0, 0, []
    ends = [match.start() for match in found[1:]] + [len(opening)]
    pairs = []
    for match, end in zip(found, ends, strict=True):
        value = opening[match.end() : end].strip(" \u3000|｜[]【】（）()\xa0")
        if len(value) > 40 or "。" in value or "；" in value:
            return 0, 0, 0, []
        pairs.append((re.sub(r"\s", "", match.group().rstrip(":： |｜丨")), value))
    count = Counter(match.lastgroup for match in found)
    return count["strong"], count["weak"] + bool(moment), count["box"], pairs


def _trusted(pairs: list[tuple[str, str]], *, at_head: bool) -> bool:
    """Say whether fields that also occur in a plan (时间：, 作者：, 来源：) hold what a page puts there."""
    for name, value in pairs:
        if name in {"时间", "日期"} and not _WHEN.match(value):
            return False
        # Below the text 时间：2024年3月5日 is the time of a meeting; a page prints 2024-03-05 or the minute.
        if name in {"时间", "日期"} and not at_head and "年" in value and not _CLOCK.search(value):
            return False
        if name == "来源" and _MEANS.search(value) and not _PUBLISHER.search(value):
            return False
        if name not in {"来源", "时间", "日期"} and not _NAMES.fullmatch(value):
            return False
        if name == "来源" and (len(value) > 30 or any(mark in value for mark in "，、；")):
            return False
    return bool(pairs)


def _page_numbers(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return lines that are page numbers; bare numbers only where they count on through the document."""
    found = set()
    bare: list[tuple[int, int]] = []
    of_all: set[int] = set()
    for i in filled:
        if len(lines[i]) > 40:
            continue
        text = lines[i].strip(" \t\u3000\xa0\f\u200b\ufeff\r")
        if _PAGE.fullmatch(text):
            found.add(i)
        elif _NUMBER.fullmatch(text):
            page, _, pages = text.replace("／", "/").partition("/")
            bare.append((i, int(page)))
            if pages and 0 < int(page) <= int(pages):
                of_all.add(i)
    if found:
        found |= of_all  # 2/3 beside other page numbers
    counting = [i for (i, value), (j, following) in pairwise(bare) if following == value + 1 and j - i > 2]
    if len(counting) >= 2 and len(counting) >= len(bare) - 2:
        found.update(i for i, _ in bare)
    return found


def _running_heads(lines: Sequence[str], filled: Sequence[int], pages: set[int]) -> set[int]:
    """Return page headers and footers: a short line that comes again and again beside a page number or page break."""
    beside: dict[str, list[int]] = {}
    title = next((lines[i].strip() for i in filled if is_title_like(lines[i])), "")
    for position, i in enumerate(filled):
        text = lines[i].strip()
        if len(text) > 40 or not text or text[-1] in "。：:！!；，" or i in pages:
            continue
        near = (*filled[max(0, position - 1) : position], *filled[position + 1 : position + 2])
        broken = lines[i].startswith("\f") or (i + 1 < len(lines) and lines[i + 1].startswith("\f"))
        if broken or text == title or any(j in pages for j in near):
            beside.setdefault(text, []).append(i)
    found: set[int] = set()
    for text, places in beside.items():
        if text == title:
            found.update(places[1:] if len(places) >= 3 else ())
        elif len(places) >= 2 + (not pages):
            found.update(places)
    return found


def _leads_to_page(text: str) -> bool:
    """Say whether a stripped line ends in leaders and a page number."""
    return (text[-1:].isdecimal() or text[-1:] in "-—") and bool(_LEADERS.fullmatch(text))


def _contents_entries(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return entries of a table of contents that lead to a page number, and the line 目录 above them."""
    entries = [i for i in filled if len(lines[i]) <= 160 and _leads_to_page(lines[i].strip())]
    if len(entries) < 3:
        return set()
    found = set(entries)
    for i in filled:
        if re.fullmatch(r"目\s*[录次]", lines[i].strip()) and entries[0] > i:
            found.add(i)
    return found if len(found) > len(entries) else set()


def find_furniture(lines: Sequence[str], filled: Sequence[int], head_end: int, tail_start: int) -> set[int]:
    """Return the lines that belong to the page and not to the document.

    Parameters
    ----------
    lines, filled
        The lines of a text and the positions of those that are not blank.
    head_end
        First line of running text: fields such as 来源： count as furniture above it.
    tail_start
        Line after the last running text; they count again from there.

    Examples
    --------
    >>> lines = ["工作要点", "来源：办公室 浏览次数：12", "【字号：大 中 小】 打印", "一、学习", "时间：4月", "- 3 -"]
    >>> sorted(find_furniture(lines, range(6), 3, 6))
    [1, 2, 5]
    """
    found = _page_numbers(lines, filled)
    found |= _running_heads(lines, filled, found)
    found |= _contents_entries(lines, filled)
    doubtful: list[int] = []
    for position, i in enumerate(filled):
        if i in found or len(lines[i]) > 200:
            continue
        text = lines[i].strip(" \t\u3000\xa0\f\u200b\ufeff\r")
        outside = i < head_end or i >= tail_start
        if text[:1] in "<&-" and _MARKUP.fullmatch(text):
            found.add(i)
            continue
        if "：" in text or ":" in text or " | " in text or " ｜ " in text or " 丨 " in text:
            strong, weak, box, pairs = _fields(text)
            if strong or (weak and strong + weak + box >= 2 and outside):
                found.add(i)
                continue
            if (
                weak
                and outside
                and _trusted(pairs, at_head=i < head_end)
                and (i < head_end or position >= len(filled) - 8)
            ):
                found.add(i)
                continue
            if (weak or box) and outside:
                doubtful.append(i)
        if len(text) <= 80:
            controls, sure = _only_controls(text)
            if controls and sure:
                found.add(i)
                continue
            moment = outside and _WHEN.fullmatch(text)
            if moment and _CLOCK.search(text):
                found.add(i)
                continue
            if controls or _REST.fullmatch(text) or (moment and i < head_end and "年" not in text):
                doubtful.append(i)
        if len(text) <= 140 and "。" not in text and _PATTERNS.fullmatch(text):
            found.add(i)
    return _spread(found, doubtful, filled)


def _spread(found: set[int], doubtful: list[int], filled: Sequence[int]) -> set[int]:
    """Add doubtful lines that stand beside furniture: the box of fields above a text, the icons after 分享到."""
    place = {i: position for position, i in enumerate(filled)}
    waiting = set(doubtful) - found
    grown = True
    while waiting and grown:
        beside = {
            i
            for i in waiting
            if any(
                0 <= place[i] + step < len(filled) and filled[place[i] + step] in found for step in (-1, 1)
            )
        }
        found, waiting, grown = found | beside, waiting - beside, bool(beside)
    return found

"""Does a text look back or ahead: the words of headings, titles and sentences that say so.

``{year}`` and ``{last}`` stand for the document's year and the one before it.
"""

AHEAD_HEADINGS = (
    "今后|未来(?:[一三五几]年|一个时期)|下一?步|下阶段|目标任务|主要任务|重点任务|工作任务|预期目标|发展目标|主要目标|工作目标|总体目标|总体要求|总体思路|工作思路|"
    "工作安排|工作打算|工作计划|工作部署|工作重点|重点工作|工作要点|工作举措|主要举措|重点举措|保障措施|民生实事|惠民实事|今年|指导思想|展望"
)
"""Headings of what is to be done."""

BACK_HEADINGS = (
    "回顾|过去[一五两三]?年|[一五]年来|去年|上一?年度?(?:工作|的|主要)|工作总结|工作(?:开展)?情况|工作(?:成效|成绩|进展)|主要(?:成效|成绩|做法|成就)|"
    "取得的?(?:主要)?(?:成效|成绩|成就|进展)|^发展(?:基础|现状|环境|形势|成就)|面临(?:的)?(?:形势|挑战|问题)|"
    "(?:存在|面临|主要)的?(?:主要|突出)?(?:问题|不足|困难|短板)|编制背景|规划背景|现状(?:与|和)|指标解释"
)
"""Headings of what was done, and of how things stand."""

REVIEW_BY_NAME = ("回顾", "总结")
"""A heading that looks both ways and has one of these does not tell."""

RESULTS = "取得.{0,6}(?:成效|成绩|进展|成果|成就)"
URGED = "推动|力争|确保|努力|争取|促进|实现|上取得|见"
"""取得成效 is a result, 推动取得成效 a task."""

AHEAD_BELOW_BACK = "今后|下一?步|下阶段|打算|安排|计划|目标|20\\d\\d"
"""What a heading inside a review must say to look ahead after all: its 重点工作 are those of the review."""

TURN_AHEAD = (
    "(?:今年|{year}年|下一步)[^，。；\n]{{0,14}}(?:总体要求|总体思路|主要目标|预期目标|目标任务|重点任务|工作安排|重点(?:抓好|做好|工作))"
    "|做好(?:今年|{year}年)[^，。；\n]{{0,14}}工作|今年[，,]?(?:我们)?(?:要|将)?(?:重点|着重|主要)?(?:抓好|做好)[^。；\n]{{0,10}}(?:工作|任务)"
)
"""Sentences after which a report without telling headings speaks of the year to come."""

TURN_BACK = "(?:^|\n)[^\n。]{{0,12}}?(?:过去(?:的)?一年|一年来|{last}年)[，,](?:我们|在|面对|全|市|县|区|省|局|各)|回顾(?:过去|{last}年)"
"""The same for the year gone by."""

PAST_STARTS = r"\W*(?:一年来|过去(?:的)?[一五]年|去年|上年|截至|截止|目前|{last}年[，,](?!.{{0,4}}[要将])|五年来|近年来|[一前][一二三]季度)"
"""How a sentence about the past begins."""

REVIEW_STARTS = r"\W*(?:回顾)?(?:过去(?:的)?(?:[一三五]年|这一年)|一年来|五年来|五年间|去年|上年|{last}年)[，,](?!.{{0,4}}[要将])"
"""How a sentence begins after which the paragraph goes on about the past: 过去一年，各项工作都有进展。产值增长9%。

A comma has to follow: 去年产值增长9% is one remark, and the next sentence may say what to do."""

PAST = (
    "同比|累计|已(?:经)?[^，。；]{0,4}(?:完成|建成|达|实现|形成|开工|投产|整改|办结|培育|培训|开展|建立|成立|有)|达到了|完成了|取得了|"
    "获评|荣获|获批|入选|圆满|先后|共(?:有|计|开展|举办|组织|完成|发放)|超额|居全[国省市]|创[^，。；]{0,6}新高|创历史"
)
"""Words of results already reached."""

MODAL = (
    "要(?!求|素|点|闻|害|件|务|塞|地|道)|[将拟](?!军|士|领|近)|确保|力争|争取|计划(?=[^，。；]{0,6}\\d)|不少于|不低于|不得|不超过|至少|"
    "[年月]底[之以]?前|年内|季度[末]?前|每[月季年周半]|牵头|责任(?:单位|部门)|预期目标|主要目标|目标是|"
    "^(?:\\W|\\d+[.．、])*(?:坚决|大力|着力|加快|加强|推进|推动|深化|扎实|全面|进一步|继续|积极|持续)"
)
"""Words of what is still to be done."""

MUST = "(?:今年|明年|下一?步|接下来|{year}年)[^。；]{{0,20}}?(?:要|将|力争|确保|争取|计划|拟)"
"""What makes a sentence inside a review a promise."""

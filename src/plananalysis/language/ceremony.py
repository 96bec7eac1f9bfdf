"""Sentences of a report that say nothing of a field of work: thanks, praise, appeals, calls of the roll."""

from plananalysis.language.rules import Rule

CEREMONY = (
    Rule(
        "thanks",
        r"(?:表示|致以).{0,12}(?:感谢|谢意|敬意|问候|慰问)",
        "whoever is thanked is named, not what is done for him",
        "向驻守堤岸的官兵和侨胞表示衷心感谢！",
        "向守堤的官兵发放慰问品。",
    ),
    Rule(
        "owed to",
        r"(?:根本|关键|最重要的)(?:就?是|在于).{0,30}(?:掌舵|领航|坚强领导|科学指引|指引)|(?:领导|关[心怀]|支持|奋斗|努力|拼搏|奉献|实干).{0,14}的结果",
        "says whom success is owed to",
        "这些成绩，是县委坚强领导的结果，是群众团结奋斗的结果。",
        "公布渠水检测的结果。",
    ),
    Rule(
        "acclaim",
        r"(?:成绩|成就|成果)(?:的取得)?.{0,6}(?:来之不易|令人鼓舞|鼓舞人心|催人奋进)|充分(?:显示|证明|彰显|展现)了?.{0,40}(?:优越性|英明|正确|伟大|力量|自觉)",
        "praises what was achieved as a whole",
        "成绩来之不易，充分显示了制度的优越性。",
        "成果转化取得进展。",
    ),
    Rule(
        "honour",
        r"总书记.{0,40}(?:亲临|视察|考察|贺信|重要讲话|重要指示).{0,80}(?:指明|擘画|把脉|领航|嘱托|鼓舞|激励|根本遵循|强大动力|殷殷)",
        "tells of an honour that the place received",
        "总书记亲临渠首考察，为我们指明了方向。",
        "学习总书记关于治水的重要讲话精神，疏浚渠道三条。",
    ),
    Rule(
        "milestone",
        r"^(?:今年|明年|\d{4}年|这一年|过去的?一年).{0,4}是[^。]{2,110}(?:之年|周年|的一年)[^。]{0,40}。?$",
        "says what a year marks",
        "今年是渠务改革的攻坚之年，也是建县六十周年。",
        "今年是丰水年，渠道通水三百天。",
    ),
    Rule(
        "appeal",
        r"^(?:各位.{2}[！!])?让我们(?!的).{6,}|紧密(?:地)?团结在.{4,30}周围",
        "calls on everybody to go on",
        "让我们携起手来，修好万里长渠！",
        "让我们的渠水更清。",
    ),
    Rule(
        "roll call",
        r"(?:[^，。；、：\s]{1,14}、){5,}[^，。；、\s]{1,24}?等(?:各项|各类|各方面)?(?:工作|事业)(?:[^，。；]{0,16}(?:进展|成[效就绩]|进步|推进|加强|发展|气象|突破|提升|步伐|实效)|[，。；]|$)",
        "names many offices in one breath, to say that none was forgotten",
        "档案、气象、地震、侨务、慈善、科协、红十字等工作取得新进展。",
        "疏浚、衬砌、绿化等工作取得新进展。",
    ),
)
"""What is found in a sentence that speaks of no field of work, whatever fields it names."""

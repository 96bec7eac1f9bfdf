"""Set phrases that the whole genre writes, whoever the units are: guidance, loyalty, discipline, procedure, thanks.

A corpus of five plans cannot show what everybody writes; these say it in any corpus. Terms of the slogan register do so besides.
"""

GUIDANCE = (
    "新时代中国特色社会主义思想为指导",
    "武装头脑、指导实践、推动工作",
    "重要讲话精神",
    "重要讲话和重要指示精神",
    "重要讲话重要指示精神",
    "重要讲话和指示批示精神",
    "重要讲话重要指示批示精神",
    "重要指示精神",
    "重要指示批示精神",
    "习近平总书记",
    "高举中国特色社会主义伟大旗帜",
)
"""Whose thought guides, and whose words are followed."""

LOYALTY = (
    "以习近平同志为核心的党中央",
    "党中央决策部署",
    "党中央重大决策部署",
    "党中央、国务院决策部署",
    "党中央集中统一领导",
    "中央经济工作会议精神",
    "坚强领导下",
    "正确领导下",
    "团结带领",
    "党委团结带领",
    "省委团结带领",
    "市委团结带领",
    "各族干部群众",
    "里程碑意义",
    "谱写中国式现代化",
    "为强国建设、民族复兴",
    "作出新的更大贡献",
)
"""Whose decisions are carried out, and under whose lead."""

DISCIPLINE = (
    "中央八项规定精神",
    "中央八项规定及其实施细则精神",
    "中央八项规定及其实施细则",
    "监督执纪四种形态",
    "监督执纪“四种形态”",
    "全面从严治党主体责任",
    "形式主义、官僚主义",
    "政治纪律和政治规矩",
)
"""What is kept and what is fought."""

PROCEDURE = (
    "代表人民政府",
    "向大会报告工作",
    "向大会报告政府工作",
    "向大会作政府工作报告",
    "请予审议",
    "提出意见",
    "表示衷心的感谢",
    "表示衷心感谢",
    "表示崇高的敬意",
    "致以崇高敬意",
    "致以诚挚的问候",
    "各民主党派、工商联",
    "港澳台同胞",
    "海外侨胞",
)
"""How a report is opened, and who is thanked in which words."""

SET_PHRASES = (*GUIDANCE, *LOYALTY, *DISCIPLINE, *PROCEDURE)

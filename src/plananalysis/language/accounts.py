"""How a look-back says that what was planned is done, and which of its sentences report nothing of the year.

A promise is called done by nothing but such words. What counts whatever was promised has the kind ``finished``; the
other kinds count where the promise asks for the same: 取消收费 is done where it was to be cancelled, and says nothing of a
promise to reform it.
"""

from plananalysis.language.rules import Rule

_EVERYWHERE = "全面(?:实施|实行|推开|推行|施行|落实|建立|覆盖|开放)|(?<!健)全覆盖|推出|开通|设立|成立"
_ENDED = "取消|废止|停征|免征|废除|撤销"
_WRITTEN = "出台|颁布|印发|发布|公布|制定|制订"

COMPLETED = (
    Rule(
        "completed",
        r"(?<!未)(?<!没有)(?:全面|全部|基本|如期|圆满|顺利|胜利|提前|超额|已|均|都|率先)*完成(?!率|度|情况|时限|时间)(?:了)?"
        r"(?![^，。；]{0,6}(?:投资|产值|营收|收入|销售|交易额|贷款)[^，。；]{0,8}\d|投资|产值)",
        "what was begun is at its end; a sum spent is none",
        "全面完成渠道清淤任务",
        "渠道工程完成投资3亿元",
        kind="finished",
    ),
    Rule(
        "built",
        r"建成(?!后|区|度)|竣工|完工|投产(?!达)|投入(?:使用|运营|运行|商业运营)|投[用运](?!行)|启用|通车(?!总?里程)|贯通|并网(?:发电)?|落成|合龙|通过(?:竣工)?(?:验收|评审)",
        "a work stands and is used",
        "渡口大桥建成通车",
        "渡口大桥建设加快",
        kind="finished",
    ),
    Rule(
        "reached",
        r"(?:全面|提前[^，。；]{0,6}|如期|率先|基本|全部|已|均)?实现(?!路径|形式|途径|方式)(?:了)?"
        r"(?!(?:了)?(?:[^，。；]{0,12}(?:突破|跨越|飞跃|转折|回升|好转|增长|发展|进展|提升|提高|改善)|营[业收]|产值|收入|销售|税收|利润|交易|外贸|进出口|总产))",
        "what was aimed at is there; that something rose or broke through is said of everything",
        "全面实现村村通水目标",
        "渠务工作实现新突破",
        kind="finished",
    ),
    Rule(
        "settled",
        r"(?:全部|全面|基本|已)(?:还清|偿还|清偿|兑现|清零|化解|整改到位|办结|到位|达标|消除)|清零|兑现",
        "nothing of it is left",
        "拖欠的渠务工资全部还清",
        "渠务工资按月发放",
        kind="finished",
    ),
    Rule(
        "issued",
        rf"(?<!修订完善)(?:{_WRITTEN}|审议通过|批准)(?!中)",
        "a document that was to be written is out",
        "出台渠务管理办法",
        "渠务管理办法正在研究",
        kind="issued",
    ),
    Rule(
        "ended",
        f"{_ENDED}|暂停",
        "what was to end has ended",
        "取消水车牌照税",
        "降低水车牌照税",
        kind="ended",
    ),
    Rule(
        "opened",
        rf"放开(?!手脚)|(?:正式)?(?:{_EVERYWHERE})|挂牌|全面(?:取消|启动)|"
        r"[^，。；]{2,16}全面(?:实施|推开|铺开|建立)",
        "what was to hold everywhere, or to begin to exist, does",
        "全面实施河长制",
        "河长制试点推进",
        kind="opened",
    ),
    Rule(
        "begun",
        r"启动|开工|开建|动工|开始(?:实施|建设|施行)|正式实施|开展(?:了)?[^，。；]{0,24}试点|试点[^，。；]{0,4}(?:启动|开展)",
        "what was to begin has begun",
        "启动渡口改造工程",
        "渡口改造工程论证",
        kind="begun",
    ),
    Rule(
        "in force",
        r"(?<!全面)(?<!开始)(?<!正式)(?:实施|实行|施行|建立(?:了|起)?)(?!意见|方案|办法|细则)",
        "a rule that was to hold holds",
        "实行取水许可制度",
        "取水许可制度论证",
        kind="in force",
    ),
)
"""Words that say that something promised is done."""

ASKED = (
    Rule("to issue", f"{_WRITTEN}|编制|修订", "a document is to be written", "制定渠务办法", "落实渠务办法", kind="issued"),
    Rule("to end", _ENDED, "something is to end", "取消水车税", "降低水车税", kind="ended"),
    Rule(
        "to open",
        f"放开|{_EVERYWHERE}|认真落实|抓好[^，。；]{{0,20}}落实",
        "something is to hold everywhere, or to exist",
        "全面推行河长制",
        "研究河长制",
        kind="opened",
    ),
    Rule("to begin", "启动|开工|动工|(?:开展|进行|组织|先行|选择[^，。；]{0,12})[^，。；]{0,12}(?:试点|试验)", "something is to begin", "启动渡口改造", "推进渡口改造", kind="begun"),
    Rule(
        "to hold",
        "(?:对|在)[^，。；]{2,24}实行|^[^，。；]{0,4}(?:实行|施行|建立)|(?:，)(?:实行|施行|建立)",
        "a rule is to be in force",
        "实行取水许可制度",
        "完善取水许可制度",
        kind="in force",
    ),
)  # fmt: skip
"""What a promise asks for, by the kinds of the words that say it is done."""

UNDONE = (
    Rule(
        "denied",
        r"(?:未(?!来)|没有|尚(?!未来)|不(?!断|仅|但|少|懈|折不扣|失时机|止|负|误|只|等|同|再|含|变)|仍需|有待|还需|难以)[^，。；]{0,8}$",
        "the words behind it are denied",
        "减排目标没有",
        "减排目标已经",
    ),
    Rule(
        "intended",
        r"(?:(?<![需主重摘纲])要(?!求|素|点)|(?<!即)将(?!军)|力争|争取|确保|计划(?!生育)|[拟](?!定)|有望|即将|正在|加快|逐步|逐渐|分步|分期|着力|努力|围绕|为了?(?=[^，。；]{0,10}(?:奠定|创造))|抓紧|研究|才能|只有|必须|应当?)[^，。；]{0,14}$",
        "the words behind it are still wanted",
        "确保大桥年内",
        "大桥年内",
    ),
    Rule(
        "of the work, not of its end",
        r"(?:推进|推动|加强|支持|促进|保障|组织|参与|做好|抓好)[^，。；]{0,3}$",
        "the verb before it takes it as an object that goes on",
        "推进",
        "顺利",
    ),
)
"""What stands before such words in their clause and takes them back."""

PARTLY = (
    Rule(
        "a share of it",
        r"\d+(?:\.\d+)?[%％]的|部分(?!完成)|大部|多数",
        "it holds for some of what was promised",
        "渠务制度在三成即30%的村实施",
        "渠务制度在村里实施",
    ),
    Rule(
        "some places",
        r"(?:已有)?\d+个(?:省|市|县|区|州|盟|旗|镇|乡|村|城市|地区|部门|单位|行业)",
        "it holds in so many places",
        "已有17个县完成清淤",
        "建成渡口17个",
    ),
    Rule("a trial", "试点|试行|先行", "it is tried out", "开展渠长制试点", "实行渠长制"),
)
"""What in a clause says that only part of it is done: that is a mention, unless the promise asked for no more."""

SILENT_OPENINGS = (
    Rule(
        "problems",
        "(?:清醒|深刻|充分|深)[^，。；]{0,4}(?:看到|认识到|地看|认识)|(?:也|还|仍)(?:存在|面临)[^。；]{0,24}(?:问题|困难|挑战|不足|短板|差距)|(?:存在|面临)的?(?:主要)?(?:问题|困难|不足|挑战)(?:是|：)",
        "what follows in the paragraph says what is wrong",
        "我们清醒地看到，渠务还有不足",
        "我们看到渠水常清",
        kind="problem",
    ),
    Rule(
        "lessons",
        "(?:主要|深刻|几点|重要)?(?:体会|经验|启示)(?:是|：)|有以下[^，。；]{0,6}体会|^\\W*必须(?:始终)?坚持",
        "what follows says what was learnt",
        "我们的体会是：",
        "体会渠工甘苦",
        kind="lesson",
    ),
    Rule(
        "thanks",
        "(?:表示|致以)[^，。；]{0,8}(?:感谢|敬意|谢意)|(?:成绩|成就)[^。；]{0,24}(?:是|离不开|得益于|来之不易)[^。；]{0,30}(?:领导|掌舵|结果|支持|奋斗)",
        "to whom it is owed",
        "向守堤人表示衷心感谢",
        "向守堤人发放补贴",
        kind="thanks",
    ),
)
"""Sentences of a look-back that report no work."""

SAYS_UNDONE = r"(?:没有|未能?|尚未)(?:按期|如期|全部|全面)?(?:完成|实现|达到|达标|建成)"
"""A look-back that itself says so: still a mention, and one that a reader wants to see."""

PERIOD = (
    r"[一二三四五六七八九十两]五[”\"]?(?:时期|期间|以来|规划|前[一二三四]年|末)|(?:过去|这|近|前|上)(?:的)?[三四五两几]年|[三四五两几]年(?:来|间|中|多来)|"
    r"(?:20|19)\d\d年(?:以来|至|到|—|-)|党的十[五六七八九]大以来|改革开放以来|本届政府"
)
"""Words by which what follows is of several years and no account of the last one: 五年来."""

SEVERAL_YEARS = (
    PERIOD
    + r"|年均|[三四五两几]年(?:累计|新增|全国|全[省市区县]|共)|累计|从(?:20|19)\d\d年|比(?:20|19)\d\d年|比五年前|比前[三四五]年"
)
"""The same, and words by which the sentence that holds them is."""

OWN_YEAR = r"(?<!比)去年|过去(?:的)?一年|一年来|(?<!比)上年(?=，)|全年|(?<!从)(?<!比)(?P<year>(?:20|19)\d\d)年(?!以来|至|到|—|-|年|\w{0,6}增加到)"
"""Words by which what follows is of one year again."""

OF_MONEY = frozenset(
    "中央 财政 中央财政 地方财政 各级 安排 拟 拟安排 资金 专项资金 国债 国债资金 专项 经费 投入 支出 补助 补助资金 补贴 用于 预算 总额 总规模 规模 投资 亿元 万元 元 比上年 上年 去年 今年 "
    "增加 增长 达到 达 共 新增 提高 继续 国家 全国 全年 年 人均 每年 平均 分别 其中 左右 以上".split()
)
"""Words that any sentence on money spent has; they say nothing of what it was spent on."""

PURPOSE = r"^(?:以(?!上|下|及|来|内|外|旧|奖|工|点|城|县|案|赛)|从而|使|让|为此)"
"""How a clause begins that says what a measure is for; what it does stands before it."""

SHARE_WORDS = (("占比", "比重"), ("所占比例", "比重"), ("比例", "比重"), ("总量", "量"), ("总数", "数"))
"""What is one thing in the names of what is measured."""

PERIOD_AHEAD = (
    r"今后[一二两三四五几]+年|未来[一二两三四五几]+年|[两三四五]年(?:之)?内|[用以][两三四五]年(?:左右)?(?:的)?时间|年均|[两三四五]年(?:投资)?计划|[一二三四五六]五[”\"]?(?:时期|期间|规划|末)|"
    r"逐步(?:使|将|把)"
)
"""Words of a promise whose amounts are of several years: they are no amounts for the next look-back."""

PAST_OPENING = r"\W*(?:几年来|多年来|这几年|近几年|多年以来)"
"""How a sentence of a plan begins that promises nothing, besides those of :mod:`plananalysis.language.outlooks`."""

ENDABLE = (
    Rule(
        "to make",
        "建成|建设|新建|改建|扩建|修建|修缮|修复|维修|搬迁|兴建|建立|建好|设立|组建|改造|投产|投用|投入使用|投运|通车|贯通|并网|开通|竣工|完工",
        "what is to be made can be finished",
        "加快白石大桥建设",
        "加强渠务管理",
    ),
    Rule(
        "to reach",
        f"完成|实现|解决|落实|清理|化解|兑现|消除|清零|(?<!健)全覆盖|达到|放开|{_ENDED}",
        "what is to be reached can be reached",
        "解决渠水污染",
        "重视渠水质量",
    ),
    Rule(
        "to issue or begin",
        f"{_WRITTEN}|编制|修订|启动|开工|试点|实行|实施|推行|推开",
        "what is to be issued or begun can be",
        "出台渠务办法",
        "发挥渠务作用",
    ),
    Rule(
        "a named undertaking",
        "(?:推进|推动|推行|抓好|做好)[^，；。]{2,}(?:工程|项目|改革|改造|整改|并轨|任务|销号)",
        "an undertaking has an end",
        "推进渠道清淤工程",
        "推进渠务发展",
    ),
)
"""Words of a promise that can be done at all; what is to be strengthened or improved can only be mentioned."""

ADDING = ("新增", "净增", "增加", "新增加", "新建", "新开工", "再建")
"""Verbs by which an amount comes on top of what is there: it cannot be set beside what there is in all."""

OF_TARGETS = r"目标(?:建议)?(?:是|为|如下)?\s*$"
"""How a clause ends that only says that targets follow."""

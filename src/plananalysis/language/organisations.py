"""How the names of organisations end: one list in groups, and sets that are named for what they serve.

A new kind of office is added to its group once. Where two purposes differ, the set says why.
"""

from plananalysis.language.places import PLACE_ENDINGS

PARTY = tuple(
    "工作委员会 委员会 党工委 党委 党组 党总支 党支部 机关工委 工委 政法委 纪委 市委 省委 县委 区委 州委".split()
)
COMMITTEES = tuple("管委会 居委会 村委会 常委会 国资委 发改委 卫健委 住建委 委".split())
GOVERNMENT = tuple(
    "人民政府 政府 国务院 办公厅 办公室 指挥部 人民法院 人民检察院 法院 检察院 人大 政协".split()
)
ASSOCIATIONS = tuple(
    "总工会 工会 团委 妇联 联合会 研究会 协会 学会 商会 红十字会 基金会 残联 文联 工商联 科协 社科联".split()
)
OFFICES = tuple(
    "总局 分局 局 厅 司 部 署 委办 办 总队 支队 大队 研究院 院 研究所 派出所 事务所 所 中心 总站 站 处 科 馆 台 机关".split()
)
SCHOOLS_AND_HOSPITALS = tuple("学院 大学 学校 中学 小学 幼儿园 党校 医院 卫生院".split())
ENTERPRISES = tuple("公司 集团 银行 信用社 厂 矿 农场 林场 报社 出版社 社".split())

UNIT_NAMES = (
    *PLACE_ENDINGS,
    *PARTY,
    *COMMITTEES,
    *GOVERNMENT,
    *ASSOCIATIONS,
    *OFFICES,
    *SCHOOLS_AND_HOSPITALS,
    *ENTERPRISES,
)
"""How the name of the unit that a plan is of ends."""

_SHORT_OFFICES = tuple("局 委 办 部 厅 处 院 中心 政府".split())
_SHORT_PLACES_AND_HOUSES = tuple("省 市 县 区 镇 乡 所 站 公司 集团 大学".split())
_BODIES_BY_NAME = tuple("委员会 工委 党委 党组 办公室 学校 学院 医院 银行".split())

DEPARTMENTS = (*_SHORT_OFFICES, "科", "室", "会")
"""Shortest endings of the names of departments: every office that a sentence charges with a task has one of them."""

ISSUERS = (*DEPARTMENTS, *_SHORT_PLACES_AND_HOUSES, *"校 组 队 中学 小学 街道".split())
"""Shortest endings of whoever signs a plan or stands above its title."""

LEADING_BODIES = (*DEPARTMENTS, "支部", "党组", "街道")
"""Who leads (牵头) without 由 before it; 单位 and 部门 name nobody."""

JOINED_BODIES = (*DEPARTMENTS, "单位", "部门", "党组")
"""Who is named after 会同, where the nouns after 会同 are bodies anyway."""

DOERS = tuple("党委 党组 党支部 党总支 工委 单位 部门 机关 局 厅".split())
"""Ends of names that say who does a thing so many times; 会 and 中心 also end what is done (座谈会)."""

LOCAL_BODIES = tuple("乡镇 街道 县 区 市 州 旗 组织 公司 学校".split())
"""So are places and organisations with a short name."""

GENERAL_WORDS = (
    *_SHORT_OFFICES,
    *_SHORT_PLACES_AND_HOUSES,
    *_BODIES_BY_NAME,
    *"全 我 本 各 旗 州 盟 村 街道 社区 直属 直 级 属 机关 单位 部门 基层 系统 工作委员会 党工委 党总支 党支部 支部 党 人民政府 办公厅 中学 小学 自治区 中共".split(),
)
"""Words of which a name may consist without saying whose it is: 市直机关, 局党委."""

ENDS_OF_PHRASES = (
    *_SHORT_OFFICES,
    *_SHORT_PLACES_AND_HOUSES,
    *_BODIES_BY_NAME,
    *"科 室 省委 市委 县委 区委 党组织 人大 政协 会议 全会 大会 法院 检察院 纪委 书记".split(),
    *"代表 委员 国务院 党中央 人大常委会 常委会 领导小组 协会 工会 全国 全省 全市 全区 全县 全厅 我省 我市".split(),
)
"""How a phrase ends that names a body, a meeting or a group of people and is no slogan."""

WORDS_GO_ON = r"[长域场民值级员托门分面势理置于法公事好学有士校庄矫正际直型属各办组容部联盟会队账]|域|力|建设|服务(?!中心)|质量|技术"
"""What makes the ending of a name the first half of another word: 市 in 市场, 台 in 台账, 区 in 区域."""

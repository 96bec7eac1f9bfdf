"""How plans vary the name of an indicator, and what a target without a number says instead."""

from plananalysis.language.rules import Rule

REWRITES = (
    (
        "全[国省市区县州盟旗镇乡]|我[国省市区县州]|本[省市区县州]|全社会|中央提出|提出|实现|其中|今年|全年|本年度|年度|同口径|继续|总体|建议|有关|各级|今后[一二三四五六七八九十]+年",
        "",
    ),
    ("(?:20\\d\\d年|十[一二三四五六七]五(?:时期|期间|末)?)", ""),
    ("增长预期目标|预期目标|预期增长|增长目标", "增长"),
    ("地区生产总值|国内生产总值|地方生产总值|gdp", "生产总值"),
    ("研究[与和](?:试验|实验)发展|r&d", "研发"),
    ("常住居民|城乡常住居民", "居民"),
    ("研发(?:经费)?(?:投入|支出|经费)*(?:占|相当于)生产总值的?(?:比重|比例)", "研发经费投入强度"),
    ("(?:增长速度|增长率|增速|增幅|涨幅|增长|上涨)$", ""),
    ("(?:降低|下降|下降率|降低率|削减|指标|目标|任务|水平|总量控制)+$", ""),
)
"""What is taken out of a wording, or written in one way, before it is compared with the known names; in order."""

_KEPT = "稳定|平稳|平衡|合理水平|正增长|优良|下降|增长|优秀水平|在合理区间|不变"

RELATIONS = (
    Rule(
        "in step",
        r"(?:实际)?(?:增长速度|增长|增速|增幅|涨幅)?(?:保持)?(?P<relation>(?:与|和|同)[^，；。、]{2,14}?(?:保持)?(?:基本)?(?:同步|一致|相当|持平|衔接))",
        "as something else does",
        "居民收入增长与经济增长基本同步",
        "产值与税收增长5%",
        kind="exact",
    ),
    Rule(
        "above",
        r"(?:实际)?(?:增长速度|增长|增速|增幅)?(?:保持|继续|要|应|力争|确保|努力)?(?P<relation>(?:高于|快于|超过|不低于|好于|优于)[^，；。\d]{2,24}|在[^，；。\d]{2,10}(?:水平)?以上)",
        "more than something else",
        "农民收入增速高于城镇居民",
        "收入高于5%",
        kind="at_least",
    ),
    Rule(
        "below",
        r"(?:保持|控制)?(?P<relation>(?:低于|不高于|不超过)[^，；。\d]{2,16}|在[^，；。\d]{2,10}(?:水平)?以[内下])",
        "less than something else",
        "失业率低于全国平均水平",
        "失业率低于5%",
        kind="at_most",
    ),
    Rule(
        "as assigned",
        r"(?:等(?:约束性)?(?:指标|任务|目标)?)?(?:均|都|全面|确保|力争)?(?P<relation>(?:完成|达到|实现|符合)[^，；。]{0,18}(?:目标任务|目标|任务|要求|指标|标准)|(?:如期|全面|全部|圆满)完成$)",
        "as a superior has set it",
        "单位能耗完成国家下达任务",
        "完成工程",
    ),
    Rule(
        "kept",
        rf"(?:要|应|力争|确保|努力)?(?P<relation>(?:继续|稳定|总体|基本)?保持(?:基本|总体)?(?:{_KEPT})|(?:基本|总体)(?:平衡|稳定)|稳[中量]提质|保稳提质|提质提效|"
        r"(?:进一步|持续|继续|有所|得到|不断)(?:下降|改善|降低|提高|提升|优化)|(?:下降|改善|降低|提高|提升|优化)$|稳定增长|合理回升|稳步(?:增长|提高|提升|改善|回升|扩大|下降)|温和回升)",
        "in which direction, without a figure",
        "进出口保持正增长",
        "保持定力",
    ),
)
"""What a target says that has no number, behind what is measured."""

ASSIGNED = r"完成[^，；。]{0,14}?(?:下达|确定|规定|要求)?的?(?P<what>[^，；。]{2,30}?)(?:等)?(?:约束性)?(?:目标任务|目标|任务|指标)$"
"""The same with the verb first: 完成国家下达的节能减排任务."""

HORIZON = r"到(?P<by>20\d\d)年|十(?P<period>[一二三四五六七])五(?:”)?(?:时期|期间|末|(?:发展的?)?主要|发展目标)|(?P<now>今年|全年|本年度|当年)|(?P<of>20\d\d)年(?!以来|的)"
"""Words that say which year the targets behind them are for: 到2030年, 十五五时期, 今年."""
FIRST_PLAN_PERIOD = 2010
"""The year in which the eleventh plan ended (十一五); each of the others ends five years after the one before."""
YEARLY_IN_PERIOD = "年均|累计"
"""What is so each year, or in the sum, of a period is no target of one year."""

"""Places: provinces with the rank they are named with, and how the names of smaller places end."""

from types import MappingProxyType

from plananalysis.language.rules import Rule

PROVINCES = MappingProxyType({
    "北京": "市", "天津": "市", "上海": "市", "重庆": "市", "河北": "省", "山西": "省", "辽宁": "省", "吉林": "省", "黑龙江": "省",
    "江苏": "省", "浙江": "省", "安徽": "省", "福建": "省", "江西": "省", "山东": "省", "河南": "省", "湖北": "省", "湖南": "省",
    "广东": "省", "海南": "省", "四川": "省", "贵州": "省", "云南": "省", "陕西": "省", "甘肃": "省", "青海": "省", "台湾": "省",
    "内蒙古": "自治区", "广西": "壮族自治区", "西藏": "自治区", "宁夏": "回族自治区", "新疆": "维吾尔自治区",
    "香港": "特别行政区", "澳门": "特别行政区",
})  # fmt: skip
"""Short name of each province and what completes it: 广西 + 壮族自治区."""

LEVELS = "省市区县旗州盟乡镇"
"""Last character of the name of a place that has a government."""

AUTONOMOUS = ("自治区", "自治州", "自治县")

ZONES = tuple("开发区 高新区 示范区 管理区 矿区 林区 新区 园区 景区".split())
"""Areas with an administration of their own."""

NEIGHBOURHOODS = tuple("街道办事处 街道 社区 村".split())
"""Below the lowest government."""

PLACE_ENDINGS = (*AUTONOMOUS, "自治旗", "特别行政区", *ZONES, *NEIGHBOURHOODS, *LEVELS)
"""How the name of a place ends."""

ABBREVIATIONS = "京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台滇黔陇秦疆"
"""What provinces are called by one character; 新 is left out, which nearly always says new."""

DIRECTIONS = "东西南北中"

REGIONS = tuple(
    "长三角 珠三角 长江三角洲 珠江三角洲 大湾区 大湾 粤港澳大湾区 雄安 雄安新区 雄安站 成渝 长株潭 长株 京津冀 东北三省 东北 华北 华东 华南 华中 西北 西南 "
    "中原 关中 江淮 江汉 岭南 齐鲁 燕赵 三晋 三秦 八闽 八桂 荆楚 湖湘 潇湘 巴蜀 巴渝 天府 吴越 之江 琼州 琼岛 陇原 河西 塞上 松辽 辽沈 龙江 胶东 徽州 "
    "河套 柴达木 塔里木 准噶尔 呼包鄂 全疆 南疆 北疆 东疆 三江源 大别山区 沂蒙 太行 北部湾 环渤海 长江口 珠江口 杭州湾 海峡西岸 首都功能核心区 中关村 "
    "横琴 前海 河套地区 虹桥 临港 张江 陆家嘴 两江新区 天府新区 西咸 西咸新区 贵安 贵安新区 江北新区 滨海新区 湘江新区 洋浦 博鳌 亦庄 "
    "东南亚 东北亚 中东 中东欧 欧美 拉美 亚太 中亚五国 港澳台 港澳 台海 闽台 内地".split()
)
"""Regions and zones that are named without a rank: 齐鲁, 成渝, 中关村."""

WATERS_AND_MOUNTAINS = tuple(
    "长江 黄河 淮河 海河 珠江 辽河 松花江 嫩江 黑龙江 图们江 鸭绿江 汉江 汉水 湘江 赣江 沅江 资水 澧水 闽江 钱塘江 瓯江 岷江 嘉陵江 沱江 涪江 大渡河 金沙江 雅砻江 "
    "乌江 澜沧江 怒江 独龙江 雅江 雅鲁藏布江 西江 东江 北江 韩江 柳江 漓江 红水河 左右江 汾河 渭河 泾河 洛河 伊河 沁河 滦河 永定河 潮白河 大运河 京杭大运河 洮河 湟水 黑河 疏勒河 "
    "塔里木河 伊犁河 额尔齐斯河 拉萨河 沂河 沭河 小清河 新安江 甬江 秦淮河 "
    "太湖 巢湖 鄱阳湖 洞庭湖 洪泽湖 微山湖 南四湖 东平湖 白洋淀 青海湖 滇池 洱海 抚仙湖 查干湖 呼伦湖 岱海 乌梁素海 西湖 千岛湖 丹江口水库 三峡 三峡库区 "
    "泰山 华山 衡山 恒山 嵩山 黄山 庐山 峨眉山 武夷山 五台山 长白山 大兴安岭 小兴安岭 兴安岭 燕山 阴山 贺兰山 六盘山 秦岭 祁连山 天山 昆仑山 阿尔泰山 喜马拉雅 大巴山 巫山 "
    "武陵山 罗霄山 大别山 井冈山 沂蒙山 太行山 吕梁山 横断山 梵净山 五指山 九寨沟 张家界 喀纳斯 可可西里 "
    "渤海 黄海 东海 南海 台湾海峡 琼州海峡 青藏高原 黄土高原 云贵高原 内蒙古高原 三江平原 松嫩平原 华北平原 关中平原 成都平原 河西走廊 "
    "毛乌素 腾格里 巴丹吉林 科尔沁 浑善达克 塔克拉玛干 古尔班通古特".split()
)
"""The great rivers, lakes, mountains, seas and deserts."""

FEATURES = tuple(
    "山脉 山 河 江 湖 海峡 海 湾 群岛 半岛 岛 峡 岭 峰 平原 盆地 高原 流域 沙漠 走廊 草原 三角洲".split()
)
"""How the names of rivers, mountains and landscapes end."""

PLACE_WORDS = (
    Rule(
        "two provinces",
        f"^[{ABBREVIATIONS}]{{2,4}}$",
        "provinces are named together by one character each",
        "川渝",
        "渝见",
    ),
    Rule(
        "part of a province",
        f"^[{ABBREVIATIONS}][{DIRECTIONS}]{{1,2}}部?$",
        "a part of a province is its character with a direction",
        "皖北",
        "皖产",
    ),
)
"""What a word is made of that names a place, whatever the gazetteer holds."""

PLACE_FEATURES = (
    Rule(
        "landscape",
        f"^[\\u4e00-\\u9fd5]{{2,}}(?:{'|'.join(FEATURES)})$",
        "a longer word ends like a river or mountain; a name where the dictionary has it as a place",
        "白石岭",
        "大江",
    ),
)
"""What looks like the name of a landscape, and is one where jieba's dictionary calls it a place."""

RANKS = (*AUTONOMOUS, "自治旗", "地区", *ZONES, "经开区", "街道", *LEVELS)
"""What makes the place before it part of a longer name: 兰州 + 新区."""

DIVISION_RANKS = (
    Rule(
        "rank",
        "(?:特别行政区|地区|[省市盟区县旗])$",
        "the rank ends the name of a province, city or county",
        "白石市",
        "白石市场",
    ),
    Rule(
        "autonomous",
        "(?:(?:壮族|回族|维吾尔)?自治区|[一-龥]{0,12}自治[州县旗])$",
        "the name of an autonomous division goes on with its peoples before the rank",
        "白石回族自治县",
        "白石村民自治",
    ),
)
"""What the full name of a division has and its short name lacks."""

GOVERNING_BODIES = (
    Rule(
        "government",
        "(?:人民)?政府(?:办公[厅室])?$",
        "a division speaks through its government",
        "白石市人民政府办公室",
        "白石市政府采购中心",
    ),
    Rule(
        "committee in full",
        "委员会(?:办公[厅室])?$",
        "a division speaks through its party committee",
        "白石市委员会",
        "白石市委员",
    ),
    Rule(
        "committee in short",
        "(?<=[省市州盟县旗区])委(?:办公[厅室])?$",
        "委 behind a rank is the party committee",
        "白石市委",
        "白石市教委",
    ),
)
"""What may follow the name of a division and still means the division."""

PARTY_BEFORE_A_PLACE = (
    Rule(
        "party",
        "^中(?:国)?共(?:产党)?",
        "the party names itself before the place of its committee",
        "中共白石市委",
        "中国白石市",
    ),
)

JOINTS = "、和与及至"
"""What stands between places that are named in one breath."""

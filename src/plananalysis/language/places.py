"""Places: provinces with the rank they are named with, and how the names of smaller places end."""

from types import MappingProxyType

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

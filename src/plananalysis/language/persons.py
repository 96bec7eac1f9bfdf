"""Persons: family names, leaders who are named without a title, and the titles by which others are known."""

from plananalysis.language.offices import HEADS, HEADS_OF_GOVERNMENT, SPEAKERS

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江"
    "尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴"
    "霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬"
    "师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
"""The family names of nearly everybody, one character each."""

LEADERS = tuple("毛泽东 周恩来 刘少奇 朱德 邓小平 陈云 江泽民 胡锦涛 习近平".split())
"""Who is named without a title."""

TITLES_BEFORE = tuple(
    dict.fromkeys(
        (
            *HEADS,
            *SPEAKERS,
            *HEADS_OF_GOVERNMENT,
            *"同志 总书记 院士 教授 烈士 英雄 模范 楷模 先进个人".split(),
        )
    )
)
"""Titles that a person's name follows."""

TITLES_AFTER = tuple(
    dict.fromkeys((*SPEAKERS, *HEADS_OF_GOVERNMENT, *"同志 总书记 院士 教授 先生 女士 烈士".split()))
)
"""Titles that follow a person's name."""

"""What is marked as not the plan, in invented documents with invented sites, and what must stay."""

import pandas as pd
import pytest

from plananalysis.corpus.cleaning import find_excluded
from plananalysis.corpus.glossary import find_glossary
from shared import shared_corpus, shared_path

HEAD = ["安平市教育局2024年工作要点"]
BODY = [
    "一、加强理论学习",
    "坚持每月集中学习一次，由各支部轮流主持，学习情况按季度通报，确保人人参加、人人有收获。",
    "（一）完善制度。修订学习制度，明确学习内容、学习形式和学习纪律，把学习成果转化为推动工作的实际成效。",
    "二、加强队伍建设",
    "选优配强支部书记，组织党务干部培训，建立工会会员服务台账，推动党报党刊订阅工作，规范微信群、公众号管理。",
    "同志们，让我们携起手来，为完成全年任务而努力奋斗！",
    "安平市教育局",
    "2024年3月1日",
]


def excluded(lines: list[str], reason: str = "") -> list[str]:
    """Return the lines that are excluded, whole or in part: for a reason, or for any but the signature."""
    text = "\n".join(lines)
    spans = find_excluded({"a": text})
    spans = spans[spans["reason"] == reason if reason else spans["reason"] != "signature"]
    parts = "\n".join(text[a:b] for a, b in zip(spans["start"], spans["end"], strict=True))
    return [line.strip() for line in parts.split("\n") if line.strip()]


def marked(texts: dict[str, str]) -> pd.DataFrame:
    """Return what is excluded but for signatures."""
    spans = find_excluded(texts)
    return spans[spans["reason"] != "signature"].reset_index(drop=True)


def reasons(lines: list[str]) -> set[str]:
    return set(find_excluded({"a": "\n".join(lines)})["reason"]) - {"signature"}


PLACES = {
    "head": lambda lines: lines + HEAD + BODY,
    "below title": lambda lines: HEAD + lines + BODY,
    "middle": lambda lines: HEAD + BODY[:3] + lines + BODY[3:],
    "tail": lambda lines: HEAD + BODY + lines,
}

ADVERTS = [
    "更多公文范文请关注微信公众号：笔墨春秋",
    "【免费领取】扫码添加客服微信，领取10万篇机关材料",
    "加QQ群 523456789 免费下载全套资料",
    "专业代写各类材料，联系微信：abc12345",
    "限时优惠：年费会员仅需99元，海量范文任意下载",
    "点击下载全文Word版",
    "长按识别二维码关注我们",
    "如果觉得不错，请点赞、在看、转发",
    "淘宝店铺：妙笔公文",
    "VIP会员专享资料",
    "成为会员，畅享百万文档免费下载",
]
DISCLAIMERS = [
    "本站资料均来自网络，如有侵权请联系删除",
    "版权归原作者所有，转载请注明出处",
    "内部资料 请勿外传",
    "资料仅限个人学习使用，严禁用于商业用途",
    "声明：本文由网友上传，版权归作者所有，仅供参考",
    "（未经授权不得转载）",
    "严禁转售、传播，违者追究法律责任",
    "本文系原创作品，请勿抄袭！",
]
FURNITURE = [
    "【字号：大 中 小】【打印】【关闭】",
    "发布时间：2024-03-05 09:12 来源：市教育局办公室 浏览次数：1024",
    "分享到：微信 微博 QQ空间",
    "扫一扫在手机打开当前页",
    "— 3 —",
    "第3页 共10页",
    "责任编辑：李明",
    "当前位置：首页 > 政务公开 > 规划计划",
    "上一篇：安平市2023年工作总结",
    "打印本页",
    "附件下载：工作要点.doc",
    "主办：安平市人民政府办公室 承办：安平市大数据中心",
    "作者：办公室 来源：本站 点击：123次",
    "【我要打印】【我要收藏】【关闭】",
    "<U+00A0>",
    "文字大小：大 中 小",
    "〖打印本稿〗〖关闭窗口〗",
    "您是第 12345 位访客",
    "无障碍阅读 进入关怀版",
    "扫码查看手机版",
]


ALONE = [
    "全屏", "加大", "还原", "减小", "首页 > 要闻", "本报记者 摄", "本报记者 张三 李四 摄", "（记者 王五）", "图/王五",
    "字体：大 中 小", "打印", "关闭", "分享到", "分享到：", "索引号：0001/2024-12", "索引号 0001/2024-12", "主题分类：综合政务",
    "发布机构：安平市人民政府办公室", "微信扫一扫分享", "政务公开 > 规划计划", "今天是2026年3月5日 星期四", "（此件公开发布）",
    "A+ A-", "语音播报", "放大 缩小 默认", "保护视力色：", "设为首页 | 加入收藏", "一审：张三 二审：李四 三审：王五", "手机看",
    "全屏浏览", "夜间模式", "猜你喜欢", "下载Word文档", "点赞 12", "3条评论", "李四 摄", "图为渠首闸夜景", "信息公开选项：主动公开",
    "抄送：市委办公室，市人大常委会办公室，市政协办公室。", "主题词：水利 计划 通知",
]  # fmt: skip
"""Controls and captions of sites, and of newspapers, on lines of their own."""

PLAN_LINES = [
    "加大投入", "图书馆建设", "还原历史风貌", "关闭小煤矿", "收藏保护", "分享发展成果", "首页公示", "记者站管理", "审核：每月一次",
    "主办单位：市教育局", "评论工作", "来源：财政资金", "更多就业岗位", "时间：每周三", "打印社整治", "大中小学一体化",
    "图为先导的设计", "评论3件", "分送温暖", "收藏12件文物", "夜间经济", "关注民生", "摄影展览",
]  # fmt: skip
"""Short lines of plans with the same words."""


@pytest.mark.parametrize("place", ["head", "below title", "tail"])
@pytest.mark.parametrize("line", ALONE)
def test_a_control_or_caption_is_found_on_a_line_of_its_own(line: str, place: str) -> None:
    assert excluded(PLACES_OF_FURNITURE[place]([line])) == [line]


@pytest.mark.parametrize("line", PLAN_LINES)
def test_a_short_line_of_a_plan_is_no_furniture(line: str) -> None:
    assert excluded([*HEAD, *BODY[:3], line, *BODY[3:]]) == []


PLACES_OF_FURNITURE = {
    "head": lambda lines: lines + HEAD + BODY,
    "below title": lambda lines: HEAD + lines + BODY,
    "tail": lambda lines: HEAD + BODY + lines,
}


@pytest.mark.parametrize("colon", ["：", ""])
def test_a_box_of_fields_whose_values_stand_on_lines_of_their_own(colon: str) -> None:
    fields = {
        "索引号": "AP01-2024-0007", "发布机构": "安平市人民政府办公室", "成文日期": "2024-02-18", "文号": "安政办〔2024〕3号",
    }  # fmt: skip
    box = [part for name, value in fields.items() for part in (name + colon, value)]
    assert excluded([*box, *HEAD, *BODY]) == box


def test_links_below_the_end_of_a_page_go_with_it() -> None:
    links = ["责任编辑：张三", "打印 关闭", "相关新闻", "安平市召开春耕会议", "安平市部署防汛", "友情链接"]
    assert excluded([*HEAD, *BODY, *links]) == links


def test_controls_broken_over_lines_with_their_bracket() -> None:
    controls = ["下载", "打印", "全屏", "收藏", "【字号：", "加大", "还原", "减小", "】"]
    assert excluded([*controls, *HEAD, *BODY]) == controls


@pytest.mark.parametrize(
    "signature",
    [
        ["安平市教育局", "2024年3月1日"],
        ["　　　　安 平 市 教 育 局", "　　　　2024 年 3 月 1 日"],
        ["安平市教育局　　二〇二四年三月一日"],
        ["中共安平市委员会", "安平市人民政府", "2024年3月1日"],
        ["安平市教育局（盖章）", "2024年3月"],
        ["安平市教育局"],
        ["2024年3月1日"],
    ],
)
def test_the_signature_takes_no_part_in_counts(signature: list[str]) -> None:
    lines = [*HEAD, *BODY[:6], *signature, "（此件公开发布）"]
    assert excluded(lines, "signature") == [line.strip() for line in signature]
    assert excluded(lines) == ["（此件公开发布）"]


def test_the_signature_of_a_notice_stands_above_the_plan_that_it_passes_on() -> None:
    notice = [
        "关于印发工作要点的通知",
        "各单位：",
        "现印发给你们，请认真执行。",
        "安平市教育局",
        "2024年3月1日",
    ]
    assert excluded([*notice, *HEAD, *BODY[:6]], "signature") == ["安平市教育局", "2024年3月1日"]


def test_who_and_when_in_the_cells_of_a_table_is_no_signature() -> None:
    rows = [cell for month in (3, 6, 9, 12) for cell in ("办好实事", "市教育局", f"2024年{month}月31日")]
    assert excluded(["安平市2024年任务分解表", "任务", "责任单位", "时限", *rows], "signature") == []


LICENCE = [
    "本作品在",
    "某地",
    "，也可能在其他地方，属于",
    "公有领域",
    "。",
    "注：社群另有说明。",
    "Public domain",
    "false",
]


@pytest.mark.parametrize(
    "licence",
    [
        LICENCE,
        ["本页面采用知识共享 署名-相同方式共享 4.0 协议之条款", "附加条款亦可能应用"],
        ["除非另有声明，本站内容采用CC BY-SA 4.0授权。"],
        ["本文本在 Creative Commons 署名 许可下提供。"],
    ],
)
def test_a_licence_that_closes_a_text_is_excluded_and_nothing_else_with_it(licence: list[str]) -> None:
    lines = [*HEAD, *BODY[:6], "", "", *licence]
    assert excluded(lines) == licence
    assert reasons(lines) == {"disclaimer"}


def test_a_sentence_about_rights_and_licences_is_no_licence() -> None:
    lines = [
        "三、版权工作",
        "本市图书馆收集公有领域的地方文献，建成开放数据库，按知识共享的要求对公众开放使用。",
    ]
    assert excluded([*HEAD, *BODY[:5], *lines]) == []


def test_licences_of_the_state_council_reports() -> None:
    folder = shared_path("corpora", "state_council_2003_2012")
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))}
    found = find_excluded(texts)
    spans = found[found["reason"] == "disclaimer"]
    assert sorted(spans["doc_id"]) == sorted(texts)
    rest = found[found["reason"] != "disclaimer"]
    assert [texts[row.doc_id][row.start : row.end].strip() for row in rest.itertuples()] == ["粗体文字"]
    for row in spans.itertuples():
        assert texts[row.doc_id][row.start : row.end].lstrip().startswith("本作品是")
        assert row.end == len(texts[row.doc_id])


def test_an_annex_ends_where_page_furniture_begins() -> None:
    annex = ["名词解释", "1.双减：减轻作业负担和校外培训负担。", "2.三通：通水、通电、通路。"]
    page = ["责任编辑：张三", "打印", "关闭"]
    lines = [*HEAD, *BODY[:6], *annex, *page]
    assert excluded(lines, "glossary") == annex[1:]
    assert excluded(lines, "furniture") == page


def test_a_title_spread_over_the_line_is_kept() -> None:
    field = "来源：安平日报 浏览次数：3"
    assert excluded(["政 府 工 作 报 告", field, *BODY]) == [field]


LAST_LINES = [
    "登录后查看全文",
    "敬请标明来源",
    "文章系网友上传",
    "文档由会员上传",
    "剩余60%未读",
    "展开剩余内容",
    "需先下载",
    "勿二次上传",
    "欢迎来电咨询",
    "文章内容不代表平台立场",
    "阅读后24小时内删除",
    "一键关注",
    "谢绝商用",
    "开通后下载",
]
"""Each is one kind of wording and nothing else; at a document's end that is enough."""


@pytest.mark.parametrize("line", LAST_LINES)
def test_a_short_notice_is_found_at_the_end_whichever_rule_it_is_of(line: str) -> None:
    assert excluded([*HEAD, *BODY, line]) == [line]


@pytest.mark.parametrize(
    "line", ["全年目标", "会员服务", "扫码点餐全覆盖", "来信来访登记", "点赞先进", "一键联动", "原创精品"]
)
def test_a_short_line_of_a_plan_with_such_a_word_is_kept_at_its_end(line: str) -> None:
    assert excluded([*HEAD, *BODY, line]) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", ADVERTS + DISCLAIMERS + FURNITURE)
def test_found_wherever_it_stands(line: str, place: str) -> None:
    assert excluded(PLACES[place]([line])) == [line]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (ADVERTS[0], "advert"),
        (DISCLAIMERS[0], "disclaimer"),
        (FURNITURE[0], "furniture"),
        ("文秘之友 www.example-doc.com", "watermark"),
    ],
)
def test_reason(line: str, reason: str) -> None:
    assert reasons([line, *HEAD, *BODY]) == {reason}


@pytest.mark.parametrize("line", ["来源：安平日报", "编辑：王芳  审核：刘强", "2024-03-05 10:20:00"])
def test_fields_that_plans_use_too_count_outside_the_text_only(line: str) -> None:
    assert excluded(PLACES["below title"]([line])) == [line]
    assert excluded(PLACES["tail"]([line])) == [line]
    assert excluded(PLACES["middle"]([line])) == []


BANNERS = [
    [
        "笔墨之家",
        "专注机关材料十年",
        "全网最全公文素材库",
        "开通年会员立享八折",
        "客服微信：bimo8866",
        "倒卖者永久封号",
    ],
    [
        "禁止转载 违者必究",
        "文山会海",
        "老秘书团队倾力打造",
        "每天更新，随时下载",
        "VIP会员群：",
        "加入会员，畅读全站",
    ],
    ["★★★ 仅供个人学习交流使用 ★★★", "更多材料请访问：www.example-doc.com"],
    ["扫码进群", "免费领资料", "人数已满请加客服"],
    ["公文宝库", "海量范文 一键下载", "网址：www.example-doc.net", "QQ交流群：12345678"],
]
SPEECH = ["在全市教育系统党建工作会议上的讲话", "同志们：", *BODY]


@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner_is_excluded_whole(banner: list[str]) -> None:
    """Also its lines that say nothing of an advert: the seller's name, a claim."""
    assert excluded([*banner, "", "", *SPEECH]) == banner
    assert excluded([*SPEECH, "", *banner, ""]) == banner


def test_blank_lines_within_a_banner_belong_to_it() -> None:
    text = "订阅会员立享优惠\n\n加微信：abc12345\n\n2024年工作要点\n一、学习"
    spans = find_excluded({"a": text})
    assert text[: spans["end"].iloc[-1]] == "订阅会员立享优惠\n\n加微信：abc12345\n"
    assert len(spans) == 1


PLAN_LINES = [
    "（三）加强版权保护，严厉打击侵权盗版，查处侵权案件，保护原创作品，营造尊重知识产权的氛围。",
    "4.规范工作群管理。严禁在微信群、QQ群转发涉密文件，未经批准不得转载内部资料。",
    "加强公众号、微信、抖音等平台建设，扫码关注人数增加20%",
    "做好2024年度党报党刊订阅工作",
    "建设工会会员服务平台，实时更新信息，共享资源",
    "时间：4月下旬",
    "责任单位：办公室",
    "联系人：张三，联系电话：0931-1234567",
    "（联系人：王五，微信号：ap12345，电子邮箱：ap@163.com）",
    "主办单位：市教育局",
    "附件：1.任务清单",
    "审核：各单位要严格审核把关",
    "经费来源：市级财政",
    "免费为群众开展体检",
    "引导消费，发放消费券，优惠政策直达",
    "依托“学习强国”平台，分享学习资料",
    "一、扫码点餐整治行动",
    "下载安装国家反诈中心APP",
    "打印店整治",
    "安平市教育局党组书记 王明",
    "同志们：",
    "谢谢大家！",
    "安教发〔2024〕3号",
    "（2024年3月1日市委常委会通过）",
    "各县区教育局，市直各学校：",
    "注：以上指标为预期性指标",
    "严禁照搬照抄、机械执行",
    "服务热线：12345",
    "登录安平市政府网站www.example.gov.cn查询",
    "3",
]


@pytest.mark.parametrize("line", PLAN_LINES)
def test_plan_lines_stay(line: str) -> None:
    for place in ("below title", "middle"):
        assert excluded(PLACES[place]([line])) == []


def test_titles_addresses_and_signatures_stay() -> None:
    assert excluded(HEAD + BODY) == []
    assert excluded(SPEECH) == []


def test_adverts_between_the_sentences_of_a_paragraph() -> None:
    before, after = BODY[1], BODY[2][6:]
    for advert in (
        "（本文来源：公众号“秘书之家”，更多材料请加QQ：12345678）",
        "更多范文请登录www.example-doc.com下载。",
    ):
        text = "\n".join([*HEAD, BODY[0], before + advert + after, *BODY[3:]])
        spans = marked({"a": text})
        assert [text[a:b] for a, b in zip(spans["start"], spans["end"], strict=True)] == [advert]


def test_repeated_page_headers_and_counting_page_numbers() -> None:
    lines = [*HEAD, *BODY[:2]]
    for page in (1, 2, 3, 4):
        lines += [str(page), "安平市教育局文件汇编", BODY[1], BODY[4]]
    expected = [x for page in "1234" for x in (page, "安平市教育局文件汇编")]
    assert excluded(lines) == expected


def test_a_line_above_the_title_of_three_documents_is_a_watermark() -> None:
    texts = {f"d{n}": "\n".join(["山海文汇", f"安平市202{n}年工作要点", *BODY]) for n in range(3)}
    spans = marked(texts)
    assert list(spans["reason"]) == ["watermark"] * 3
    assert (spans["end"] == 5).all()
    assert marked({"d0": texts["d0"]}).empty


def test_the_entries_of_a_glossary_annex_are_one_span() -> None:
    report = "\n".join([*HEAD, *BODY, "附件1", "名词解释", ""])
    glossary = "1.双减：减轻作业负担和校外培训负担。\n2.三通：通水、通电、通路。\n“一网”：一张网。\n"
    annex = "附件2\n实事清单\n一、修路"
    text = report + glossary + annex
    spans = marked({"a": text})
    assert list(spans["reason"]) == ["glossary"]
    assert text[spans["start"].iloc[0] : spans["end"].iloc[0]] == glossary


def test_a_plan_that_mentions_terms_has_no_glossary() -> None:
    assert find_glossary([*HEAD, *BODY[:4], "名词解释", BODY[4], BODY[1]]) is None


def test_information_box_of_a_government_site() -> None:
    box = ["索引号：AP001-2024-0001", "主题分类：教育", "发文机关：安平市教育局", "成文日期：2024年3月1日"]
    assert excluded([*box, *HEAD, *BODY]) == box


def test_empty() -> None:
    assert find_excluded({}).empty
    assert find_excluded({"a": "", "b": "\n \n"}).empty


def test_seeds_lose_their_banners_and_nothing_else() -> None:
    """The first line of three plans, and the nine filled lines above the title of the fourth."""
    folder = shared_path("corpora", "seeds")
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))}
    spans = find_excluded(texts)
    first = {"000": 1, "001": 1, "002": 1, "003": 9, "004": 0}
    for doc_id, text in texts.items():
        mine = spans[spans["doc_id"] == doc_id]
        kept = list(text)
        for row in mine.itertuples():
            kept[row.start : row.end] = [" "] * (row.end - row.start)
        rest = "\n".join(text.split("\n")[first[doc_id[:3]] :])
        assert "".join("".join(kept).split()) == "".join(rest.split())


def test_provinces_lose_only_glossaries_and_the_line_that_names_the_source() -> None:

    corpus = shared_corpus("corpora", "provinces_2025")
    texts = dict(corpus.texts())
    for row in corpus.excluded.itertuples():
        span = texts[row.doc_id][row.start : row.end].strip()
        if row.reason == "furniture":
            assert span.startswith("来源")
            assert len(span) < 20
        else:
            assert row.reason == "glossary"
    assert (corpus.excluded["reason"] == "glossary").sum() == 4


@pytest.mark.parametrize(
    "line",
    [
        "来源：财政拨款",
        "来源：上级补助资金和自筹",
        "时间：2024年3月5日",
        "运营公众号，粉丝超过十万，点赞转发率提升。",
        "未经授权转载他人作品的，依法查处。",
    ],
)
def test_lines_of_the_plan_that_look_like_furniture_or_adverts_stay(line: str) -> None:
    body = "一、强化保障\n坚持把民生放在首位，全年组织检查不少于十二次，切实把各项任务落到实处。\n"
    assert find_excluded({"a": f"市民政局2024年工作要点\n{body}二、资金安排\n{line}\n"}).empty


@pytest.mark.parametrize("line", ["（此文档为试读版，全文请下载后查看）", "更多范文请关注公众号。"])
def test_a_preview_notice_in_the_middle_is_marked(line: str) -> None:
    body = "一、强化保障\n坚持把民生放在首位，全年组织检查不少于十二次，切实把各项任务落到实处。\n"
    text = f"市民政局2024年工作要点\n{body}{line}\n{body}"
    found = find_excluded({"a": text})
    assert [text[a:b].strip() for a, b in zip(found["start"], found["end"], strict=True)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "———— END ————",
        "相关文章推荐：2023年工作总结",
        "内部资料 注意保存",
        "来源 | 某某之家",
    ],
)
def test_what_an_account_or_a_site_puts_below_a_text(line: str) -> None:
    body = "一、强化保障\n坚持把民生放在首位，全年组织检查不少于十二次，切实把各项任务落到实处。\n"
    text = f"市民政局2024年工作要点\n{body}{line}\n"
    found = find_excluded({"a": text})
    assert [text[a:b].strip() for a, b in zip(found["start"], found["end"], strict=True)] == [line]


def test_a_page_of_pages_beside_other_page_numbers() -> None:
    body = "坚持把民生放在首位，全年组织检查不少于十二次，切实把各项任务落到实处。\n"
    text = f"要点\n{body}第 1 页 共 2 页\n{body}2 / 2\n"
    assert len(find_excluded({"a": text})) == 2
    assert find_excluded({"a": text.replace("第 1 页 共 2 页\n", "")}).empty


def test_a_sentence_about_a_service_is_no_advert() -> None:
    body = "一、救助\n（一）建好热线。开通12345热线和400-123-4567救助电话，二维码扫码评价，免费咨询。\n"
    assert find_excluded({"a": f"市民政局2024年工作要点\n{body}"}).empty


@pytest.mark.parametrize(
    "sentence",
    [
        "本文系作者原创投稿，坚持把支部建在一线，健全责任落实、任务推进的工作机制。",
        "本文由会员上传，为夯实基础，动员各单位争创示范。",
        "各支部至少安排一次，举报倒卖会员资料的行为，仅供学习参考，采取多种形式；",
        "牢牢把握方向，仅供学习中心组互查互评和座谈，健全清单，请勿照搬照抄！",
    ],
)
def test_a_sentence_that_goes_on_to_a_plans_matters_stays(sentence: str) -> None:
    """Text that a program mixed from scraps of plans, and running prose that merely holds such a scrap."""
    before, after = BODY[1], BODY[2][6:]
    for lines in ([before + sentence + after], [before, sentence, after], [sentence + after, before]):
        assert excluded([*HEAD, BODY[0], *lines, *BODY[3:]]) == []
        assert excluded([*lines, before]) == []


OWN_SENTENCES = [
    "欢迎广大职工扫码加入读书群，免费领取图书。",
    "各单位要引导群众关注“安平发布”微信公众号，点赞、转发优质内容。",
    "关注“安平水务”微信公众号，扫码反映问题。",
    "请各支部书记扫码加入工作群，及时接收学习资料。",
    "各参会人员请扫码下载会议资料，材料不得外传。",
    "严禁转发未经审核的文稿，内部资料不得外传，违者追究责任。",
    "扫码关注“安平普法”公众号，参与有奖答题，优惠券先到先得。",
]


@pytest.mark.parametrize("sentence", OWN_SENTENCES)
def test_a_plans_own_sentence_about_accounts_and_codes_stays(sentence: str) -> None:
    before, after = BODY[1], BODY[2][6:]
    places = (
        [before, sentence, after],
        [before, "3." + sentence, after],
        ["（二）抓好宣传。" + sentence, after],
        [before + sentence + after],
        [before + sentence],
    )
    for lines in places:
        assert excluded([*HEAD, BODY[0], *lines, *BODY[3:]]) == []


@pytest.mark.parametrize(
    "slogan", ["让公文写作更简单", "专注机关材料写作十年", "写材料，就上妙笔网", "您身边的笔杆子"]
)
def test_a_sellers_slogan_above_the_title(slogan: str) -> None:
    assert excluded([slogan, *HEAD, *BODY]) == [slogan]
    assert excluded([*HEAD, BODY[0], slogan, *BODY[1:]]) == []


def test_what_a_government_site_puts_above_the_title() -> None:
    page = ["数字安平 服务为民", "首页 > 政务公开 > 规划计划"]
    assert excluded([*page, *HEAD, "来源：市教育局", *BODY]) == [*page, "来源：市教育局"]


@pytest.mark.parametrize(
    "line",
    [
        "中共安平市委文件",
        "安教发〔2024〕3号",
        "全市教育工作会议材料之三",
        "数字安平 服务为民",
        "安平市教育局",
        "内部 机密",
        "公文写作培训班材料",
        "文档管理平台建设专班",
    ],
)
def test_what_stands_above_a_plans_title_stays(line: str) -> None:
    assert excluded([line, *HEAD, *BODY]) == []


def test_a_disclaimer_of_many_clauses() -> None:
    line = "【声明】以下文章由作者上传，仅供写作借鉴，版权归原单位所有，请于阅读后12小时内删除。"
    assert excluded([line, *HEAD, *BODY]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "特别声明：本文仅代表作者个人观点，不代表本平台立场。",
        "本资料为付费内容，禁止任何形式的转载和传播，一经发现将封号处理。",
        "关注“机关文稿”公众号，回复“工作要点”即可获取Word版。",
        "来源：网络整理，侵删。",
        "郑重承诺：本店所有资料均为原创，抄袭必究。",
        "温馨提醒：请勿直接套用，应结合本单位实际修改后使用。",
        "以上就是小编为大家整理的全部内容，希望对大家有所帮助！",
        "本文共3200字，阅读约需8分钟，下载全文仅需9.9元。",
    ],
)
@pytest.mark.parametrize("place", ["head", "below title", "tail"])
def test_whole_sentences_around_a_text(line: str, place: str) -> None:
    assert excluded(PLACES[place]([line])) == [line]


@pytest.mark.parametrize(
    "entries",
    [
        [
            "1.双减",
            "指减轻作业负担和校外培训负担。",
            "2.三通",
            "通水、通电、通路。",
            "3.“一网”",
            "一张网，覆盖全市。",
        ],
        ["双减", "指减轻作业负担和校外培训负担。", "三通", "是指通水、通电、通路。"],
        ["① 双减", "减轻作业负担。", "校外负担也减轻。", "② 三通", "通水、通电、通路。"],
    ],
)
def test_a_glossary_with_terms_above_their_explanations(entries: list[str]) -> None:
    lines = [*HEAD, *BODY, "名词解释", *entries]
    assert find_glossary(lines) == (len(HEAD + BODY) + 1, len(lines) - 1)


@pytest.mark.parametrize("cell", ["人社局", "县人社局", "办公室", "各乡镇"])
def test_the_last_cell_of_a_table_is_no_signature(cell: str) -> None:
    table = ["序号", "工作任务", "责任单位", "1", "抓好高校毕业生就业，新增就业八千人，确保基本稳定。", cell]
    assert excluded(["安平县2025年重点工作分工表", *table], "signature") == []


def test_a_name_with_its_place_that_closes_a_text_is_a_signature() -> None:
    assert excluded([*HEAD, *BODY, "安平县人民政府办公室"], "signature")[-1] == "安平县人民政府办公室"


def test_a_title_broken_over_lines_below_page_furniture_stays() -> None:
    box = ["索引号：AP001-2024-0001", "发布日期：2024-03-05"]
    title = ["关于印发《安平市水利发展", "三年行动计划》的通知"]
    assert excluded([*box, *title, *BODY]) == box

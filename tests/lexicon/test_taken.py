from pathlib import Path

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.lexicon.taken import as_lexicon, as_register, as_stopwords
from plananalysis.lexicon.theme_lexicons import as_theme_lexicon

SHIPPED = set(pa.load_stopwords()["word"])


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "mine.txt").write_text("我市\n# 备注\n全市\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("word,source\n本级,自拟\n", encoding="utf-8")
    (tmp_path / "user.dict").write_text("揭榜挂帅 5 n\n三张清单 3 n\n", encoding="utf-8")
    (tmp_path / "ours.csv").write_text(
        "term,members\n三张清单,问题清单|任务清单|责任清单\n", encoding="utf-8"
    )
    return tmp_path


def test_stopwords_come_as_path_name_table_or_words(lists):
    mine = {"我市", "全市"}
    assert as_stopwords(lists / "mine.txt") == mine
    assert as_stopwords(str(lists / "mine.txt")) == mine
    assert as_stopwords(pa.load_stopwords(lists / "mine.txt")) == mine
    assert as_stopwords(["我市", "全市"]) == as_stopwords({"我市", "全市"}) == mine
    assert as_stopwords(pd.Series(["我市", "全市"])) == as_stopwords(pd.Index(["我市", "全市"])) == mine
    assert as_stopwords(None) == as_stopwords([]) == frozenset()
    assert as_stopwords("shipped") == SHIPPED
    assert as_stopwords("general") | as_stopwords("plan") == SHIPPED
    assert as_stopwords("general") != as_stopwords("plan")


def test_several_lists_are_read_together(lists):
    mine, more = lists / "mine.txt", lists / "more.csv"
    assert as_stopwords([mine, str(more)]) == {"我市", "全市", "本级"}
    assert as_stopwords(["shipped", mine]) == SHIPPED | {"我市", "全市"}
    assert set(pa.load_stopwords("shipped", mine)["word"]) == SHIPPED | {"我市", "全市"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("mine.txt", "no stopword list 'mine.txt'; shipped ones: general, plan"),
        (Path("mine.txt"), "no stopword list 'mine.txt'"),
        ("的", "no stopword list '的'.* or a list of words"),
        (["general", "的"], "general is a list among words"),
        (["的", 3], "a list with 3 was given"),
        (3, "int was given"),
        (True, "bool was given"),
        ({"的": 1}, "dict was given"),
        (pd.DataFrame({"n": [1]}), "lacks the column word"),
    ],
)
def test_what_is_no_set_of_stopwords_is_refused(given, message):
    with pytest.raises(InputError, match=message) as error:
        as_stopwords(given)
    assert "\n" not in str(error.value)


def test_a_lexicon_joins_the_shipped_register_unless_told_not_to(lists):
    register = set(pa.register_lexicon()["term"])
    own = {"揭榜挂帅", "三张清单"}
    for given in (
        lists / "user.dict",
        str(lists / "user.dict"),
        sorted(own),
        pa.load_lexicon(lists / "user.dict"),
    ):
        joined = as_lexicon(given)
        assert set(joined["term"]) == register | own
        assert set(joined["term"][:2]) == own, "the user's terms come first"
        assert set(as_lexicon(given, extend=False)["term"]) == own
    assert as_lexicon(None).equals(pa.register_lexicon())
    assert as_lexicon("shipped").equals(pa.register_lexicon())
    assert as_lexicon([], extend=False).empty
    assert as_lexicon(None, extend=False).empty


def test_of_terms_equal_when_folded_the_users_own_stands():
    own = pd.DataFrame({"term": ["“两个维护”"], "kind": ["theme"]})
    joined = as_lexicon(own)
    (row,) = joined[joined["term"].str.contains("两个维护")][["term", "kind"]].to_numpy().tolist()
    assert row == ["“两个维护”", "theme"]


def test_a_register_as_lexicon_gives_slogans_and_their_synonyms():
    table = pa.slogan_register()
    assert as_lexicon(table, extend=False).equals(pa.register_lexicon())


def test_a_lexicon_in_a_file_is_kept_whole_by_segment(lists):
    corpus = pa.corpus_from_texts({"a": "推行揭榜挂帅，落实三会一课。"})
    path = lists / "user.dict"
    words = ["揭榜挂帅", "三会一课"]
    tokens = pa.segment(corpus, lexicon=path)
    assert tokens.loc[tokens["kind"] == "slogan", "token"].tolist() == words
    alone = pa.segment(corpus, lexicon=path, extend=False)
    assert alone.loc[alone["kind"] == "slogan", "token"].tolist() == words[:1]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("nowhere.dict", "nowhere.dict: no such file"),
        ("两个维护", r"no file '两个维护'; .*\['两个维护'\]"),
        (pd.DataFrame({"slogan": ["三会一课"]}), "slogan_lexicon"),
        (pd.DataFrame({"word": ["三会一课"]}), "lacks the column term"),
        (pd.DataFrame({"term": ["三会一课", None]}), "row 2 has no term"),
        (["三会一课", "“”"], "row 2 has no term"),
        (7, "int was given"),
        ({"三会一课": 1}, "dict was given"),
        ([3], "a list with 3 was given"),
    ],
)
def test_what_is_no_lexicon_is_refused(given, message):
    with pytest.raises(InputError, match=message) as error:
        as_lexicon(given)
    assert "\n" not in str(error.value)


def test_a_register_comes_as_path_table_or_terms(lists):
    assert as_register(None).equals(pa.slogan_register())
    assert as_register(pa.slogan_register(), extend=False).equals(pa.slogan_register())
    own = pd.DataFrame({"term": ["三张清单"], "first_year": [2016.0], "note": ["x"]})
    assert as_register(own, extend=False)[["term", "kind", "first_year", "members"]].to_numpy().tolist() == [
        ["三张清单", "numeric", 2016, ""]
    ]
    assert as_register(["三张清单"], extend=False)["term"].tolist() == ["三张清单"]


def test_a_register_joins_the_shipped_one_unless_told_not_to(lists):
    for given in (
        lists / "ours.csv",
        ["三张清单"],
        pd.DataFrame({"term": ["三张清单"]}),
        pa.load_register(lists / "ours.csv"),
    ):
        joined = as_register(given)
        assert joined["term"].tolist() == ["三张清单", *pa.slogan_register()["term"]], "one's own comes first"
    assert as_register(lists / "ours.csv", extend=False)["term"].tolist() == ["三张清单"]
    assert as_register([]).equals(pa.slogan_register())
    assert as_register(None, extend=False).empty


def test_the_shipped_register_marks_formulae_beside_ones_own():
    known, own = "创造性转化、创新性发展", "逐段查看渠岸及时清淤固堤"
    corpus = pa.corpus_from_texts({"a": own, "b": own, "c": known, "d": known})

    def formulae(**options):
        found = pa.find_reuse(corpus, min_chars=8, **options)
        return set(found.loc[found["kind"] == "formula", "text_a"])

    assert formulae() == {known}
    assert formulae(register=[own]) == {own, known}
    assert formulae(register=[own], extend=False) == {own}
    assert formulae(extend=False) == set()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("ours.csv", "ours.csv: no such file"),
        ("三张清单", "no file '三张清单'"),
        (pd.DataFrame({"slogan": ["三会一课"]}), "lacks the column term; it has slogan"),
        (pd.DataFrame({"term": ["三会一课"], "kind": ["x"]}), "register: row 1, column kind: 'x'"),
        (pd.DataFrame({"term": ["三会一课"] * 2}), "row 2, column term: 三会一课 is already in row 1"),
        (4, "int was given"),
    ],
)
def test_what_is_no_register_is_refused(given, message):
    with pytest.raises(InputError, match=message):
        as_register(given)


def test_a_register_in_a_file_gives_its_members_and_marks_formulae(lists):
    clause = "三张清单要求落到实处人人负责"
    corpus = pa.corpus_from_texts({"a": f"一、{clause}。", "b": f"一、{clause}！"})
    found = pa.find_slogans(corpus, register=lists / "ours.csv").set_index("slogan")
    assert found.loc["三张清单", "members"] == "问题清单｜任务清单｜责任清单"
    by_path = pa.find_reuse(corpus, register=lists / "ours.csv")
    by_table = pa.find_reuse(corpus, register=pa.load_register(lists / "ours.csv"))
    pd.testing.assert_frame_equal(by_path, by_table)


@pytest.mark.slow
def test_every_function_with_stopwords_reads_a_path(tmp_path):
    texts = {"1": "党建 党建 学习 审计 。 全市 学习", "2": "党建 学习 全市 全市 审计 审计"}
    corpus, tokens = spaced_corpus(texts, unit=["甲", "乙"])
    path = tmp_path / "mine.txt"
    path.write_text("全市\n", encoding="utf-8")
    for call in (
        lambda stop: pa.count_features(tokens, corpus, stopwords=stop).to_frame(),
        lambda stop: pa.keywords(tokens, corpus, stopwords=stop),
        lambda stop: pa.keyness(tokens, corpus, "甲", stopwords=stop),
        lambda stop: pa.keyness_by(tokens, corpus, stopwords=stop),
        lambda stop: pa.collocations(tokens, corpus, stopwords=stop),
        lambda stop: pa.similarity(tokens, corpus, stopwords=stop),
        lambda stop: pa.term_trend(tokens, corpus, "党建", stopwords=stop),
        lambda stop: pa.find_topics(tokens, corpus, n_topics=2, stopwords=stop),
    ):
        try:
            expected = call(["全市"])
        except InputError as error:
            with pytest.raises(InputError) as found:
                call(path)
            assert str(found.value) == str(error)
            continue
        result = call(str(path))
        for one, two in zip(
            *((x if isinstance(x, tuple) else (x,)) for x in (result, expected)), strict=True
        ):
            pd.testing.assert_frame_equal(one, two)


def test_a_theme_lexicon_comes_as_name_path_table_or_dict(tmp_path):
    expected = [["学习", "党课", 1.0], ["廉政", "警示教育", 2.0]]
    (tmp_path / "mine.yaml").write_text("学习: [党课]\n廉政: {警示教育: 2}\n", encoding="utf-8")
    table = pd.DataFrame(expected, columns=["theme", "term", "weight"])
    mapping = {"学习": ("党课",), "廉政": {"警示教育": 2}}
    for given in (tmp_path / "mine.yaml", str(tmp_path / "mine.yaml"), table, mapping):
        assert as_theme_lexicon(given)[["theme", "term", "weight"]].to_numpy().tolist() == expected
    corpus = pa.corpus_from_texts({"a": "上一堂党课。"})
    assert pa.code_themes(corpus, lexicon=mapping)["theme"].tolist() == ["学习"]
    assert as_theme_lexicon("party_building").equals(pa.load_theme_lexicon("party_building"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_a_theme_lexicon_is_read_in_any_encoding(tmp_path, encoding, suffix):
    rows = ["theme,term,weight", "学习,党课,1", "# 备注", "廉政,警示教育,2"]
    text = "\n".join(rows).replace(",", "\t" if suffix == "tsv" else ",")
    (tmp_path / f"mine.{suffix}").write_text(text, encoding=encoding)
    found = as_theme_lexicon(tmp_path / f"mine.{suffix}")
    assert found[["theme", "term", "weight"]].to_numpy().tolist() == [
        ["学习", "党课", 1],
        ["廉政", "警示教育", 2],
    ]


@pytest.mark.parametrize("given", [3, ["党课"], None])
def test_what_is_no_theme_lexicon_is_refused(given):
    with pytest.raises(InputError, match="from themes to terms is wanted"):
        as_theme_lexicon(given)

"""Terms of several words: planted ones found with their counts, and words that meet by chance are none."""

import numpy as np
import pandas as pd

import plananalysis as pa
from plananalysis.examples import spaced_corpus
from plananalysis.segmentation.cut import general_frequency
from plananalysis.statistics.specificity import LOOKED_AT, MOST, apart, specificity, specificity_at
from plananalysis.statistics.terms import find_terms, several_words, with_terms
from plananalysis.tables import columns, empty

FILLER = "修路 。 治水 。 种树 。 办学 。 护林 。 扶幼 。 " * 4


def test_a_planted_term_is_found_with_counts_by_hand():
    corpus, tokens = spaced_corpus(
        {"甲": FILLER + "做强 稀土 产业 ， 延伸 稀土 产业 。", "乙": FILLER + "集聚 稀土 产业 。"}
    )
    found = find_terms(tokens).set_index("term")
    assert list(found.index) == ["稀土产业"]
    row = found.loc["稀土产业"]
    assert (row["words"], row["n"], row["n_docs"]) == ("稀土｜产业", 3, 2)
    # Both words stand nowhere else: p = 3/N for each and for both.
    total = int((tokens["kind"] == "word").sum())
    assert row["npmi"] == 1
    assert np.isclose(row["g2"], 2 * (3 * np.log(3 / (9 / total)) - 3 + 9 / total))
    assert corpus.documents["doc_id"].nunique() == 2


def test_punctuation_names_verbs_and_stopwords_are_no_part_of_terms():
    text = (
        FILLER
        + "稀土 ， 产业 。 稀土 ， 产业 。 稀土 ， 产业 。 推进 产业 推进 产业 推进 产业 。 进一步 产业 进一步 产业 进一步 产业"
    )
    _, tokens = spaced_corpus({"甲": text})
    assert find_terms(tokens).empty
    named = tokens.assign(kind=np.where(tokens["token"].eq("修路"), "place", tokens["kind"].astype(str)))
    assert find_terms(named).empty
    assert find_terms(empty("tokens")).empty
    assert list(find_terms(tokens).columns) == columns("terms")


def test_a_part_of_one_longer_term_is_no_term():
    text = FILLER + "海洋 牧场 平台 。 " * 5
    found = find_terms(spaced_corpus({"甲": text})[1])["term"].tolist()
    assert found == ["海洋牧场平台"]
    both = FILLER + "海洋 牧场 平台 。 " * 5 + "海洋 牧场 。 " * 5
    assert set(find_terms(spaced_corpus({"甲": both})[1])["term"]) == {"海洋牧场平台", "海洋牧场"}


def test_every_place_of_a_term_is_a_token_and_counts_of_words_stay():
    corpus, tokens = spaced_corpus({"甲": FILLER + "海洋 牧场 平台 。 " * 4 + "海洋 牧场 。 " * 3})
    terms = find_terms(tokens)
    more = with_terms(tokens, terms)
    added = more[more["kind"] == "term"]
    text = corpus.text("甲")
    assert all(text[a:b] == token for a, b, token in added[["start", "end", "token"]].to_numpy())
    assert added["token"].astype(str).value_counts().to_dict() == dict(
        zip(terms["term"], terms["n"], strict=True)
    )
    assert more[more["kind"] != "term"]["token"].astype(str).tolist() == tokens["token"].astype(str).tolist()
    counts = pa.count_features(more, corpus, kinds="word", stopwords=None).to_frame()
    pd.testing.assert_frame_equal(
        counts, pa.count_features(tokens, corpus, kinds="word", stopwords=None).to_frame()
    )
    assert several_words(pd.Index(["海洋", "海洋牧场"]), more).tolist() == [False, True]


def test_keyness_takes_rates_per_word_whatever_terms_are_counted_besides():
    corpus, tokens = spaced_corpus({"甲": FILLER + "稀土 产业 。 " * 6, "乙": FILLER + "玉米 。 " * 9})
    words = pa.keyness(tokens, corpus, "甲", kinds="word").set_index("term")
    both = pa.keyness(tokens, corpus, "甲").set_index("term")
    assert "稀土产业" in both.index
    pd.testing.assert_series_equal(words["g2"], both.loc[words.index, "g2"])


def test_a_keyword_stands_once_however_many_words_it_is_part_of():
    corpus, tokens = spaced_corpus({"甲": FILLER + "稀土 产业 。 " * 6, "乙": FILLER + "玉米 。 " * 9})
    found = pa.keywords(tokens, corpus, genre=None)
    assert found.loc[found["group"] == "甲", "term"].tolist() == ["稀土产业"]
    single = pa.keywords(tokens, corpus, genre=None, kinds="word")
    assert set(single.loc[single["group"] == "甲", "term"]) == {"稀土", "产业"}


def test_specificity_by_hand():
    genre = pd.DataFrame({"term": ["管理", "稀土"], "gries_dp_norm": [0.2, 0.9]})
    _, tokens = spaced_corpus({"甲": "管理 稀土 玉米 瞄准 旗县 三百"})
    terms = pd.Index(["管理", "稀土", "玉米", "瞄准", "旗县", "三百", "海洋牧场"])
    # ((DP − .15) / .85)² times the weight of the part of speech; what the genre lacks has 1, a verb .4.
    expected = [(0.05 / 0.85) ** 2, (0.75 / 0.85) ** 2, 1.0, 0.4, 0.0, 0.0, 1.0]
    np.testing.assert_allclose(specificity(terms, tokens, genre), expected)
    assert specificity(terms, tokens, None)[0] == 1


def test_a_phrase_tells_as_much_as_its_most_telling_word_lets_it():
    genre = pd.DataFrame(
        {"term": ["产业", "投资", "社会", "管理", "社会管理"], "gries_dp_norm": [0.15, 0.49, 0.32, 0.15, 1.0]}
    )
    _, tokens = spaced_corpus({"甲": "产业 投资 社会 管理 稀土"})
    terms = pd.Index(["产业投资", "社会管理", "稀土产业", "五个产业"])
    e = {"投资": (0.34 / 0.85) ** 2, "社会": (0.17 / 0.85) ** 2}
    expected = [e["投资"] ** 0.5, e["社会"] ** 0.25, 1.0, 1.0]
    np.testing.assert_allclose(specificity(terms, tokens, genre), expected)


def test_what_any_chinese_text_has_tells_little():
    genre = pd.DataFrame({"term": ["管理"], "gries_dp_norm": [0.2]})
    _, tokens = spaced_corpus({"甲": "事情 稀土"})
    terms, at, rate = pd.Index(["事情", "稀土"]), np.array([0, 1]), np.array([0.0002, 0.0002])
    general = np.array([general_frequency(term) for term in terms])
    found = specificity_at(at, terms, tokens, genre, rate=rate)
    np.testing.assert_allclose(found, rate / (rate + 8 * general))
    assert found[0] < 0.2 < 0.8 < found[1]
    # Without a genre nothing but parts of speech counts.
    assert specificity_at(at, terms, tokens, None, rate=rate).tolist() == [1, 1]


def test_words_that_the_segmenter_has_miscut_tell_nothing():
    _, tokens = spaced_corpus({"甲": "所县 比前 做优 银龄"})
    terms = pd.Index(["所县", "比前", "做优", "银龄"])
    assert (specificity(terms, tokens, "shipped") > 0).tolist() == [False, False, False, True]


def test_a_term_ends_with_its_head():
    text = "现代化 都市 圈 。 " * 4 + "修路 。 " * 60
    _, tokens = spaced_corpus({"甲": text})
    assert "现代化都市圈" in pa.find_terms(tokens)["term"].tolist()


def test_general_words_give_way_to_rare_ones_only_by_the_genre():
    corpus, tokens = spaced_corpus({"甲": "管理 管理 管理 稀土 稀土 稀土", "乙": "玉米 玉米"})
    assert pa.keywords(tokens, corpus)["term"].tolist()[-2:] == ["稀土", "管理"]


def test_of_nested_terms_the_longer_one_is_listed_where_it_has_most_places():
    terms = np.array(["牧场", "海洋牧场", "稀土", "稀土产业"])
    assert apart(np.zeros(4), terms, np.array([9, 8, 9, 2]), 9).tolist() == [False, True, True, False]
    assert apart(np.array([0, 1]), np.array(["牧场", "牧场"]), np.array([2, 2]), 1).tolist() == [True, True]
    assert not len(apart(np.zeros(0), np.zeros(0, object), np.zeros(0), 3))


def test_looking_at_few_pairs_of_terms_lists_what_looking_at_all_of_them_does():
    def every_pair(group: np.ndarray, terms: np.ndarray, n: np.ndarray, top: int) -> list[bool]:
        """Return the same as ``apart``, each term beside each: the oracle."""
        chosen = [False] * len(terms)
        for one in np.unique(group):
            rows = np.flatnonzero(group == one).tolist()
            near = rows[: LOOKED_AT * top]
            for row in rows:
                term, listed = terms[row], [terms[i] for i in rows if chosen[i]]
                longer = any(term in terms[i] and terms[i] != term and n[i] >= MOST * n[row] for i in near)
                beside = any(term in other or other in term for other in listed)
                chosen[row] = len(listed) < top and not longer and not beside
        return chosen

    chance = np.random.default_rng(5)
    held = 0
    for _ in range(60):
        size = int(chance.integers(0, 90))
        words = ["".join(chance.choice(list("甲乙丙"), chance.integers(1, 5))) for _ in range(size)]
        group = np.sort(chance.integers(0, 3, size))
        _, first = np.unique(
            [f"{one} {word}" for one, word in zip(group, words, strict=True)], return_index=True
        )
        first.sort()
        terms, group = np.array(words, dtype=object)[first], group[first]
        n = chance.integers(1, 9, len(terms))
        found = apart(group, terms, n, 3).tolist()
        assert found == every_pair(group, terms, n, 3)
        held += len(terms) - sum(found)
    assert held

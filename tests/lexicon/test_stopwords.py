"""Stopword tables: what they hold, and what they must not hold."""

import pytest

from plananalysis import InputError, load_stopwords


def test_shipped_lists():
    general, plan = load_stopwords("general"), load_stopwords("plan")
    for table, name in ((general, "general"), (plan, "plan")):
        assert list(table) == ["word", "lexicon", "source"]
        assert table["word"].is_unique
        assert set(table["lexicon"]) == {name}
        assert table["source"].str.startswith("plananalysis, ").all()
    assert len(general) >= 350
    assert {"的", "以及", "我们", "不但"} <= set(general["word"])
    assert {"进一步", "切实", "扎实", "开展", "推进", "一是"} <= set(plan["word"])


def test_content_words_are_kept():
    stopped = set(load_stopwords("general")["word"]) | set(load_stopwords("plan")["word"])
    content = "党建 支部 党员 学习 教育 监督 纪律 廉政 作风 服务 创新 改革 乡村 产业 生态 民生 就业 安全 法治 文化 科技 群众 基层"
    assert not stopped & set(content.split())


def test_own_file(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("# 备注\r\n我局\r\n我局\r\n", encoding="utf-8-sig")
    assert load_stopwords(path).to_dict("list") == {
        "word": ["我局"],
        "lexicon": ["mine"],
        "source": ["mine.txt"],
    }


def test_bad_names_and_files(tmp_path):
    with pytest.raises(InputError, match="general, plan"):
        load_stopwords("hit")
    path = tmp_path / "bad.csv"
    path.write_text("stop\n的\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.csv: row 1"):
        load_stopwords(path)

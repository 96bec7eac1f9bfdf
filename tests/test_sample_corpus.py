"""The sample corpus holds what its truth file says, checked by plain searching and counting."""

import csv
import json
import re
from functools import cache

import pytest

from plananalysis.corpus import Corpus, load_corpus, outline
from shared import ROOT

SAMPLE = ROOT / "corpus"
SOURCES = ROOT / "benchmarks" / "sample_sources"
TRUTH = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))
LEVELS = {"verbatim", "light", "medium", "heavy", "reorder", "swap"}
FAMILIES = [pytest.param(family, id=family["family"]) for family in TRUTH["reuse"]]


@cache
def sample() -> Corpus:
    return load_corpus(SAMPLE)


@cache
def plain_text(doc_id: str) -> str:
    """The text without what is planted to be excluded."""
    text = sample().text(doc_id)
    for row in TRUTH["excluded"]:
        if row["doc_id"] == doc_id:
            text = text.replace(row["text"], "\n" * len(row["text"]))
    return text


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def normal(text: str) -> str:
    """Fold by hand: no quotes, no white space, one kind of comma."""
    return re.sub(r"[“”‘’\"\s]", "", text).replace("，", "、").replace(",", "、").lower()


def unit_of(doc_id: str) -> str:
    documents = sample().documents
    return str(documents.loc[documents["doc_id"] == doc_id, "unit"].iloc[0])


def doc_ids() -> list[str]:
    return list(sample().documents["doc_id"])


def test_documents_are_those_of_the_metadata():
    with (SAMPLE / "metadata.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    documents = sample().documents.set_index("file")
    assert set(documents.index) == {row["file"] for row in rows}
    for row in rows:
        assert documents.loc[row["file"], "unit"] == row["unit"]
        assert int(documents.loc[row["file"], "year"]) == int(row["year"])
        assert documents.loc[row["file"], "type"] == row["type"]
    assert {row["type"] for row in rows} == {"工作要点", "工作报告", "规划"}


def test_two_units_have_two_years_and_one_has_three():
    years = sample().documents.groupby("unit")["year"].nunique()
    assert len(sample()) >= 12
    assert (years == 2).sum() >= 2
    assert (years == 3).sum() >= 1


def test_every_document_is_long_enough():
    assert {d: len(letters(plain_text(d))) for d in doc_ids() if len(letters(plain_text(d))) < 2500} == {}


def test_formats_and_encodings():
    formats = sample().documents["format"].value_counts().to_dict()
    assert formats.pop("txt") > sum(formats.values())
    assert formats == {"md": 1, "docx": 1, "html": 1, "pdf": 1}
    gb = (SAMPLE / "2024-市直机关工委.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        gb.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):
        gb.decode("gbk")
    assert gb.decode("gb18030") == sample().text("2024-市直机关工委")
    assert (SAMPLE / "2023-市财政局.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not sample().text("2023-市财政局").startswith("\ufeff")


def test_word_file_says_its_source_with_automatic_numbers():
    source = (SOURCES / "2024-市财政局.txt").read_text(encoding="utf-8")
    label = re.compile(r"^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d\.)")
    read = [label.sub("", line) for line in sample().text("2024-市财政局").split("\n")]
    assert letters("".join(read)) == letters(source)
    assert sum(
        bool(label.match(line)) for line in sample().text("2024-市财政局").split("\n")
    ) == source.count("\n#")


def test_pdf_says_its_source_in_reading_order():
    source = (SOURCES / "2024-青澜经开区管委会.txt").read_text(encoding="utf-8")
    assert normal(plain_text("2024-青澜经开区管委会")) == normal(source)
    assert (SAMPLE / "2024-青澜经开区管委会.pdf").stat().st_size < 200_000


def test_web_page_furniture_takes_no_part():
    doc_id = TRUTH["web_page_furniture"]["doc_id"]
    assert doc_id in doc_ids()
    page = (SAMPLE / f"{doc_id}.html").read_text(encoding="utf-8")
    passages = sample().passages
    text = "".join(
        sample().text(doc_id)[start:end]
        for start, end in passages.loc[passages["doc_id"] == doc_id, ["start", "end"]].itertuples(index=False)
    )
    for furniture in TRUTH["web_page_furniture"]["texts"]:
        assert furniture in page
        assert furniture not in text


def test_what_is_planted_to_be_excluded_is_excluded_and_nothing_else():
    found = {(row.doc_id, row.reason, sample().text(row.doc_id)[row.start : row.end].strip())
             for row in sample().excluded.itertuples()}  # fmt: skip
    assert found == {(row["doc_id"], row["reason"], row["text"]) for row in TRUTH["excluded"]}
    assert all(sample().text(row["doc_id"]).count(row["text"]) == 1 for row in TRUTH["excluded"])


def test_reuse_covers_every_level_and_length():
    passages = [family for family in TRUTH["reuse"] if family["kind"] == "passage"]
    assert len(passages) >= 14
    assert {family["level"] for family in passages} == LEVELS
    lengths = [member["n_letters"] for family in passages for member in family["members"]]
    assert min(lengths) == 12
    assert max(lengths) > 200


@pytest.mark.parametrize("family", FAMILIES)
def test_reuse_members_stand_once_in_their_documents(family):
    members = family["members"]
    assert len(members) >= 2
    for member in members:
        assert plain_text(member["doc_id"]).count(member["text"]) == 1
        assert len(letters(member["text"])) == member["n_letters"]
    units = {unit_of(member["doc_id"]) for member in members}
    assert len(units) == family["n_units"]
    assert (len(units) == 1) == (family["kind"] == "carry_over")


@pytest.mark.parametrize("family", FAMILIES)
def test_reuse_level_describes_the_texts(family):
    texts = [letters(member["text"]) for member in family["members"]]
    assert (len(set(texts)) == 1) == (family["level"] == "verbatim")
    if family["level"] == "reorder":
        assert len({"".join(sorted(text)) for text in texts}) == 1


def test_incidental_wording_is_shared_by_units():
    for row in TRUTH["incidental"]:
        assert [d for d in doc_ids() if row["letters"] in letters(sample().text(d))] == row["doc_ids"]
        assert len({unit_of(d) for d in row["doc_ids"]}) > 1


@pytest.mark.parametrize("row", TRUTH["formulas"], ids=lambda row: row["formula"][:8])
def test_formulas_are_shared_by_units(row):
    counts = {d: normal(plain_text(d)).count(normal(row["formula"])) for d in doc_ids()}
    assert {d: n for d, n in counts.items() if n} == row["counts"]
    assert sum(counts.values()) == row["n"]
    assert len({unit_of(d) for d in row["counts"]}) == row["n_units"] >= 3


@pytest.mark.parametrize("row", TRUTH["slogans"], ids=lambda row: row["slogan"][:8])
def test_slogan_counts(row):
    for variant in row["variants"]:
        counts = {d: normal(plain_text(d)).count(normal(variant["wording"])) for d in doc_ids()}
        assert {d: n for d, n in counts.items() if n} == variant["counts"]
        assert variant["quoted"] <= variant["n"]
    assert row["n"] == sum(variant["n"] for variant in row["variants"])
    everything = "".join(map(plain_text, doc_ids()))
    for member in row.get("members", []):
        assert all(part in everything for part in member.split("、"))


def test_written_forms_stand_as_they_are():
    forms = TRUTH["written_forms"]["不忘初心、牢记使命"]
    assert set(forms) == {
        "不忘初心、牢记使命",
        "“不忘初心、牢记使命”",
        "不忘初心，牢记使命",
        "不忘初心牢记使命",
    }
    for form, counts in forms.items():
        assert all(sample().text(d).count(form) == n for d, n in counts.items())


def test_frames():
    for row in TRUTH["frames"]:
        wording = normal(row["frame"] + row["slogan"])
        longer = [
            normal(other["frame"] + other["slogan"])
            for other in TRUTH["frames"]
            if other["slogan"] == row["slogan"]
            and other["frame"] != row["frame"]
            and other["frame"].endswith(row["frame"])
        ]
        text = normal(plain_text(row["doc_id"]))
        assert text.count(wording) - sum(map(text.count, set(longer))) == row["n"]
        assert unit_of(row["doc_id"]) == row["unit"]
    verbs = {row["frame"] for row in TRUTH["frames"] if row["slogan"] == "四个意识"}
    assert verbs == {"增强", "树牢", "强化", "牢固树立"}


@pytest.mark.parametrize("doc_id", TRUTH["outlines"])
def test_outlines(doc_id):
    rows = outline(sample())
    found = rows.loc[rows["doc_id"] == doc_id, ["line", "level", "label", "heading"]].to_dict("records")
    assert found == TRUTH["outlines"][doc_id]
    lines = sample().text(doc_id).split("\n")
    for row in TRUTH["outlines"][doc_id]:
        assert letters(lines[row["line"] - 1]).startswith(letters(row["label"] + row["heading"]))


@pytest.mark.parametrize("pair", TRUTH["comparisons"], ids=lambda pair: f"{pair['a']}-{pair['b']}")
def test_comparisons_name_every_heading_and_every_paragraph_at_most_once(pair):
    rows = outline(sample())
    for side in "ab":
        text = sample().text(pair[side])
        headings = list(rows.loc[rows["doc_id"] == pair[side], "heading"])
        named = [heading for part in ("sections", "items") for match in pair[part] for heading in match[side]]
        named += pair[f"gap_sections_{side}"] + pair[f"gap_items_{side}"] + pair[f"open_{side}"]
        assert len(named) == len(set(named))
        # Prose answers items by its paragraphs, which are named by their first words.
        assert all(
            headings.count(name) == 1 or (not headings.count(name) and text.count(name) == 1)
            for name in named
        )


def test_comparisons_hold_splits_in_both_directions():
    matches = [match for pair in TRUTH["comparisons"] for match in pair["sections"] + pair["items"]]
    assert {(len(match["a"]), len(match["b"])) for match in matches} == {(1, 1), (1, 2), (2, 1)}


def test_commitments_name_what_stands_in_the_sentence():
    text = sample().text(TRUTH["commitments"]["doc_id"])
    sentences = TRUTH["commitments"]["sentences"]
    for row in sentences:
        assert text.count(row["sentence"]) == 1
        parts = [part for key in ("quantity", "deadline", "body") for part in row.get(key, [])]
        assert bool(parts) == (row["binding"] == "yes")
        assert all(part in row["sentence"] for part in parts)
    assert sum(row["binding"] == "yes" for row in sentences) >= 25
    assert sum(row["binding"] == "no" for row in sentences) >= 20


def test_cited_titles():
    for doc_id in {row["doc_id"] for row in TRUTH["cited_titles"]}:
        rows = [row for row in TRUTH["cited_titles"] if row["doc_id"] == doc_id]
        stands_for = {row["abbreviation"]: row["title"] for row in rows if "abbreviation" in row}
        cited = [stands_for.get(title, title) for title in re.findall("《([^》]+)》", plain_text(doc_id))]
        assert {title: cited.count(title) for title in cited} == {row["title"]: row["n"] for row in rows}


def test_targets_stand_in_their_documents():
    rows = TRUTH["targets"]["rows"]
    assert {row["doc_id"] for row in rows} == set(TRUTH["targets"]["doc_ids"])
    assert len({(row["doc_id"], row["indicator"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["quotation"] in plain_text(row["doc_id"])
        assert (row["value"] is None) == ("relation" in row)
        assert ("value_high" in row) == (row["bound"] == "range")
    assert {row["bound"] for row in rows} >= {"about", "at_least", "at_most", "exact", "range"}


def test_accounts_answer_promises_of_the_year_before():
    for pair in TRUTH["fulfilment"]:
        assert unit_of(pair["a"]) == unit_of(pair["b"]) == pair["unit"]
        accounts = [row["account"] for row in pair["promises"]]
        assert set(accounts) == {"value", "done", "not_mentioned"}
        assert len({row["promise"] for row in pair["promises"]}) == len(accounts) >= 20
        for row in pair["promises"]:
            assert plain_text(pair["a"]).count(row["promise"]) == 1
            assert (row["account"] == "not_mentioned") == ("reported" not in row)
            assert row["account"] != "done" or row["done"]
            if "reported" in row:
                assert plain_text(pair["b"]).count(row["reported"]) == 1
                assert row.get("done", "") in row["reported"]


def test_what_came_and_went_is_what_is_counted():
    signals = TRUTH["signals"]
    years = [doc_id[:4] for doc_id in signals["doc_ids"]]
    seen = set()
    for row in signals["slogans"]:
        forms = [row["slogan"], *row.get("forms", [])]
        counts = {
            year: sum(normal(plain_text(doc_id)).count(normal(form)) for form in forms)
            for year, doc_id in zip(years, signals["doc_ids"], strict=True)
        }
        assert {year: n for year, n in counts.items() if n} == row["counts"]
        change = {}
        for i, year in enumerate(years[1:], start=1):
            here, before = counts[year], counts[years[i - 1]]
            earlier = any(counts[past] for past in years[:i])
            change[year] = ("kept" if before else "returned" if earlier else "entered") if here else "left"
        assert {
            year: one for year, one in change.items() if counts[year] or counts[str(int(year) - 1)]
        } == row["change"]
        seen |= set(row["change"].values())
    assert seen == {"entered", "kept", "left", "returned"}

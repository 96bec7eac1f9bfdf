"""The page is one inert, self-contained file that says what the tables say."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from invented import ATTACK, TEXTS, UNITS, invented_analysis, named, without_findings

from plananalysis.report import payload
from plananalysis.report.page import render_page
from plananalysis.report.payload import as_json, page_data
from plananalysis.report.words import FRAME


class Elements(HTMLParser):
    """Collects every element with its attributes, and the text of the data script."""

    def __init__(self):
        super().__init__()
        self.found, self.data, self._in_data = [], "", False

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self._in_data = dict(attrs).get("id") == "data"

    def handle_data(self, data):
        if self._in_data:
            self.data += data

    def handle_endtag(self, tag):
        self._in_data = False


@cache
def rendered(lang: str = "zh") -> str:
    """Return the page of the invented analysis, which no test changes."""
    return render_page(invented_analysis(), lang=lang)


def parsed(html):
    elements = Elements()
    elements.feed(html)
    return elements


def test_nothing_is_loaded_from_elsewhere():
    html = rendered()
    named = "http://www.w3.org/2000/svg"  # the name of a kind of element, which nothing loads
    assert not re.search(r"https?:|@import|url\(", html.replace(named, ""))
    for tag, attrs in parsed(html).found:
        for name in ("src", "href", "srcset", "action", "data"):
            value = attrs.get(name, "")
            assert value.startswith(("#", "data:")) or not value, (tag, name, value)


def test_the_page_may_run_its_own_script_alone_and_load_nothing():
    html = rendered()
    (policy,) = [
        attrs["content"]
        for tag, attrs in parsed(html).found
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for directive, element in (("script-src", "script"), ("style-src", "style")):
        (inner,) = re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        assert rules[directive] == f"'sha256-{b64encode(sha256(inner.encode()).digest()).decode()}'"
    assert html.index("Content-Security-Policy") < html.index("<style>")
    assert not any("style" in attrs for _, attrs in parsed(html).found), "the policy forbids it"


def test_document_text_is_data_and_never_markup():
    elements = parsed(rendered())
    assert [attrs for tag, attrs in elements.found if tag == "img"] == []
    assert not any(name.startswith("on") for _, attrs in elements.found for name in attrs)
    assert len([tag for tag, _ in elements.found if tag == "script"]) == 2
    data = json.loads(elements.data)
    docs = named(data["docs"])
    assert [doc["text"] for doc in docs] == list(TEXTS.values())
    assert docs[1]["unit"] == UNITS["b"]


def test_json_cannot_leave_its_script():
    text = as_json({"a": f"{ATTACK}<!--\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": f"{ATTACK}<!--\u2028&"}


def test_every_place_is_what_it_says():
    data, left_out = page_data(invented_analysis())
    assert left_out == []
    texts = [doc["text"] for doc in named(data["docs"])]
    found = data["sections"]["slogans"]
    assert found["slogans"]["rows"]
    for i, entry in enumerate(named(found["slogans"])):
        places = [place for place in named(found["places"]) if place["slogan"] == i]
        for place in places:
            assert texts[place["doc"]][place["start"] : place["end"]] == entry["slogan"]
        assert len(places) == entry["n"]
    found = data["sections"]["keywords"]["keywords"]
    for i, term in enumerate(named(found["terms"])):
        places = [place for place in named(found["places"]) if place["term"] == i]
        words = [texts[place["doc"]][place["start"] : place["end"]] for place in places]
        assert words == [term["term"]] * term["n"]


def test_a_heading_is_marked_without_the_text_below_it():
    data, _ = page_data(invented_analysis())
    headings, docs = named(data["headings"]), named(data["docs"])
    assert [heading["doc"] for heading in headings] == list(range(len(docs)))
    for heading in headings:
        assert (heading["line"], heading["level"]) == (1, 1)
        text = docs[heading["doc"]]["text"]
        assert text[heading["start"] : heading["end"]] == heading["text"].replace(" ", "")


def test_heatmap_counts_add_up_to_the_slogans():
    data, _ = page_data(invented_analysis())
    heat = data["sections"]["slogans"]["heat"]
    sums = {slogan: sum(row) for slogan, row in zip(heat["slogans"], heat["counts"], strict=True)}
    assert sums == {"三会一课": 3, "放管服": 2}
    assert heat["units"] == [UNITS["a"], UNITS["c"], UNITS["b"]]


def test_a_large_corpus_leaves_texts_out_says_so_and_keeps_contexts(monkeypatch):
    monkeypatch.setattr(payload, "MOST_TEXT", 50)
    monkeypatch.setattr(payload, "MOST_ROWS", 1)
    data, left_out = page_data(invented_analysis())
    assert [doc["text"] for doc in named(data["docs"])] == [None] * 3
    place = named(data["sections"]["slogans"]["places"])[0]
    assert [place[side] for side in ("left", "middle", "right")] == [
        "一、总要求 坚持“",
        "三会一课",
        "”，推进放管服。 本文由网友上传",
    ]
    assert any("50" in zh for zh, _ in left_out)
    assert any(": 1 of 2" in en for _, en in left_out)
    html = render_page(invented_analysis())
    assert FRAME["not_shown"][0] in html


def test_every_listed_column_is_described_in_both_languages():
    data, _ = page_data(invented_analysis())
    for table in data["tables"].values():
        for column in table["columns"]:
            assert column["zh"]
            assert column["zh"] != column["en"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_opens_in_the_language_asked_for(lang):
    elements = parsed(rendered(lang))
    root = elements.found[0][1]
    assert root["data-lang"] == lang
    assert root["lang"].startswith(lang)


def test_a_corpus_in_which_nothing_was_found_still_makes_a_page():
    html = render_page(without_findings())
    assert 'id="slogans"' not in html
    assert 'id="outline"' in html


def test_empty_columns_are_left_out_and_codes_have_words():
    data, _ = page_data(invented_analysis())
    names = [column["name"] for column in data["tables"]["slogans"]["columns"]]
    assert "members" not in names
    assert "status" in names
    assert data["codes"]["advert"][0] == "广告"


def test_ids_are_unique_and_links_lead_somewhere():
    found = parsed(rendered()).found
    ids = [attrs["id"] for _, attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"][1:] for _, attrs in found if attrs.get("href", "").startswith("#")]
    assert set(links) <= set(ids)

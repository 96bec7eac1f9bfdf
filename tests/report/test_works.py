"""The methods cite nothing that the list of references lacks, and the program is cited as CITATION.cff has it."""

import importlib
import pkgutil
import re

import plananalysis as pa
from plananalysis.report import sections
from plananalysis.report.works import WORKS, citation, references
from shared import ROOT

CITED = re.compile(r"([A-Z][\w]+) ((?:19|20)[0-9]{2})\b")
"""A name and a year, as the methods cite in English."""


def methods_in_english():
    """Return the English half of every pair of wordings in the sections."""
    for module in pkgutil.iter_modules(sections.__path__):
        for value in vars(importlib.import_module(f"plananalysis.report.sections.{module.name}")).values():
            if isinstance(value, tuple) and len(value) == 2 and all(isinstance(each, str) for each in value):
                yield value[1]


def test_every_work_that_the_methods_cite_has_its_reference():
    cited = {match for text in methods_in_english() for match in CITED.findall(text)}
    assert len(cited) >= 6
    for name, year in cited:
        assert any(work.names.endswith(name) and str(work.year) == year for work in WORKS), (name, year)
        assert references([f"({name} {year})"]) or any(" and " in work.names for work in WORKS)


def test_every_reference_is_cited_by_some_method_and_begins_with_its_names():
    text = "\n".join(methods_in_english())
    assert references([text]) == [work.reference for work in WORKS]
    for work in WORKS:
        assert work.reference.startswith(re.split(",| and ", work.names)[0])
        assert f"({work.year})" in work.reference


def test_citation_says_what_the_file_for_citing_says():
    said = dict(
        re.findall(
            r"^(title|version|date-released|license): \"?(.*?)\"?$",
            (ROOT / "CITATION.cff").read_text("utf-8"),
            re.M,
        )
    )
    entry = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", citation(), re.M))
    assert entry["title"] == said["title"]
    assert entry["version"] == said["version"] == pa.__version__
    assert entry["date"] == said["date-released"]
    assert entry["license"] == said["license"]


def test_the_methods_file_ends_with_what_it_cites(tmp_path):
    page = pa.build_report(
        pa.corpus_from_texts({"甲": "一、巩固整治成果。渠道通水。", "乙": "一、办好渔港节庆。渠道清淤。"}),
        tmp_path / "r",
    )
    methods = (page.parent / "METHODS.md").read_text(encoding="utf-8")
    body, listed = methods.split("## 参考文献 References")
    for work in WORKS:
        assert (work.reference in listed) == (f"{work.names} {work.year}" in body)
    assert citation() in listed

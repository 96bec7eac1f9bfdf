"""What an installation brings along is free and listed, what is private elsewhere is bounded, and nothing needs a network."""

import ast
import re
import runpy
import socket
import tomllib

import pytest

import plananalysis as pa
from plananalysis.cli import main
from shared import ROOT

SBOM = runpy.run_path(str(ROOT / "docs" / "make_sbom.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PLAN = "{0}2024年工作要点\n一、总体要求\n深入开展“两学一做”，完成投资{1}亿元。\n二、主要任务\n落实“三会一课”，贯彻《办法》。\n"


def test_every_package_that_is_installed_has_a_free_licence():
    packages = SBOM["closure"]()
    assert len(packages) > len(PROJECT["dependencies"])
    for name, package in packages.items():
        licence = SBOM["licence"](package)
        assert SBOM["FREE"].search(licence), f"{name}: {licence!r}"
        assert "GPL" not in licence or " OR " in licence, f"{name}: {licence!r}"


def test_the_bill_of_materials_names_every_dependency_with_its_version():
    bill = SBOM["bill"](SBOM["closure"]())
    listed = {part["name"]: part["version"] for part in bill["components"]}
    for line in PROJECT["dependencies"]:
        name = re.match(r"[\w-]+", line)[0].lower()
        assert listed[name]
    assert bill["metadata"]["component"]["name"] == "plananalysis"


def test_a_package_whose_private_parts_are_used_has_an_upper_bound():
    bounded = {re.match(r"[\w-]+", line)[0] for line in PROJECT["dependencies"] if re.search("<|==", line)}
    for path in (ROOT / "src" / "plananalysis").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if "_get_xf_index" in source else ():
            if isinstance(node, ast.Attribute) and node.attr == "_get_xf_index":
                assert "xlsxwriter" in bounded, path
    assert "rjieba" in bounded


@pytest.fixture
def offline(monkeypatch):
    """Let whatever opens a connection, or asks for an address, fail and be remembered."""
    asked = []

    def refused(*arguments, **_):
        asked.append(arguments)
        raise OSError("no network")

    for owner, name in (
        (socket.socket, "connect"),
        (socket.socket, "connect_ex"),
        (socket.socket, "sendto"),
        (socket, "getaddrinfo"),
        (socket, "gethostbyname"),
        (socket, "create_connection"),
    ):
        monkeypatch.setattr(owner, name, refused)
    return asked


COMMANDS = [
    ["inspect"],
    ["outline"],
    ["segment"],
    ["slogans"],
    ["citations"],
    ["glossary"],
    ["keywords"],
    ["keyness", "--target", "甲县"],
    ["names"],
    ["similarity"],
    ["kwic", "落实"],
    ["themes"],
    ["commitments"],
    ["targets"],
    ["tasks"],
    ["reuse"],
    ["compare", "甲县", "乙县"],
    ["report", "-o", "REPORT"],
]


@pytest.mark.slow
def test_no_command_asks_for_a_network(offline, tmp_path, capsys):
    (tmp_path / "plans").mkdir()
    for n, unit in enumerate(("甲县", "乙县", "丙县")):
        (tmp_path / "plans" / f"{unit}.txt").write_text(PLAN.format(unit, n + 3), encoding="utf-8")
    page = '<html><head><link href="http://a.example/x.css" rel="stylesheet"></head><body><img src="http://a.example/x.png">'
    (tmp_path / "plans" / "丁县.html").write_text(f"{page}<p>{PLAN.format('丁县', 9)}</p>", encoding="utf-8")
    for name, *options in COMMANDS:
        given = [str(tmp_path / "report") if option == "REPORT" else option for option in options]
        with pytest.raises(SystemExit) as end:
            main([name, str(tmp_path / "plans"), *given])
        assert end.value.code == 0, (name, capsys.readouterr().err)
    with pytest.raises(SystemExit):
        main(["verify", str(tmp_path / "report")])
    assert offline == []
    assert len(pa.load_corpus(tmp_path / "plans")) == 4

"""Both READMEs show what runs: the example, the same commands, pictures and pages that exist."""

import re

import pytest

from shared import ROOT

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


@pytest.mark.slow
@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.stem)
def test_the_example_runs(readme, tmp_path, monkeypatch):
    from matplotlib import pyplot

    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"^```python\n(.*?)^```", readme.read_text(encoding="utf-8"), re.M | re.S):
        exec(compile(block, readme.name, "exec"), {})  # noqa: S102
    pyplot.close("all")
    assert (tmp_path / "similarity.png").stat().st_size > 10_000


def test_both_start_with_the_same_two_commands_and_list_the_same():
    texts = [path.read_text(encoding="utf-8") for path in READMES]
    first = [re.findall(r"^```\n(.*?)\n```", text, re.M | re.S)[:2] for text in texts]
    assert first[0] == first[1]
    assert first[0] == [
        "pip install -e . && plananalysis report corpus/",
        "pip install -e '.[test]' && pytest",
    ]
    listed = [re.findall(r"^\| `plananalysis (\w+)", text, re.M) for text in texts]
    assert listed[0] == listed[1]
    drawn = [re.findall(r"`(plot_\w+)`", text) for text in texts]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.stem)
def test_links_and_pictures_exist(readme):
    links = re.findall(r"\]\(([^)#\s]+)", readme.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_every_figure_function_is_listed():
    import plananalysis

    text = READMES[0].read_text(encoding="utf-8")
    functions = [name for name in plananalysis.__all__ if name.startswith("plot_")]
    assert [name for name in functions if f"`{name}`" not in text] == []

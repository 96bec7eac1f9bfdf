"""The segmenter is rjieba's own, without the default one that its package makes."""

import subprocess
import sys
from importlib import import_module

module = import_module("plananalysis.segmentation.cut")  # the package has a function of this name
TEXT = "扎实推进渔港经济区建设，办好开海节"


def test_the_compiled_part_gives_what_the_package_gives():
    import rjieba

    ours = module._compiled_part().Jieba()
    assert ours.cut(TEXT) == rjieba.cut(TEXT)
    assert ours.tag(TEXT, True) == rjieba.tag(TEXT, True)
    assert ours.cut_for_search("经济区建设") == rjieba.cut_for_search("经济区建设")


def test_the_dictionary_is_read_once_and_the_package_stays_usable():
    code = (
        "import sys, plananalysis; plananalysis.cut('推进渔港建设'); assert 'rjieba' not in sys.modules;"
        "import rjieba; assert rjieba.cut('推进渔港建设') == plananalysis.cut('推进渔港建设')"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_edition_of_the_package_is_taken_whole(monkeypatch):
    import rjieba

    monkeypatch.setattr(module.PathFinder, "find_spec", lambda *_: None)
    assert module._compiled_part() is rjieba

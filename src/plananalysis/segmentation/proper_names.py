"""Tell places, units and persons among the words: what a token is called changes its kind, never its span.

A name counts where it begins and ends with whole words. Names that are one word of jieba are looked up among the words
of the corpus, each once; longer ones are runs of such words. A short form that is an ordinary word as well (白银)
needs its province or another place beside it. jieba's dictionary is evidence for landscapes and persons only: it calls
城市 a place and 养老 a person.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from plananalysis.corpus.model import Corpus
from plananalysis.corpus.naming_units import GENERIC
from plananalysis.folding import fold, fold_text
from plananalysis.language import any_of, compiled
from plananalysis.language.organisations import GOVERNMENT, PARTY, UNIT_NAMES
from plananalysis.language.persons import LEADERS, SURNAMES, TITLES_AFTER, TITLES_BEFORE
from plananalysis.language.places import (
    ABBREVIATIONS,
    FEATURES,
    JOINTS,
    LEVELS,
    PLACE_FEATURES,
    PLACE_WORDS,
    RANKS,
    REGIONS,
    WATERS_AND_MOUNTAINS,
    ZONES,
)
from plananalysis.lexicon.place_names import gazetteer
from plananalysis.segmentation.cut import cut, tag_of

_ALWAYS, _OWN, _BESIDE = 0, 1, 2
_STANDS = {"always": _ALWAYS, "own": _OWN, "beside": _BESIDE}
_NAMED, _RANK, _LEADER, _BEFORE, _AFTER, _FIRST, _SECOND = (1 << bit for bit in range(7))
_TOLD = {
    word: _RANK * (word in RANKS)
    | _LEADER * (word in LEADERS)
    | _BEFORE * (word in TITLES_BEFORE)
    | _AFTER * (word in TITLES_AFTER)
    for word in (*RANKS, *LEADERS, *TITLES_BEFORE, *TITLES_AFTER)
}
"""Words that tell of a name: ranks behind places, leaders, titles before and behind persons."""
_ABBREVIATED = frozenset(ABBREVIATIONS)
_PERSON = re.compile(f"[{SURNAMES}][\u4e00-\u9fd5]{{1,2}}")
_PLACE_OF_UNIT = re.compile(f"(.{{2,}}?[{LEVELS}])(?=.*{any_of(UNIT_NAMES)}$)")
_ENDINGS = tuple(dict.fromkeys((*FEATURES, *(rank for rank in RANKS if len(rank) > 1))))
_LAST = frozenset(ending[-1] for ending in _ENDINGS)
_ORGANS = frozenset((*PARTY, *GOVERNMENT))
_LAST_OF_ORGANS = frozenset(organ[-1] for organ in _ORGANS)
_LONGER = frozenset(ending for ending in _ENDINGS if len(ending) > 1)
_BUILT = compiled(PLACE_WORDS), compiled(PLACE_FEATURES)
_LONGEST = 16
"""Characters of the longest name of a place that a unit's name is tried for."""


class _Name(NamedTuple):
    """What a name is, where it counts (always, in its province, beside another), and its provinces as bits."""

    is_unit: bool
    stands: int
    within: int


_LANDSCAPE, _UNIT = _Name(False, _ALWAYS, 0), _Name(True, _ALWAYS, 0)


class Names(NamedTuple):
    """Names made ready: all of them by their folded form; of those that jieba takes for several words the first two."""

    known: dict[str, _Name]
    first: frozenset[str]
    second: frozenset[str]
    longest: int


class Placed(NamedTuple):
    """The tokens of a text in order: span, number of the word, whether it is of kind word, provinces of its plan."""

    start: np.ndarray
    end: np.ndarray
    token: np.ndarray
    plain: np.ndarray
    province: np.ndarray


class _Found(NamedTuple):
    """Names in a text: first and last token, what they are, where they count and their provinces."""

    first: np.ndarray
    last: np.ndarray
    is_unit: np.ndarray
    stands: np.ndarray
    within: np.ndarray


def unit_names(corpus: Corpus) -> list[str]:
    """Return the names of the units of a corpus and those of their parts that are names.

    Examples
    --------
    >>> import pandas as pd
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a"], "unit": ["青澜市财政局"]})
    >>> unit_names(corpus_from_texts({"a": "党建"}, facts))
    ['青澜市财政局', '青澜市', '青澜', '财政局']
    """
    return list(
        dict.fromkeys(name for unit in corpus.documents["unit"].unique() for name in names_of_unit(unit))
    )


def names_of_unit(unit: str) -> list[str]:
    """Return the name of a unit and those of its parts that are names.

    Examples
    --------
    >>> names_of_unit("青澜市财政局"), names_of_unit("甘肃省"), names_of_unit("机关党委")
    (['青澜市财政局', '青澜市', '青澜', '财政局'], ['甘肃省', '甘肃'], [])
    """
    place = _PLACE_OF_UNIT.match(unit)
    parts = [unit, place[1], place[1][:-1], unit[place.end() :]] if place else [unit]
    known = _places()[0].get(fold_text(unit)) if len(unit) <= _LONGEST else None
    if known and not place:
        parts += [name for name in (unit[:cut_at] for cut_at in range(2, len(unit))) if name in _places()[0]][
            :1
        ]
    return list(dict.fromkeys(part for part in parts if len(part) > 1 and not GENERIC.fullmatch(part)))


def compile_names(units: Sequence[str]) -> Names:
    """Make the places of the gazetteer and some units ready; of names that fold alike a place stands.

    Examples
    --------
    >>> "兰州" in compile_names([]).known, compile_names(["渔港学社"]).known["渔港学社"].is_unit
    (True, True)
    """
    places, several = _places()
    given = frozenset(units)
    own = {fold_text(unit): _Name(not _is_place(unit, given), _ALWAYS, 0) for unit in units}
    own = {name: what for name, what in own.items() if name and name not in places}
    if own:
        several = several + [words for words in _words_of(list(own)) if len(words) > 1]
    return Names(
        places | own if own else places,
        frozenset(words[0] for words in several),
        frozenset(words[1] for words in several),
        max(map(len, several)),
    )


def provinces_of(units: Iterable[str]) -> np.ndarray:
    """Return for every unit, as a bit, the province that its name begins with or that its place lies in; else 0."""
    places, _ = _places()
    found = []
    for unit in units:
        folded = fold_text(unit)
        lengths = range(min(len(folded), _LONGEST), 1, -1)
        name = next((folded[:n] for n in lengths if folded[:n] in places), "")
        found.append(places[name].within if name else 0)
    return np.array(found, np.int64)


class NameFinder:
    """Finds the names in one text after the other; what it has learnt of a word it knows in all of them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._words: list[str] = []
        self._said = np.zeros(0, np.int8)
        self._what = np.zeros((0, 3), np.int64)
        self._persons: dict[int, bool] = {}

    def learn(self, words: Sequence[str]) -> None:
        """Look at the words of a vocabulary that are new since the last time."""
        new = list(words[len(self._words) :])
        said, what = np.zeros(len(new), np.int8), np.zeros((len(new), 3), np.int64)
        # Folded in one go, and looked at in the order of what costs least.
        forms, known = fold("\0".join(new)).text.split("\0"), self._names.known
        hits = [(i, known[form]) for i, form in enumerate(forms) if form in known]
        ends = [form[-1:] for form in forms]
        built = [i for i, end in enumerate(ends) if end in _LAST or forms[i][:1] in _ABBREVIATED]
        hits += [(i, _LANDSCAPE) for i in built if forms[i] not in known and _looks_a_place(forms[i])]
        organs = [i for i, end in enumerate(ends) if end in _LAST_OF_ORGANS]
        hits += [(i, _UNIT) for i in organs if _looks_a_government(forms[i])]
        for i, name in hits:
            said[i], what[i] = _NAMED, name
        for bit, those in ((_FIRST, self._names.first), (_SECOND, self._names.second)):
            said[[i for i, form in enumerate(forms) if form in those]] |= bit
        for i in [i for i, form in enumerate(forms) if form in _TOLD]:
            said[i] |= _TOLD[forms[i]]
        self._words += forms
        self._said, self._what = np.concatenate([self._said, said]), np.concatenate([self._what, what])

    def kinds(self, text: str, tokens: Placed) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return which tokens are places, units and persons; none is two of them.

        Parameters
        ----------
        text, tokens
            The text and its tokens; all words have been learnt.
        """
        said = self._said[tokens.token]
        found = self._found(said, tokens)
        sure = (found.stands == _ALWAYS) | (found.within & tokens.province[found.first] > 0) & (
            found.stands == _OWN
        )
        sure = _beside(text, tokens, found, sure)
        place, unit = np.zeros((2, len(said)), bool)
        _mark(place, found, sure & (found.is_unit == 0))
        _mark(unit, found, sure & (found.is_unit == 1))
        behind = np.flatnonzero(place[:-1]) + 1
        place[behind[(said[behind] & _RANK > 0) & (tokens.start[behind] == tokens.end[behind - 1])]] = True
        place &= tokens.plain
        unit &= tokens.plain & ~place
        person = self._titled(said, tokens) & tokens.plain & ~place & ~unit
        return place, unit, person

    def _found(self, said: np.ndarray, tokens: Placed) -> _Found:
        """Return the names that are one token, and those of several tokens, in order; the longest of each beginning."""
        single = np.flatnonzero(said & _NAMED)
        first, last, what = single, single, self._what[tokens.token[single]]
        begins = np.flatnonzero((said[:-1] & _FIRST > 0) & (said[1:] & _SECOND > 0))
        runs = [run for run in (self._run(at, tokens) for at in begins.tolist()) if run]
        if runs:
            begin, end, names = zip(*runs, strict=True)
            first, last = np.append(first, begin), np.append(last, end)
            what = np.concatenate([what, np.array(names, np.int64)])
        order = np.argsort(first, kind="stable")
        return _Found(first[order], last[order], *what[order].T)

    def _run(self, at: int, tokens: Placed) -> tuple[int, int, _Name] | None:
        """Return the longest name of several tokens that begins at a token."""
        found, form = None, self._words[tokens.token[at]]
        for end in range(at + 1, min(at + self._names.longest, len(tokens.token))):
            if tokens.start[end] != tokens.end[end - 1]:
                break
            form += self._words[tokens.token[end]]
            if form in self._names.known:
                found = at, end, self._names.known[form]
        return found

    def _titled(self, said: np.ndarray, tokens: Placed) -> np.ndarray:
        """Return the tokens that are persons: leaders, and whose name stands beside a title."""
        person = (said & _LEADER) > 0
        behind = np.flatnonzero(said[:-1] & _BEFORE) + 1
        before = np.flatnonzero(said[1:] & _AFTER)
        touch = tokens.start[behind] == tokens.end[behind - 1], tokens.end[before] == tokens.start[before + 1]
        for at in (*behind[touch[0]].tolist(), *before[touch[1]].tolist()):
            number = int(tokens.token[at])
            if number not in self._persons:
                self._persons[number] = _looks_a_person(self._words[number])
            person[at] |= self._persons[number]
        return person


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, _Name], list[list[str]]]:
    """Return every name of a place, folded, and the words of those that jieba takes for several.

    Names of two characters count only where jieba takes them for one word, and that only in their province or beside
    another place: 和 + 县 is none, and what jieba takes for 和县 rarely is.
    """
    table = gazetteer()
    provinces = table.loc[table["level"] == "province", "short"].unique()
    bits = {name: 1 << number for number, name in enumerate(provinces)}
    found = {fold_text(name): _Name(False, _ALWAYS, 0) for name in (*REGIONS, *WATERS_AND_MOUNTAINS)}
    for name, short, within, stands in table[["name", "short", "within", "stands"]].itertuples(index=False):
        for form, where in ((name, _ALWAYS if len(name) > 2 else _STANDS[stands]), (short, _STANDS[stands])):
            before = found.get(fold_text(form), _Name(False, where, 0))
            province = before.within | bits.get(within or short, 0)
            found[fold_text(form)] = _Name(False, min(where, before.stands), province)
    longer = [name for name in found if len(name) > 2]
    return found, [words for words in _words_of(longer) if len(words) > 1]


def _words_of(names: Sequence[str]) -> list[list[str]]:
    """Return the words that jieba cuts each name into, all cut in one go."""
    lines: list[list[str]] = [[]]
    for word in cut("\n".join(names)):
        if word == "\n":
            lines.append([])
        else:
            lines[-1].append(word)
    return lines


def joins_a_place(before: str, word: str) -> bool:
    """Tell whether a word behind the name of a place belongs to it: a rank, or the rest of a longer name.

    Examples
    --------
    >>> joins_a_place("兰州", "新区"), joins_a_place("甘肃", "兰州"), joins_a_place("大湾", "区")
    (True, False, True)
    """
    known, _ = _places()
    return word in RANKS or (before + word in known and word not in known)


def _is_place(name: str, units: frozenset[str]) -> bool:
    """Tell whether the name of a unit, or a part of it, is that of a place: 青澜市, 青澜."""
    return name.endswith(tuple(LEVELS)) or any(f"{name}{rank}" in units for rank in LEVELS)


def _looks_a_place(word: str) -> bool:
    """Tell whether a word is a name by how it is built: 川渝, 皖北, 上海浦东新区, 长江流域, 祁连山."""
    words, features = _BUILT
    if word[0] in _ABBREVIATED and any(pattern.search(word) for _, pattern in words):
        return True
    known, _ = _places()
    for at in range(2, len(word) - 1):
        name, rest = known.get(word[:at]), word[at:]
        if (
            name
            and name.stands == _ALWAYS
            and (rest in _LONGER or (len(rest) > 2 and rest in known) or rest.endswith(ZONES))
        ):
            return True
    return len(word) > 2 and any(p.search(word) for _, p in features) and tag_of(word) == "ns"


def _looks_a_government(word: str) -> bool:
    """Tell whether a word is the government or the committee of a place: 甘肃省人民政府, 中共上海市委."""
    known, _ = _places()
    bare = word.removeprefix("中共")
    return any(bare[:at] in known and bare[at:] in _ORGANS for at in range(2, len(bare) - 1))


def _looks_a_person(word: str) -> bool:
    """Tell whether a word may be a person's name: a family name and one or two characters, known as a name to jieba."""
    return bool(_PERSON.fullmatch(word)) and len(set(word)) > 1 and tag_of(word).startswith("nr")


def _beside(text: str, tokens: Placed, found: _Found, sure: np.ndarray) -> np.ndarray:
    """Return which names are sure, with those that are named in one breath with a sure one."""
    if sure.all():
        return sure
    end, start = tokens.end[found.last[:-1]], tokens.start[found.first[1:]]
    joint = start - end == 1
    joint[joint] = [text[at] in JOINTS for at in end[joint].tolist()]
    while True:
        more = np.zeros_like(sure)
        more[1:] |= joint & sure[:-1]
        more[:-1] |= joint & sure[1:]
        if not (more & ~sure).any():
            return sure
        sure = sure | more


def _mark(kind: np.ndarray, found: _Found, chosen: np.ndarray) -> None:
    """Set all tokens from the first to the last of the chosen names."""
    first, last = found.first[chosen], found.last[chosen]
    for step in range(int((last - first).max(initial=-1)) + 1):
        kind[(first + step)[first + step <= last]] = True

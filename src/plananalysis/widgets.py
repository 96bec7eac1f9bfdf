"""Choose what a view shows from menus in a notebook; a new choice draws it anew."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from plananalysis.errors import InputError
from plananalysis.views import Html


def choose(view: Callable[..., Any], **choices: Iterable[Any] | Mapping[str, Any]) -> Any:
    """Show a view with a menu for each of its arguments: this unit or that, these two plans or those.

    Parameters
    ----------
    view
        A function of one argument per menu that returns what to show: a table, the Axes of a figure, or a view
        such as that of :func:`plananalysis.show_pair`. It runs again at each choice, so finish the long work
        (reading, segmenting) before it.
    **choices
        For each argument of ``view`` what its menu offers, in that order: any iterable, or a dict from the words
        in the menu to the values. Menus that offer the same things begin with different ones, so that two units
        can be compared at once.

    Returns
    -------
    object
        What a notebook shows as the last line of a cell: the menus and below them the view, redrawn at each
        choice. Outside a notebook, and without ipywidgets (extra ``notebooks``), the view of the first choices
        alone.

    Notes
    -----
    An :class:`plananalysis.InputError` of the view (a unit compared with itself) is shown as its one line. The
    menus need a running kernel; a notebook that is only read shows nothing in their place, so draw the same view
    once without them.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, show_places
    >>> corpus = corpus_from_texts({"a": "做到“两个维护”，增强“四个意识”。"})
    >>> view = choose(lambda slogan: show_places(corpus, slogan), slogan=["两个维护", "四个意识"])
    >>> "<mark>两个维护</mark>" in str(view)
    True
    """
    menus = {name: _labelled(offered) for name, offered in choices.items()}
    for name, menu in menus.items():
        if not menu:
            return Html(Markup('<p class="pa-view">nothing to choose from: {}</p>').format(name))

    def shown(**words: str) -> Any:
        return _shown(view, {name: menus[name][word] for name, word in words.items()})

    first = _first_choices({name: list(menu) for name, menu in menus.items()})
    if not _menus_work():
        return shown(**first)
    from ipywidgets import Dropdown, interactive

    boxes = {
        name: Dropdown(
            options=list(menu),
            value=first[name],
            description=name,
            style={"description_width": "initial"},
            layout={"width": "max-content", "max_width": "100%"},
        )
        for name, menu in menus.items()
    }
    return interactive(shown, {"auto_display": True}, **boxes)


def _menus_work() -> bool:
    """Whether a notebook runs this that can show menus."""
    from importlib.util import find_spec

    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return hasattr(shell, "kernel") and find_spec("ipywidgets") is not None


def _labelled(offered: Iterable[Any] | Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a menu offers by the words that stand in it."""
    if isinstance(offered, Mapping):
        return {str(word): value for word, value in offered.items()}
    return {str(value): value for value in offered}


def _first_choices(menus: dict[str, list[str]]) -> dict[str, str]:
    """Return the word at which each menu begins: the first one that no like menu before it begins with."""
    first: dict[str, str] = {}
    for name, words in menus.items():
        taken = {first[other] for other in first if menus[other] == words}
        first[name] = next((word for word in words if word not in taken), words[0])
    return first


def _shown(view: Callable[..., Any], values: dict[str, Any]) -> Any:
    """Return what a notebook displays of a view: a figure for its Axes, one line for bad input."""
    try:
        result = view(**values)
    except InputError as error:
        return Html(Markup('<p class="pa-view">{}</p>').format(error))
    from matplotlib.axes import Axes

    if not isinstance(result, Axes):
        return result
    from matplotlib import pyplot

    figure = result.figure.canvas.figure
    pyplot.close(figure)  # else the notebook would draw it a second time, and keep one for every choice
    return figure

"""A message to the user: text in English that knows its template and its values, and so what it is in Chinese."""

from collections.abc import Iterator
from typing import Any

from plananalysis.messages.catalogue import chinese_templates
from plananalysis.messages.template import CHINESE, ENGLISH, filled


class Message(str):
    """English text, everywhere where a text will do; :meth:`said` gives it in the other language.

    Parameters
    ----------
    template
        What stands in the table of :mod:`plananalysis.messages`, in English, with names in braces for the values; without
        values the text itself.
    values
        The values by name; they may be messages themselves.

    Examples
    --------
    >>> message = Message("{path}: no such file", path="甲.csv")
    >>> message, message.said("zh")
    ('甲.csv: no such file', '甲.csv：没有这个文件')
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> "Message":
        """Fill the template."""
        if isinstance(template, Message) and not values:
            return template
        # what can be gone through once only is kept
        kept = {name: list(value) if isinstance(value, Iterator) else value for name, value in values.items()}
        made = super().__new__(cls, filled(template, kept, ENGLISH) if kept else template)
        made.template, made.values = str(template), kept
        return made

    def said(self, language: str) -> str:
        """Return the text in a language, ``en`` or ``zh``; English where there is no other."""
        if language != CHINESE:
            return str(self)
        chinese = chinese_templates().get(self.template)
        if chinese is None:
            return str(self)
        return filled(chinese, self.values, CHINESE) if self.values else chinese

    def __getnewargs__(self) -> tuple[str]:
        """Return what a copy is made of: the text; template and values come with its state."""
        return (str(self),)

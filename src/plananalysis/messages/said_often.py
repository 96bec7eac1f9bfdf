"""What is said inside many messages: why the system refuses a file, the first of many names."""

import errno
import os
from collections.abc import Iterable

from plananalysis.messages.message import Message

_KNOWN = tuple(
    code
    for name in (
        "EACCES", "EBUSY", "EDQUOT", "EEXIST", "EFBIG", "EINVAL", "EIO", "EISDIR", "ELOOP", "EMFILE", "ENAMETOOLONG",
        "ENFILE", "ENODEV", "ENOENT", "ENOMEM", "ENOSPC", "ENOTDIR", "ENOTEMPTY", "ENXIO", "EPERM", "EPIPE", "EROFS",
        "ESTALE", "ETXTBSY", "EXDEV",
    )
    if (code := getattr(errno, name, None)) is not None
)  # fmt: skip
"""What a file can be refused for; :data:`plananalysis.messages.zh_system.SYSTEM` has them in Chinese."""


def reason_of(error: OSError) -> Message:
    """Return why the system refuses something.

    Examples
    --------
    >>> reason_of(PermissionError(13, "Permission denied")).said("zh")
    '没有权限'
    """
    if error.errno is not None and error.errno in _KNOWN:
        return Message(os.strerror(error.errno))
    return Message(error.strerror or str(error) or "cannot be opened")


def first_of(names: Iterable[object], most: int = 3) -> Message:
    """Return the first of many names, and how many more there are.

    Examples
    --------
    >>> first_of(["甲", "乙"], 5), first_of(["甲", "乙", "丙"], 1)
    ('甲, 乙', '甲 and 2 more')
    """
    named = [str(name) for name in names]
    if len(named) <= most:
        return Message("{names}", names=named)
    return Message("{names} and {n:,} more", names=named[:most], n=len(named) - most)

"""Processes that recognise pages side by side, and what happens when one of them ends or never answers."""

import atexit
import json
import os
import queue
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock, Timer
from typing import Any

from plananalysis.corpus.readers import recogniser
from plananalysis.corpus.readers.recogniser import Recognised, from_json
from plananalysis.errors import Explained

SECONDS = 120.0
"""Seconds that one page may take on a slow machine."""
_MOST_AT_ONCE = 8
_BYTES_OF_ONE = 1_200_000_000
"""Memory that one process takes up with a page of A4: .9 GB, and some to spare."""
_TRIES = 2
"""A process that ended may have been ended for another's memory; a page is given to one more."""
_PROGRAM = "import runpy, sys; sys.path[:] = PATH; runpy.run_path(FILE, run_name='__main__')"
"""Runs the file itself: importing it as a part of this package would load all that reading needs."""


class UnrecognisedError(Explained, RuntimeError):
    """A page that could not be recognised; the message is the reason."""


class _Recogniser:
    """One process."""

    def __init__(self, threads: int) -> None:
        path = [entry for entry in sys.path if isinstance(entry, str)]
        program = _PROGRAM.replace("PATH", repr(path)).replace("FILE", repr(recogniser.__file__))
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable or "python", "-c", program, str(threads)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise UnrecognisedError("the recogniser cannot be started") from error
        self._requests: Any = self._process.stdin
        self._answers: Any = self._process.stdout

    def ask(self, pixels: Any) -> list[Recognised]:
        """Return the lines of a picture (rows of red, green, blue)."""
        late: list[bool] = []

        def stop() -> None:
            late.append(True)
            self._process.kill()

        timer = Timer(SECONDS, stop)
        timer.daemon = True
        timer.start()
        line = b""
        try:
            height, width = pixels.shape[:2]
            self._requests.write(json.dumps([height, width]).encode() + b"\n")
            self._requests.write(pixels[:, :, ::-1].tobytes())
            self._requests.flush()
            line = self._answers.readline()
        except OSError:
            pass  # it has ended, which is said below
        finally:
            timer.cancel()
        if late:
            raise UnrecognisedError("the recogniser took more than {seconds:.0f} s", seconds=SECONDS)
        if not line.endswith(b"\n"):
            raise _EndedError
        said = json.loads(line)
        if isinstance(said, dict):
            raise UnrecognisedError("the recogniser failed ({error})", error=said["error"])
        return from_json(said)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            with suppress(OSError):  # what was not written yet cannot be
                stream.close()


class _EndedError(Exception):
    """A process that ended before it answered."""


class _Crew:
    """So many processes as pages are recognised side by side; each starts when it is first needed."""

    def __init__(self, size: int) -> None:
        self.size = size
        # One process uses several cores badly: on two, a third more processor time for a page.
        self._threads = 1 if size > 1 else _cores()
        self._idle: queue.LifoQueue[_Recogniser | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)
        self._started: set[_Recogniser] = set()
        self._is_closed = False
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(size, thread_name_prefix="recognisers")

    def submit(self, pixels: Any) -> "Future[list[Recognised]]":
        """Have a picture recognised."""
        return self._pool.submit(self._recognise, pixels)

    def _recognise(self, pixels: Any) -> list[Recognised]:
        for _ in range(_TRIES):
            one = self._idle.get()
            keep = None
            try:
                one = one or self._start()
                found = one.ask(pixels)
                keep = one
            except _EndedError:
                continue
            else:
                return found
            finally:
                if keep is None and one is not None:
                    self._end(one)
                self._idle.put(keep)  # None: the next page starts another
        raise UnrecognisedError("the recogniser ended on it")

    def _start(self) -> _Recogniser:
        with self._lock:
            if self._is_closed:
                raise UnrecognisedError("the recogniser was ended")
            one = _Recogniser(self._threads)
            self._started.add(one)
        return one

    def _end(self, one: _Recogniser) -> None:
        one.close()
        with self._lock:
            self._started.discard(one)

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._is_closed = True
            started, self._started = self._started, set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        for one in started:
            one.close()


_CREWS: list[_Crew] = []
"""The processes that are at work: none or one crew."""


def crew_for(n_pages: int) -> _Crew:
    """Return the processes for a file of so many pages: for a single page one, with all cores."""
    if not _CREWS or (_CREWS[0].size == 1 < min(n_pages, _most_at_once())):
        close()
        _CREWS.append(_Crew(_most_at_once() if n_pages > 1 else 1))
    return _CREWS[0]


def close() -> None:
    """End the processes; they start again when they are needed."""
    while _CREWS:
        _CREWS.pop().close()


atexit.register(close)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _most_at_once() -> int:
    """Return how many processes the cores and the free memory allow."""
    allowed = _MOST_AT_ONCE
    with suppress(AttributeError, OSError, ValueError):  # not every system tells its free memory
        allowed = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // _BYTES_OF_ONE
    return max(1, min(_cores(), _MOST_AT_ONCE, allowed))

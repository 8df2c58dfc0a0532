"""One run: texts from all sources, the laws, and what came of it."""

from __future__ import annotations

import signal
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from random import Random
from statistics import median
from types import FrameType

from attrs import Factory, define

from . import pool
from .growth import grows
from .laws import LAWS, Law, broken
from .minimise import minimised
from .sources import SOURCES

# Of every hundred texts, so many are Hypothesis's: it is slow, and says more about each.
_OF_THE_GRAMMAR = 2
_OF_THE_STRATEGIES = 1
# Every so manieth text is also exported and drawn; work is counted of every so manieth.
_DRAWN = 4
_COUNTED = 500
# A text that takes so many times the usual time of a character is timed again, alone.
_TOO_SLOW = 50
_MOST_FAILURES = 20
_OF_A_KIND = 3
_LONGEST_SECONDS = 30


@define
class Tally:
    """What was seen of a source."""

    texts: int = 0
    characters: int = 0
    failures: int = 0
    seconds: float = 0.0
    # Seconds for a KB, of texts of half a KB and more.
    slowest: float = 0.0


@define
class Failure:
    """A text that breaks a law, as short as it could be made."""

    source: str
    number: int
    law: str
    text: str
    found_in: int


@define
class Campaign:
    """Runs until so many texts were read or the time is over."""

    seed: int
    texts: int
    seconds: float
    say: Callable[[str], None]
    # Only these laws, of every text; without any, all that is read and every so manieth drawn and timed.
    laws: tuple[Law, ...] = ()
    # Only texts from these sources; without any, from all, and those that are known as they are.
    sources: tuple[str, ...] = ()
    tallies: defaultdict[str, Tally] = Factory(lambda: defaultdict(Tally))
    failures: list[Failure] = Factory(list)
    counted: int = 0
    drawn: int = 0
    took: float = 0.0
    _known: Counter[str] = Factory(Counter)
    # How long a character took of late; memory does not grow with the run.
    _usual: deque[float] = Factory(lambda: deque(maxlen=2001))
    _median: float = 0.0

    @property
    def done(self) -> int:
        """How many texts were read."""
        return sum(one.texts for one in self.tallies.values())

    def run(self) -> None:
        """Read the texts."""
        start = time.monotonic()
        signal.signal(signal.SIGALRM, _interrupt)
        for source, text in self._texts():
            self._text(source, text)
            self.took = time.monotonic() - start
            if self.done % 5000 == 0:
                self.say(f"{self.done} texts, {len(self.failures)} failures, {self.took:.0f} s")
            if self.took > self.seconds or len(self.failures) >= _MOST_FAILURES:
                self.say("ended early: the time is over" if self.took > self.seconds else "too many failures")
                return

    def _texts(self) -> Iterator[tuple[str, str]]:
        known = pool.documents()
        if self.sources:
            yield from self._made(known, self.sources)
            return
        for text in known[: self.texts // 2]:
            yield "as they are", text
        share = self.texts // 100
        made: list[str] = []
        for source, texts in (
            ("grammar", pool.of_the_grammar(share * _OF_THE_GRAMMAR, number=self.seed)),
            ("strategies", pool.of_the_strategies(share * _OF_THE_STRATEGIES, number=self.seed)),
        ):
            for text in texts:
                made += [text] if len(made) < 1000 else []
                yield source, text
        yield from self._made(known + made, tuple(SOURCES))

    def _made(self, known: list[str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        weights = [SOURCES[name][1] for name in names]
        for number in range(max(0, self.texts - self.done)):
            random = Random(f"{self.seed} {number}")
            (name,) = random.choices(names, weights)
            yield name, SOURCES[name][0](random, known)

    def _text(self, source: str, text: str) -> None:
        number = self.done
        tally = self.tallies[source]
        tally.texts += 1
        tally.characters += len(text)
        is_drawn = not self.laws and number % _DRAWN == 0
        self.drawn += is_drawn
        laws = self.laws or (_EVERY if is_drawn else LAWS["read"])
        start = time.perf_counter()
        law = _guarded(text, laws)
        took = time.perf_counter() - start
        tally.seconds += took
        if law is None and not is_drawn and not self.laws:
            tally.slowest = max(tally.slowest, took / max(1, len(text) / 1000) if len(text) > 500 else 0.0)
            law = self._slow(text, took)
        if law is None and not self.laws and number % _COUNTED == 0:
            self.counted += 1
            law = grows(text)
            if law:
                self._fail(source, text, law, lambda shorter: grows(shorter) is not None)
                return
        if law:
            kind = law.partition(":")[0]
            self._fail(source, text, law, lambda shorter: (_guarded(shorter, laws) or "").startswith(kind))

    def _slow(self, text: str, took: float) -> str | None:
        each = took / (len(text) + 100)
        self._usual.append(each)
        if len(self._usual) < 200:
            return None
        if not self._median or self.done % 500 == 0:
            self._median = median(self._usual)
        if each <= _TOO_SLOW * self._median:
            return None
        again = min(_seconds(text) for _ in range(5)) / (len(text) + 100)
        return (
            f"slow: {again / self._median:.0f} times the usual" if again > _TOO_SLOW * self._median else None
        )

    def _fail(self, source: str, text: str, law: str, shows: Callable[[str], bool]) -> None:
        tally = self.tallies[source]
        tally.failures += 1
        # A few texts for each way to break a law are enough.
        kind = law if "Error" in law else law.partition(":")[0]
        self._known[kind] += 1
        if self._known[kind] > _OF_A_KIND:
            return
        shortest = text if law.startswith("slow") else minimised(text, shows)
        found = Failure(source, self.done - 1, law, shortest, len(text))
        self.failures.append(found)
        self.say(f"seed {self.seed}, text {found.number} ({source}): {law}\n    {shortest!a}")


# What every so manieth text is asked.
_EVERY = (*LAWS["read"], *LAWS["export"], *LAWS["fix"])


def _guarded(text: str, laws: Iterable[Law]) -> str | None:
    """Return the law that a text breaks; to take too long breaks one."""
    signal.alarm(_LONGEST_SECONDS)
    try:
        return broken(text, laws)
    finally:
        signal.alarm(0)


def _seconds(text: str) -> float:
    start = time.perf_counter()
    broken(text, LAWS["read"])
    return time.perf_counter() - start


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"it takes more than {_LONGEST_SECONDS} s")

"""Cases of the language in text files: README.md describes how they are written."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen
from tests.saying import summary

import argmap

FILES = tuple(sorted(Path(__file__).parent.glob("*.argdown")))
_TITLE, _EXPECTED = "//: ", "//= "


@frozen
class Case:
    """A text, and what is expected of it: what it says and what is found, a line for each thing."""

    title: str
    text: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join((f"{_TITLE}{self.title}", self.text, *(_EXPECTED + line for line in self.expected)))


def cases_in(file: Path) -> tuple[str, tuple[Case, ...]]:
    """Return what a file says before its first case, and its cases."""
    preface, *parts = f"\n{_read(file)}".split(f"\n{_TITLE}")
    return preface.strip("\n"), tuple(_case(part) for part in parts)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _case(part: str) -> Case:
    title, _, rest = part.partition("\n")
    text, *expected = rest.rstrip("\n").split(f"\n{_EXPECTED}")
    return Case(title, text, tuple(expected))


def regenerated(file: Path) -> str:
    """Return the content of a file with what comes out now as what is expected."""
    preface, cases = cases_in(file)
    now = (evolve(case, expected=outcome(case.text)) for case in cases)
    return "\n\n".join((preface, *map(str, now))) + "\n"


def outcome(text: str) -> tuple[str, ...]:
    """Return what comes out of a text; line ends in it are written as `\\n`."""
    return tuple(line.replace("\n", "\\n") for line in summary(argmap.parse(text)))

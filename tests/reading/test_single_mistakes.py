"""One mistake in a text without any is one finding, on its line: a catalogue of slips against many texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap.text import Severity

_WORDS = ["harbour", "winter", "garden", "council", "evening", "library", "traffic", "village", "station"]


class Slip(NamedTuple):
    """A slip: the lines on which it can be made, and what it makes of one."""

    line: str
    made: Callable[[re.Match[str]], str]
    # How many lines further down the mistake is then.
    further: int = 0


def to(replacement: str) -> Callable[[re.Match[str]], str]:
    return lambda line: line.expand(replacement)


_RELATION = r"^(?P<operator>  [-+] )(?P<title>\[[a-z 0-9]+\]|<[a-z 0-9]+>)(?P<rest>:.*)"
_CLAIM = r"^\[(?P<title>[a-z 0-9]+)\](?P<rest>: .*)"
SLIPS = {
    "a space before a colon": Slip(_RELATION, to(r"\g<operator>\g<title> \g<rest>")),
    "a narrow space before a colon": Slip(_CLAIM, to("[\\g<title>]\u202f\\g<rest>")),
    "a full-width colon": Slip(r"^(?P<title>\[[a-z 0-9]+\]): (?P<rest>.*)", to(r"\g<title>：\g<rest>")),
    "no colon": Slip(r"^(?P<before>  [-+] <[a-z 0-9]+>): (?P<rest>.*)", to(r"\g<before> \g<rest>")),
    "no closing bracket": Slip(_CLAIM, to(r"[\g<title>\g<rest>")),
    "no opening bracket": Slip(_CLAIM, to(r"\g<title>]\g<rest>")),
    "the wrong bracket": Slip(_CLAIM, to(r"[\g<title>>\g<rest>")),
    "full-width brackets": Slip(_CLAIM, to(r"［\g<title>］\g<rest>")),
    "round brackets": Slip(
        r"^(?P<operator>  [-+] )\[(?P<title>[a-z 0-9]+)\](?P<rest>:.*)",
        to(r"\g<operator>(\g<title>)\g<rest>"),
    ),
    "a dash": Slip(_RELATION, to("  – \\g<title>\\g<rest>")),
    "a long dash": Slip(_RELATION, to("  — \\g<title>\\g<rest>")),
    "a bullet": Slip(_RELATION, to("  • \\g<title>\\g<rest>")),
    "an arrow": Slip(_RELATION, to("  → \\g<title>\\g<rest>")),
    "an apostrophe": Slip(_RELATION, to("  ’+ \\g<title>\\g<rest>")),
    "a non-breaking space": Slip(r"^(?P<operator>  [-+]) (?P<rest>.*)", to("\\g<operator>\u00a0\\g<rest>")),
    "a character that nobody sees": Slip(_CLAIM, to("\u200b[\\g<title>]\\g<rest>")),
    "a blank line before relations": Slip(r"^  [-+] .*", to(r"\n\g<0>"), further=1),
    "no space in a heading": Slip(r"^## (?P<rest>.*)", to(r"##\g<rest>")),
    "a full-width heading": Slip(r"^# (?P<rest>.*)", to(r"＃ \g<rest>")),
    "a line of dashes": Slip(r"^----$", to("––––")),
    "three hyphens": Slip(r"^----$", to("---")),
    "a premise without a number": Slip(r"^\(2\) (?P<rest>\[.*)", to(r"\g<rest>")),
    "a full-width number": Slip(r"^\(2\) (?P<rest>.*)", to(r"（２）\g<rest>")),
    "a relation on the same line": Slip(r"^(?P<claim>\[[a-z 0-9]+\]: .*)", to(r"\g<claim> + <other>: x")),
    "frontmatter that is not closed": Slip(r"^===\n(?P<rest>title: .*)\n===$", to(r"===\n\g<rest>")),
    "a misspelt title": Slip(
        r"^(?P<before>  [-+] <[a-z]+) (?P<a>[a-z])(?P<b>(?!(?P=a))[a-z])(?P<rest>[a-z]+ \d+>)$",
        to(r"\g<before> \g<b>\g<a>\g<rest>"),
    ),
    "HTML": Slip(r"^(?P<claim>\[[a-z 0-9]+\]: .*)", to(r"\g<claim><br>")),
}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts without a mistake, in which every slip can be made."""
    numbers = iter(range(100))

    def title() -> str:
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=2, unique=True))
        return f"{' '.join(words)} {next(numbers)}"

    def words() -> str:
        return " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6)))

    blocks = ["===\ntitle: Debate\n===", f"# {words()}"]
    arguments: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines = [f"[{title()}]: {words()}"]
        for _ in range(draw(st.integers(1, 3))):
            argument = title()
            arguments.append(argument)
            lines.append(f"  {draw(st.sampled_from('+-'))} <{argument}>: {words()}")
            lines += [f"  {draw(st.sampled_from('+-'))} [{title()}]: {words()}"] * draw(st.integers(0, 1))
        blocks.append("\n".join(lines))
    blocks += [f"## {words()}", f"[{title()}]: {words()}\n  - <{draw(st.sampled_from(arguments))}>"]
    argument = draw(st.sampled_from(arguments))
    blocks.append(f"<{argument}>\n\n(1) {words()}\n(2) [{title()}]: {words()}\n----\n(3) {words()}")
    blocks.append(f"[{title()}]: {words()}")
    return "\n\n".join(blocks) + "\n"


def places(text: str) -> list[int]:
    """Return the lines of warnings and errors."""
    document = argmap.parse(text)
    return [
        document.location(one.span.start).line
        for one in document.diagnostics
        if one.severity is not Severity.INFO
    ]


@given(texts())
def test_a_text_without_a_mistake_has_no_warning(text: str) -> None:
    assert places(text) == []


@settings(max_examples=15)
@pytest.mark.parametrize("name", SLIPS)
@given(st.data())
def test_one_mistake_in_a_text_is_one_finding_on_its_line(name: str, data: st.DataObject) -> None:
    slip = SLIPS[name]
    text = data.draw(texts())
    spots = list(re.finditer(slip.line, text, re.MULTILINE))
    assume(spots)
    spot = data.draw(st.sampled_from(spots))
    mistaken = text[: spot.start()] + slip.made(spot) + text[spot.end() :]
    line = text.count("\n", 0, spot.start()) + 1 + slip.further
    assert places(mistaken) == [line], mistaken

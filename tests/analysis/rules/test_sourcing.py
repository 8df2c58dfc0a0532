"""Rules about sources."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import check_debate
from argmap.analysis.context import CheckContext
from argmap.data import FrozenDict
from argmap.model import Debate, InferenceRef, Source
from argmap.text import Span


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in argmap.check(argmap.parse(text))]


def codes(text: str) -> list[str]:
    return [code for code, _ in found(text)]


@pytest.mark.parametrize(
    "source",
    [
        "Mill",
        '"https://example.org"',
        "{file: a.txt}",
        "{author: A, title: T, accessed: 2020-01-01}",
        "{author: A, year: 2020}",
        "{title: T}",
    ],
)
def test_plain_and_dated_sources_lack_no_date(source: str) -> None:
    assert codes(f"[^E]: x {{source: {source}}}") == []


def test_a_source_without_a_date_is_told_once() -> None:
    text = "===\nsources: {mill: {author: Mill, title: T}}\n===\n\n"
    assert codes(text + "[A]\n  + [^E]: x {source: mill}\n  - [^F]: y {source: mill}") == ["C314", "C303"]


@pytest.mark.parametrize("more", ["page: 7", "URL: 'https://a.org'", "file: a.txt"])
def test_what_can_be_found_otherwise_needs_no_locator(more: str) -> None:
    assert codes(f"[^E]: x {{quote: y, source: {{author: A, date: 2020, {more}}}}}") == []


def test_an_argument_from_nothing_but_one_source_counts_with_it() -> None:
    text = "[C]\n  + [^E]: x {source: S}\n  + <A>: y\n    + [^F]: z {source: S}"
    assert ("C307", "<A> and [^E] support [C] separately, but rest on the same source: S") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "[C]\n  + [^E]: x {source: S}\n  + <A>: y\n    + [^F]: z {source: S}\n    + [B]: z",
        "[C]\n  + [^E]: x {source: S}\n  + [^F]: z {source: [S, T]}",
        "<A>\n\n(1) [^E]: x {source: S}\n(2) [^F]: y {source: S}\n----\n(3) [C]",
        "<A>\n\n(1) [^E]: x {source: S}\n(2) [^F]: y {source: S}\n----\n(3) [C]\n----\n(4) [D]",
    ],
)
def test_what_has_more_than_one_source_or_supports_together_is_no_double(text: str) -> None:
    assert "C307" not in codes(text)


def test_many_pieces_from_one_source_are_not_all_named() -> None:
    lines = "\n".join(f"  + [^E{number}]: x {{source: S}}" for number in range(8))
    (message,) = (message for code, message in found(f"[C]: x\n{lines}") if code == "C307")
    assert "and 3 more support [C]" in message


def test_an_undercut_does_not_attack_what_it_bears_on() -> None:
    text = "[C]\n  + <A>: y\n    + [^E]: x {source: S}\n    <_ [^F]: z {source: S}"
    assert "C314" not in codes(text)
    assert "C314" in codes(text.replace("<_", "-"))


def test_unused_sources_are_told_where_they_are_declared() -> None:
    text = "===\nsources:\n  mill: On Liberty\n  b: B\n===\n\n[^E]: x {source: b}"
    (one,) = argmap.check(argmap.parse(text))
    assert (one.code, text[one.span.start : one.span.end]) == ("C322", "mill")


def test_claims_may_use_sources_as_well() -> None:
    assert codes("===\nsources: {a: A}\n===\n\n[C]: x {source: a}") == []


def test_evidence_for_an_argument_counts_on_both_sides() -> None:
    text = "[C]\n  + <A>: y\n    + [^E]: x {source: S}\n  - <B>: z\n    + [^F]: z {source: S}\n    + [D]: d"
    assert "C314" in codes(text)


def test_a_debate_made_in_code_has_no_text_to_point_at() -> None:
    source = Source(title="T", key="t")
    metadata = FrozenDict(sources=FrozenDict(t="T"))
    (one,) = check_debate(Debate(sources=FrozenDict(t=source), metadata=metadata))
    assert (one.code, one.span) == ("C322", Span(0, 0))


def test_an_inference_has_a_name_for_people() -> None:
    assert CheckContext(Debate()).named(InferenceRef("A", 1)) == "inference 2 of <A>"

"""What only follows from data that cannot be read is not reported."""

import pytest

import argmap


def codes(text: str) -> list[str]:
    document = argmap.parse(text)
    return [finding.code for finding in (*document.diagnostics, *argmap.check(document))]


@pytest.mark.parametrize(
    "text",
    [
        "[A]: a\n  + [^E]: e {source: Meier: A book}",
        "[^Report]: Prices rose. {source: BBC: News at ten, kind: event}\n  +> [A]\n\n[A]: a",
        "[^E]: e\n  +> [A]: a\n\n[^E] {source: a: b}",
        "===\nsources: {s: {title: x, date: 2020}}\n===\n\n[^E]: e {source: s: t}\n  +> [A]: a",
        "<A>\n\n(1) p\n(2) q\n-- {uses: [1, 2} --\n(3) r\n-- {uses: [3]} --\n(4) s",
    ],
)
def test_one_mistake_in_data_is_one_finding(text: str) -> None:
    assert codes(text) == ["R201"]


def test_what_does_not_follow_is_reported() -> None:
    text = "[^E]: e {source: a: b}\n  +> [A]: a\n\n[^F]: f\n  +> [A]"
    assert codes(text) == ["R201", "C301"]

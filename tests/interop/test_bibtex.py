"""Sources written as BibTeX."""

from __future__ import annotations

import pytest

from argmap.data import FrozenDict
from argmap.interop import bibtex
from argmap.model import Source


def test_a_source_without_a_key_gets_one_of_its_own() -> None:
    twice = Source(title="T", authors=("Jane Müller",), issued="2001-05")
    assert [
        line for line in bibtex.dumps([twice, twice, Source(title="日本")]).splitlines() if "@" in line
    ] == [
        "@book{muller2001,",
        "@book{muller2001-2,",
        "@misc{source,",
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (Source(title="T", url="https://example.org"), "online"),
        (Source(title="T", container_title="J"), "article"),
        (Source(title="T", fields=FrozenDict(type="chapter")), "incollection"),
        (Source(title="T", fields=FrozenDict(type="REPORT")), "report"),
        (Source(title="T", fields=FrozenDict(type="song")), "misc"),
        (Source(title="T", authors=("A B",)), "book"),
    ],
)
def test_entries_have_the_type_that_fits(source: Source, kind: str) -> None:
    assert bibtex.dumps([source]).startswith(f"@{kind}{{")


def test_what_means_something_in_latex_is_escaped() -> None:
    written = bibtex.dumps([Source(title="50% of {all} & \\more_", key="k{,}")])
    assert written == "@misc{k,\n  title = {50\\% of \\{all\\} \\& \\textbackslash{}more\\_},\n}\n"


def test_institutions_stay_in_one_piece() -> None:
    names = (
        "Jane Doe",
        "United Nations General Assembly",
        "Trump administration",
        "Smith and Sons",
        "Doe, Jr.",
    )
    written = bibtex.dumps([Source(title="T", authors=names)])
    assert (
        "author = {Jane Doe and {United Nations General Assembly} and {Trump administration} "
        "and {Smith and Sons} and {Doe, Jr.}}," in written
    )


def test_other_fields_are_kept() -> None:
    fields = FrozenDict(ISBN="978", volume=7, note="n & m", allow=("C303",), nested=FrozenDict(a=1))
    written = bibtex.dumps([Source(title="T", page="1–2", doi="10.1/{x}", accessed="2020", fields=fields)])
    assert [line.strip() for line in written.splitlines()[2:-1]] == [
        "pages = {1--2},",
        "doi = {10.1/%7Bx%7D},",
        "urldate = {2020},",
        "isbn = {978},",
        "volume = {7},",
        "note = {n \\& m},",
    ]

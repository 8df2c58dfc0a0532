"""Bibliographies in BibTeX."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.interop import bibtex
from argmap.model import Source
from argmap.model.sources.source_values import source_of
from argmap.reading.bibtex_reader import read_bibtex

ENTRIES = r"""
@string{cup = "Cambridge University Press"}

@book{wrm,
  author = {Walton, Douglas and Reed, Chris and Macagno, Fabrizio},
  title = {Argumentation {S}chemes \& Practice},
  publisher = cup,
  year = 2008,
  month = mar,
  pages = {10--20},
  isbn = {978-0-521-72374-9},
}

@article{muller,
  author = {M{\"u}ller, J{\'e}r{\^o}me and {World Health Organization} and von der Leyen, Ursula},
  title = "Half of \emph{all}",
  journaltitle = {J. Phil.},
  date = {2020-03-05},
  doi = {10.1/x_y},
  url = {https://example.org/a\_b?q=50%25},
  urldate = {2021-01-01},
}
"""


def sources(text: str) -> dict[str, Source]:
    return {key: source_of(said, key=key) for key, said in read_bibtex(text)[0].items()}


def test_a_book_becomes_a_source() -> None:
    book = sources(ENTRIES)["wrm"]
    assert book.reference == (
        "Douglas Walton, Chris Reed, Fabrizio Macagno: Argumentation Schemes & Practice, "
        "Cambridge University Press, 2008-03, pp. 10–20"
    )
    assert book.fields == {"type": "book", "isbn": "978-0-521-72374-9"}


def test_names_accents_and_addresses_are_read() -> None:
    article = sources(ENTRIES)["muller"]
    assert article.authors == ("Jérôme Müller", "World Health Organization", "Ursula von der Leyen")
    assert (article.title, article.container_title) == ("Half of all", "J. Phil.")
    assert (article.url, article.doi, article.accessed) == (
        "https://example.org/a_b?q=50%25",
        "10.1/x_y",
        "2021-01-01",
    )


def load(folder: Path, text: str, name: str = "references.bib") -> argmap.Document:
    (folder / name).write_text(text, encoding="utf-8")
    file = folder / "debate.argdown"
    file.write_text(f"===\nbibliography: {name}\n===\n\n[^E]: x {{source: wrm}}", encoding="utf-8")
    return argmap.load(file)


def test_evidence_rests_on_an_entry(tmp_path: Path) -> None:
    document = load(tmp_path, ENTRIES, "References.BIB")
    assert document.diagnostics == ()
    assert document.debate.evidence["E"].sources[0].key == "wrm"


def test_what_cannot_be_read_is_told_at_the_key(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    document = load(tmp_path, ENTRIES + "@book{wrm, title={x}}\n@misc{open, title={x\n")
    assert [one.code for one in document.diagnostics] == ["R251", "R251"]
    line = ENTRIES.count("\n") + 1
    assert f"the key `wrm` occurs again in line {line};" in document.diagnostics[0].message
    span = document.diagnostics[0].span
    assert document.text[span.start : span.end] == "bibliography"
    assert capfd.readouterr().err == ""


def test_without_the_package_people_are_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bibtexparser", None)
    found = load(tmp_path, ENTRIES).diagnostics
    assert [one.code for one in found] == ["R228"]
    assert 'pip install "argmap[bibtex]"' in found[0].message


def test_braces_that_nest_too_deep_are_told(tmp_path: Path) -> None:
    text = "@book{wrm, title = {" + "{" * 3000 + "x" + "}" * 3000 + "}}"
    assert {one.code for one in load(tmp_path, text).diagnostics} <= {"R228", "R251", "R217"}


@given(st.text("@{}=,\"\\\n abook#%$~&_'1", max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    entries, problems = read_bibtex(text)
    assert all(isinstance(one, str) for one in (*entries, *problems))


WORDS = st.text("abcäöüßé&%$#_{}~^\\ xyz", min_size=1, max_size=15).map(str.strip).filter(bool)

NAMES = st.sampled_from(("Jane Doe", "United Nations General Assembly", "Unesco"))


@given(
    st.lists(
        st.builds(
            Source,
            title=WORDS,
            publisher=WORDS,
            issued=st.dates().map(str),
            authors=st.lists(NAMES, max_size=2).map(tuple),
        ),
        max_size=3,
    )
)
def test_what_is_written_is_read_again(written: list[Source]) -> None:
    again = list(sources(bibtex.dumps(written)).values())
    assert [(one.title, one.publisher, one.issued, one.authors) for one in again] == [
        (plain(one.title), plain(one.publisher), one.issued, one.authors) for one in written
    ]


def plain(text: str | None) -> str:
    return " ".join((text or "").split())

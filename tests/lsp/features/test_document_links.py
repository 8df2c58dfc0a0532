"""What leads elsewhere."""

from pathlib import Path

import pytest

import argmap
from argmap.lsp.features.document_links import links


def _addresses(text: str) -> list[str | None]:
    return [link.address for link in links(argmap.parse(text))]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a_(b)?c=1,2#d.", "https://example.org/a_(b)?c=1,2#d"),
        ("[a](https://example.org/b)", "https://example.org/b"),
        ("[mail](mailto:a@example.org)", "mailto:a@example.org"),
        ("{doi: 10.1000/182}", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182.", "https://doi.org/10.1000/182"),
        ("{url: 'https://example.org/a'}", "https://example.org/a"),
    ],
)
def test_addresses_and_identifiers_of_publications_are_links(text: str, address: str) -> None:
    assert _addresses(f"[^E]: {text}") == [address]


@pytest.mark.parametrize(
    "text", ["[a](javascript:alert(1))", "[a](b)", "version 10.2/3", "file:///etc/passwd"]
)
def test_nothing_else_is_a_link(text: str) -> None:
    assert _addresses(text) == []


_FILES = """===
bibliography: [refs.bib, ../other.bib]
schemes: own.toml
sources: {m: {title: T, file: quoted.txt}}
===

@include(parts/more.argdown)

@include(../outside.argdown)

[^E]: e {source: {file: "quoted too.txt"}}

[^F]: f {source: [{file: /etc/passwd}, m]}
"""


def test_files_in_the_folder_are_links(tmp_path: Path) -> None:
    document = argmap.parse(_FILES, tmp_path / "debate.argdown")
    found = [(_FILES[link.span.start : link.span.end], link.file) for link in links(document)]
    assert found == [
        ("refs.bib", str(tmp_path / "refs.bib")),
        ("own.toml", str(tmp_path / "own.toml")),
        ("quoted.txt", str(tmp_path / "quoted.txt")),
        ("parts/more.argdown", str(tmp_path / "parts/more.argdown")),
        ('"quoted too.txt"', str(tmp_path / "quoted too.txt")),
    ]


def test_symbolic_links_do_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "way").symlink_to(tmp_path)
    document = argmap.parse("@include(way/secret.argdown)", tmp_path / "inner" / "debate.argdown")
    assert links(document) == ()
    assert len(links(document, str(tmp_path))) == 1


def test_a_text_in_no_file_has_no_links_to_files() -> None:
    assert links(argmap.parse(_FILES)) == ()

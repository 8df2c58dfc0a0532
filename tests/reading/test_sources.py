"""Where evidence comes from: data, frontmatter, bibliographies."""

import json
from pathlib import Path

import pytest

import argmap
from argmap.data import FrozenDict, Value, freeze
from argmap.model import Source
from argmap.model.sources.source_values import source_of


def sources(text: str, path: str | None = None) -> tuple[Source, ...]:
    return argmap.parse(text, path).debate.evidence["E"].sources


def declared(*lines: str) -> str:
    return "===\nsources:\n" + "\n".join(f"  {line}" for line in lines) + "\n===\n\n"


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("a title", Source(title="a title")),
        ("  On \n Liberty ", Source(title="On Liberty")),
        ("https://example.org/a", Source(url="https://example.org/a")),
        ("HTTP://example.org", Source(url="HTTP://example.org")),
        ("mailto:a@b.c", Source(url="mailto:a@b.c")),
        ("doi:10.1/x", Source(url="doi:10.1/x")),
        (1859, Source(title="1859")),
        (None, Source(title="")),
        ({"title": "T", "Publisher": "P"}, Source(title="T", publisher="P")),
        ({"container-title": "C"}, Source(container_title="C")),
        (
            {"container": "C", "containerTitle": "D"},
            Source(container_title="C", fields=FrozenDict(containerTitle="D")),
        ),
        ({"URL": "u", "DOI": "d"}, Source(url="u", doi="d")),
        ({"page": 12}, Source(page="12")),
        ({"pages": "1-2"}, Source(page="1-2")),
        ({"title": ["a", "b"]}, Source(title="a, b")),
        ({"title": ""}, Source(fields=FrozenDict(title=""))),
        ({"ISBN": "1"}, Source(fields=FrozenDict(ISBN="1"))),
        ({"id": "x"}, Source(fields=FrozenDict(id="x"))),
        ({"author": "Mill"}, Source(authors=("Mill",))),
        ({"authors": ["Mill", "Taylor"]}, Source(authors=("Mill", "Taylor"))),
        ({"author": {"family": "Mill", "given": "John"}}, Source(authors=("John Mill",))),
        (
            {"author": [{"family": "Gogh", "non-dropping-particle": "van"}, {"literal": "UN"}]},
            Source(authors=("van Gogh", "UN")),
        ),
        ({"issued": 1859}, Source(issued="1859")),
        ({"year": "1859"}, Source(issued="1859")),
        ({"issued": {"date-parts": [[1859, 3, 14]]}}, Source(issued="1859-03-14")),
        ({"issued": {"date-parts": [["1859"], [1860, 1]]}}, Source(issued="1859/1860-01")),
        ({"issued": {"raw": "spring 1859"}}, Source(issued="spring 1859")),
        ({"issued": {"literal": "c. 1859"}}, Source(issued="c. 1859")),
        ({"issued": {"date-parts": [1859], "literal": "1859"}}, Source(issued="1859")),
    ],
)
def test_a_source_is_a_title_an_address_or_csl_variables(said: object, source: Source) -> None:
    assert source_of(freeze(said)) == source


def test_a_date_in_yaml_is_written_as_a_date() -> None:
    text = "[^E]: x {source: {issued: 2025-03-05, accessed: 2025-03-05T10:00:00Z}}"
    (source,) = sources(text)
    assert (source.issued, source.accessed) == ("2025-03-05", "2025-03-05T10:00:00+00:00")


def test_evidence_may_have_several_sources() -> None:
    assert sources("[^E]: x {source: [A, {title: B}]}") == (Source(title="A"), Source(title="B"))


def test_claims_and_arguments_may_have_sources_too() -> None:
    debate = argmap.parse("[A]: x {source: S}\n\n<B>: x {source: T}").debate
    assert (debate.claims["A"].sources, debate.arguments["B"].sources) == (
        (Source(title="S"),),
        (Source(title="T"),),
    )


def test_a_key_names_a_source_that_the_document_declares() -> None:
    text = declared("un: {title: Resolution, id: x}", "who: Report") + "[^E]: x {source: [un, who]}"
    assert sources(text) == (Source(title="Resolution", key="un"), Source(title="Report", key="who"))


def test_declared_sources_stand_in_the_debate() -> None:
    debate = argmap.parse(declared("un: {title: Resolution}") + "x").debate
    assert debate.sources == {"un": Source(title="Resolution", key="un")}


def test_a_key_that_is_not_declared_is_told_with_the_nearest() -> None:
    document = argmap.parse(declared("unga: {title: T}") + "[^E]: x {source: ungaa}")
    assert [(one.code, one.hint) for one in document.diagnostics] == [("R217", "did you mean `unga`?")]


def test_a_key_that_is_like_none_is_told_to_be_declared() -> None:
    document = argmap.parse(declared("unga: {title: T}") + "[^E]: x {source: zzz}")
    assert document.diagnostics[0].hint == "declare it under `sources` in the frontmatter"


@pytest.mark.parametrize("said", ["http://example.org", "A book with blanks", "'1: a'"])
def test_addresses_and_titles_need_no_declaration(said: str) -> None:
    document = argmap.parse(declared("unga: {title: T}") + f"[^E]: x {{source: {said}}}")
    assert document.diagnostics == ()


def test_words_are_titles_where_nothing_is_declared() -> None:
    document = argmap.parse("[^E]: x {source: Mill}")
    assert (document.diagnostics, document.debate.evidence["E"].sources) == ((), (Source(title="Mill"),))


def test_sources_must_be_a_mapping_to_count() -> None:
    assert argmap.parse("===\nsources: [a]\n===\n\nx").debate.sources == {}


# Bibliographies

TEXT = "===\nbibliography: {}\n===\n\n[^E]: x {{source: mill}}"
MILL = {"id": "mill", "title": "On Liberty", "issued": {"date-parts": [[1859]]}}


@pytest.mark.parametrize("content", [[MILL], {"items": [MILL]}])
def test_a_bibliography_is_csl_json(tmp_path: Path, content: object) -> None:
    (tmp_path / "refs.json").write_text(json.dumps(content), encoding="utf-8")
    path = str(tmp_path / "debate.argdown")
    assert sources(TEXT.format("refs.json"), path) == (Source(title="On Liberty", issued="1859", key="mill"),)


def test_there_may_be_several_bibliographies(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([MILL]), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps([{**MILL, "id": "b"}]), encoding="utf-8")
    debate = argmap.parse(TEXT.format("[a.json, b.json]"), tmp_path / "debate.argdown").debate
    assert list(debate.sources) == ["mill", "b"]


def why(text: str, path: Path | None) -> list[tuple[str, str]]:
    return [
        (one.code, one.message.partition("cannot be read: ")[2])
        for one in argmap.parse(text, path).diagnostics
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[{}]", "it has no 'id' in an entry"),
        ("{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("3", "it is not CSL-JSON"),
        ("[3]", "it is not CSL-JSON"),
        ('{"items": 3}', "it is not CSL-JSON"),
    ],
)
def test_a_bibliography_that_cannot_be_read_is_told(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "refs.json").write_text(content, encoding="utf-8")
    assert why("===\nbibliography: refs.json\n===\n\nx", tmp_path / "d.argdown") == [("R228", words)]


def test_a_bibliography_that_is_missing_is_told(tmp_path: Path) -> None:
    ((code, words),) = why("===\nbibliography: none.json\n===\n\nx", tmp_path / "d.argdown")
    assert (code, "no such file" in words) == ("R228", True)


@pytest.mark.parametrize("name", ["../refs.json", "/etc/passwd"])
def test_a_bibliography_stands_in_the_folder_of_the_document(tmp_path: Path, name: str) -> None:
    assert why(f"===\nbibliography: {name}\n===\n\nx", tmp_path / "d.argdown") == [
        ("R228", "it is not inside the folder of the document")
    ]


def test_a_text_without_a_place_has_no_bibliography() -> None:
    assert why("===\nbibliography: refs.json\n===\n\nx", None)[0][0] == "R228"


def test_a_source_is_a_value_that_can_be_frozen() -> None:
    said: Value = FrozenDict(title="T")
    assert {source_of(said), Source(title="T")} == {Source(title="T")}


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("sources: refs.json", "write `bibliography: refs.json`"),
        ("sources: [a, b]", "give each source a key"),
        ("sources: 3", "give each source a key"),
        ("bibliography: {a: b}", "write `bibliography: path/of/the/file`"),
        ("bibliography: [a.json, 3]", "write `bibliography: path/of/the/file`"),
        ("schemes: {a: b}", "write `schemes: path/of/the/file`"),
    ],
)
def test_what_cannot_declare_sources_or_name_files_is_reported(written: str, hint: str) -> None:
    found = argmap.parse(f"===\n{written}\n===\n\n[A]: a\n").diagnostics
    known = [one for one in found if one.code == "R299"]
    assert [(one.hint or "")[: len(hint)] for one in known] == [hint]
    assert "FrozenDict" not in "".join(one.message for one in found)

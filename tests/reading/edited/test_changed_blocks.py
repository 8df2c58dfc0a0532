"""Blocks that are added, removed or moved: only they are read, and the document is the same in everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.reading.edited.edit_scripts import ODD_BLOCKS, PLAIN_BLOCKS, BlockEdit, edited, scripts
from tests.reading.edited.whole_documents import all_of

import argmap
from argmap import Document
from argmap.analysis import judge

_TEXT = """\
[A]: a text, see @[B]. #x
  + [B]: b #y
    - <G>: g

# Part

<G>

(1) [A]
(2) [^Ev]: seen {kind: survey}
-- modus ponens {uses: [1]} --
(3) [C]: c

Words without a title.

[D]: d
  - [B]

[A]: a text, see @[B].
  + [D]

[?Q]: q?
  + [C]
"""


def after_edits(script: tuple[str, list[str], list[BlockEdit]]) -> Document:
    """Return the document that is read again after each edit of a script."""
    beginning, blocks, edits = script
    document = argmap.parse(beginning + "\n\n".join(blocks))
    for edit in edits:
        blocks = edited(blocks, edit)
        document = argmap.parse(beginning + "\n\n".join(blocks), previous=document)
    return document


@given(scripts(PLAIN_BLOCKS, 6))
def test_a_document_is_the_same_whatever_was_done_to_its_blocks(
    script: tuple[str, list[str], list[BlockEdit]],
) -> None:
    document = after_edits(script)
    assert all_of(document) == all_of(argmap.parse(document.text))


@given(scripts(PLAIN_BLOCKS + ODD_BLOCKS, 4))
def test_it_is_the_same_also_where_something_is_odd(script: tuple[str, list[str], list[BlockEdit]]) -> None:
    document = after_edits(script)
    assert all_of(document) == all_of(argmap.parse(document.text))


@settings(max_examples=40)
@given(scripts(PLAIN_BLOCKS, 3))
def test_what_is_named_where_is_the_same(script: tuple[str, list[str], list[BlockEdit]]) -> None:
    beginning, blocks, edits = script
    document = argmap.parse(beginning + "\n\n".join(blocks))
    for edit in edits:
        argmap.occurrences(document)
        blocks = edited(blocks, edit)
        document = argmap.parse(beginning + "\n\n".join(blocks), previous=document)
    anew, offsets = argmap.parse(document.text), range(len(document.text) + 1)
    assert argmap.occurrences(document) == argmap.occurrences(anew)
    assert [document.at(offset) for offset in offsets] == [anew.at(offset) for offset in offsets]


@settings(max_examples=40)
@given(scripts(PLAIN_BLOCKS + ODD_BLOCKS, 3))
def test_what_bears_on_what_and_what_is_allowed_is_the_same(
    script: tuple[str, list[str], list[BlockEdit]],
) -> None:
    document = after_edits(script)
    anew = argmap.parse(document.text)
    debate = document.debate
    for element in anew.debate:
        assert debate.supporters(element) == anew.debate.supporters(element)
        assert debate.attackers(element) == anew.debate.attackers(element)
    assert judge(document.diagnostics, debate) == judge(anew.diagnostics, anew.debate)


@settings(max_examples=40)
@given(scripts(PLAIN_BLOCKS + ODD_BLOCKS, 4))
def test_the_fences_of_a_page_are_the_same(script: tuple[str, list[str], list[BlockEdit]]) -> None:
    beginning, blocks, edits = script

    def page(blocks: list[str]) -> str:
        return (
            f"Before.\n\n```argdown\n{beginning}{chr(10) * 2}{(chr(10) * 2).join(blocks)}\n```\n\nBehind.\n"
        )

    document = argmap.parse(page(blocks), markdown=True)
    for edit in edits:
        blocks = edited(blocks, edit)
        document = argmap.parse(page(blocks), markdown=True, previous=document)
    anew = argmap.parse(document.text, markdown=True)
    assert document == anew
    assert all_of(document.debate) == all_of(anew.debate)
    assert document.diagnostics == anew.diagnostics


def test_files_that_a_text_includes_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "b.argdown").write_text("[B]: b\n\n# Part\n\n<G>\n\n(1) [A]\n----\n(2) [B]", encoding="utf-8")
    path = tmp_path / "a.argdown"
    path.write_text("[A]: a\n\n@include(b.argdown)\n\n[B]\n  + [A]", encoding="utf-8")
    document = argmap.load(path)
    path.write_text("[A]: a\n\n[N]: new\n\n@include(b.argdown)\n\n[B]\n  + [A]\n\n<G>: g", encoding="utf-8")
    assert all_of(argmap.load(path, previous=document)) == all_of(argmap.load(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[D]: d\n", "[N]: new #z\n  + <M>: more\n\n[D]: d\n"),
        ("[D]: d\n", "<M>: m\n\n(1) [N]: new\n(2) [A]\n----\n(3) [B]\n\n[D]: d\n"),
        ("[D]: d\n  - [B]\n\n", ""),
        ("[A]: a text, see @[B].\n  + [D]\n\n", ""),
        ("Words without a title.\n\n[D]: d\n  - [B]\n\n", "[D]: d\n  - [B]\n\nWords without a title.\n\n"),
        ("[D]: d\n", "[E]: d\n"),
        ("- [B]", "+ [B]"),
        ("#y", "#z"),
        ("(2) [^Ev]: seen {kind: survey}\n", "(2) [^Ev]: seen {kind: survey}\n(3) [P]: p\n"),
        ("# Part\n", "# Part\n\n<G>: g\n"),
        ("  + [C]\n", "  + [C]\n  + [D]\n\n[E]: e\n"),
        ("[?Q]: q?\n", "// a comment\n\n[?Q]: q?\n"),
    ],
)
def test_only_blocks_that_changed_are_read(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = argmap.parse(_TEXT)
    text = _TEXT.replace(old, new)
    expected = argmap.parse(text)
    monkeypatch.setattr("argmap.reading.read", None)
    assert all_of(argmap.parse(text, previous=document)) == all_of(expected)


def test_edits_of_words_before_one_of_blocks_count(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _TEXT.replace("a text", "a long text").replace("(3) [C]: c", "(3) [C]: it is so")
    edited_text = text.replace("[D]: d", "[D]: d\n  + [N]: n\n\n[M]: m").replace("g\n", "good\n")
    expected = argmap.parse(edited_text)
    document = argmap.parse(_TEXT)
    monkeypatch.setattr("argmap.reading.read", None)
    document = argmap.parse(_TEXT.replace("a text", "a long text"), previous=document)
    document = argmap.parse(text, previous=document)
    document = argmap.parse(text.replace("[D]: d", "[D]: d\n  + [N]: n\n\n[M]: m"), previous=document)
    assert all_of(argmap.parse(edited_text, previous=document)) == all_of(expected)


def test_what_is_odd_elsewhere_follows_its_block(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[A]: a\n\n[B]: b {standard: clear}\n  + [Undefined]\n\n[A]: other\n\n[?Q]: q {standard: cleer}"
    document = argmap.parse(text)
    edited_text = text.replace("[B]: b", "[N]: new\n\n[B]: b")
    expected = argmap.parse(edited_text)
    assert expected.diagnostics
    monkeypatch.setattr("argmap.reading.read", None)
    assert all_of(argmap.parse(edited_text, previous=document)) == all_of(expected)

"""Fences are where CommonMark has them; markdown-it-py is the oracle."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.fences.page_blocks import blocks_in

_ORACLE = MarkdownIt("commonmark", {"maxNesting": 200})

_INDENTS = st.sampled_from(["", " ", "  ", "   ", "    ", "\t", "      ", " \t"])
_MARKERS = st.sampled_from(["", "> ", ">", "- ", "-   ", "* ", "1. ", "7) ", "-\t", "1.\t", "> - ", "- - "])
_CONTENTS = st.sampled_from(
    [
        "",
        "words",
        "```argdown",
        "```",
        "````",
        "~~~ argdown",
        "~~~",
        "``` a`b",
        "# Heading",
        "---",
        "===",
        "***",
        "-",
        "1.",
        "<!-- a",
        "-->",
        "<div>",
        "</div>",
        "<pre>",
        "words</pre>",
        '<a href="x">',
        "<!-- a -->",
        "[A] a",
        "  + <B>: b",
    ]
)
_LINES = st.builds(lambda *parts: "".join(parts), _INDENTS, _MARKERS, _INDENTS, _CONTENTS)
_PAGES = st.lists(_LINES, max_size=12).map("\n".join)


def ours(text: str) -> list[tuple[str, str]]:
    return [
        (block.info, "".join(" " * one.margin + text[one.start : one.end] for one in block.pieces).rstrip())
        for block in blocks_in(text)
    ]


def theirs(text: str) -> list[tuple[str, str]]:
    return [
        (token.info.strip(), token.content.rstrip()) for token in _ORACLE.parse(text) if token.type == "fence"
    ]


# Where markdown-it-py differs from CommonMark: a `>` that is indented as code is, a tab right behind `>`.
_ODD = re.compile(r"(?:\t| {4})[ \t]*>|>\t")


@given(_PAGES)
@example("- ```argdown\n\ta\n  ```")
@example("> ```argdown\na")
def test_fences_are_those_of_commonmark(page: str) -> None:
    # Front matter, and the blocks of Python-Markdown, are no matter of CommonMark.
    assume(not _ODD.search(page))
    page = re.sub(r"\A---\s*$", "***", page, flags=re.MULTILINE)
    assert ours(page) == theirs(page)


@pytest.mark.parametrize(
    ("page", "infos"),
    [
        ("---\nnote: |\n  ```argdown\n---\n\n```argdown\n```", ["argdown"]),
        ("+++\nnote = '''\n```argdown\n'''\n+++\n", []),
        ("---\n\n```argdown\n```", ["argdown"]),
        ("\ufeff---\na: b\n---\n```argdown\n```", ["argdown"]),
        ('=== "Tab"\n\n    ```argdown\n    ```\n', ["argdown"]),
        ("!!! note\n    ```argdown\n    ```\n\n```argdown-map\n```", ["argdown", "argdown-map"]),
        ("Text.\n\n    ```argdown\n    ```\n", []),
        ("<!--\n```argdown\n```\n-->\n", []),
        ("````markdown\n```argdown\n```\n````\n", ["markdown"]),
        ("<details>\n\n```argdown\n```\n\n</details>\n", ["argdown"]),
    ],
)
def test_fences_are_where_writers_put_them(page: str, infos: list[str]) -> None:
    assert [block.info for block in blocks_in(page)] == infos


@pytest.mark.parametrize(
    ("page", "infos"),
    [
        ("<Tabs>\n```argdown\n```\n</Tabs>", ["argdown"]),
        ("<Tabs>\n  <Tab>\n      ```argdown\n      ```\n", ["argdown"]),
        ("{/*\n```argdown\n```\n*/}", []),
        ("{/* a */}\n```argdown\n```", ["argdown"]),
    ],
)
def test_mdx_has_components_and_no_indented_code(page: str, infos: list[str]) -> None:
    assert [block.info for block in blocks_in(page, is_mdx=True)] == infos


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_lines(end: str) -> None:
    page = f"- a{end}{end}  ```argdown{end}  [A]{end}{end}  [B]{end}  ```{end}"
    (block,) = blocks_in(page)
    assert "".join(page[piece.start : piece.end] for piece in block.pieces) == f"[A]{end}{end}[B]{end}"


def test_depth_has_an_end() -> None:
    assert len(list(blocks_in("- " * 3000 + "\n" * 3000 + "```argdown"))) == 1

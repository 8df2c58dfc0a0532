"""Fences are where CommonMark has them; markdown-it-py is the oracle."""

import re

from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.fences.blocks import blocks_in

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

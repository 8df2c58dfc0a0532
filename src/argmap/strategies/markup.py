"""Texts: elements, blocks and whole documents."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.strategies.configuration import frontmatters
from argmap.strategies.words import LETTERS, titles, words
from argmap.syntax.operators import OPERATORS

_INDENT = "  "


def _has_no_parenthesis(title: str) -> bool:
    return "(" not in title


@cache
def texts(*, max_words: int = 12) -> SearchStrategy[str]:
    """Return texts with inline markup: emphasis, links, tags, mentions, shortcodes, escapes, line breaks."""
    plain = words()
    pieces = st.one_of(
        plain,
        plain,
        plain.map(lambda word: f"*{word}*"),
        plain.map(lambda word: f"__{word}__"),
        plain.map(lambda word: f"[{word}](https://example.org/{len(word)})"),
        st.text(LETTERS, min_size=1, max_size=5).map(lambda word: f"#{word}"),
        plain.map(lambda word: f"**{word} *{word}*, {word}**"),
        titles(max_words=2).filter(_has_no_parenthesis).map(lambda title: f"#({title})"),
        titles(max_words=2).map(lambda title: f"@[{title}]"),
        titles(max_words=2).map(lambda title: f"@<{title}>"),
        titles(max_words=2).map(lambda title: f"@[?{title}]"),
        st.sampled_from((".A.", ":->:", ".^.", "e.g.", "10:30", "\\#", "\\[", "a/b", "2 * 3", "50%", "“so”")),
        plain.map(lambda word: f"{word},"),
    )
    breaks = st.sampled_from((" ", " ", " ", "  ", "\n", "\t", "\u00a0"))
    return st.builds(_joined, plain, st.lists(st.tuples(breaks, pieces), max_size=max_words))


def _joined(first: str, rest: list[tuple[str, str]]) -> str:
    return first + "".join(between + piece for between, piece in rest)


@cache
def data(*, max_keys: int = 3) -> SearchStrategy[str]:
    """Return data blocks on one line, such as `{note: text, weight: 2, list: [a, b]}`."""
    scalars = st.one_of(
        words().filter(_is_plain_in_braces),
        words().map(lambda word: json.dumps(word, ensure_ascii=False)),
        st.integers(-99, 99).map(str),
        st.sampled_from(("true", "null", "2020-01-31")),
    )
    values = st.one_of(scalars, st.lists(scalars, max_size=3).map(lambda items: f"[{', '.join(items)}]"))
    entries = st.lists(
        st.tuples(st.text("abcdefgh", min_size=3, max_size=6), values),
        min_size=1,
        max_size=max_keys,
        unique_by=lambda entry: entry[0],
    )
    return entries.map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}")


def _is_plain_in_braces(word: str) -> bool:
    return "," not in word


@cache
def elements(*, titled: bool = False) -> SearchStrategy[str]:
    """Return a claim, evidence, a question or an argument on its own: defined, referred to or untitled."""
    kinds = [
        st.builds(lambda title, text: f"[{title}]: {text}", titles(), texts()),
        st.builds(lambda title, text: f"<{title}>: {text}", titles(), texts()),
        st.builds(
            lambda title, text: f"[^{title}]: {text} {{source: {title.split()[0]}}}", titles(), texts()
        ),
        titles().map(lambda title: f"[{title}]"),
        titles().map(lambda title: f"<{title}>"),
        questions(),
    ]
    if not titled:
        kinds.append(texts())
    plain = st.one_of(kinds)
    return st.one_of(
        plain,
        plain,
        st.builds(lambda one, block: one if one.endswith("}") else f"{one} {block}", plain, data()),
    )


@cache
def _relation_data() -> SearchStrategy[str]:
    strengths = st.floats(0, 1).map(lambda share: f" {{relation: {{strength: {share:.2f}}}}}")
    return st.one_of(
        strengths,
        words().map(lambda word: f" {{relation: {{reason: {json.dumps(word, ensure_ascii=False)}}}}}"),
    )


@cache
def questions() -> SearchStrategy[str]:
    """Return a question on its own: defined, with or without data of its own, or referred to."""
    several = st.sampled_from(("", "", " {several: true}", " {standard: preponderance}"))
    return st.one_of(
        st.builds(lambda title, text, data: f"[?{title}]: {text}{data}", titles(), texts(), several),
        titles().map(lambda title: f"[?{title}]"),
    )


@st.composite
def trees(draw: DrawFn, *, max_lines: int = 6, titled: bool = False) -> str:
    """Return an element with relations below it, to any depth."""
    lines = [draw(elements(titled=titled))]
    depth = 0
    for _ in range(draw(st.integers(0, max_lines))):
        depth = draw(st.integers(1, depth + 1))
        operator = draw(st.sampled_from(tuple(OPERATORS)))
        child = draw(elements(titled=titled))
        if not child.endswith("}") and draw(st.integers(0, 9)) == 9:
            child += draw(_relation_data())
        child = child.replace("\n", "\n" + _INDENT * (depth + 1))
        lines.append(f"{_INDENT * depth}{operator} {child}")
    return "\n".join(lines)


@st.composite
def structures(draw: DrawFn, *, max_inferences: int = 2, behind_title: str = "") -> str:
    """Return an argument with its premise-conclusion structure.

    An argument has only one, so `behind_title` can tell the arguments of a document apart.
    """
    lines = [f"<{draw(titles())}{behind_title}>", ""]
    number = 0
    for _ in range(draw(st.integers(1, max_inferences))):
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            lines.append(f"({number}) {draw(_steps())}")
        lines.append(draw(_inference_lines()))
        number += 1
        lines.append(f"({number}) {draw(_steps())}")
    return "\n".join(lines)


@cache
def _steps() -> SearchStrategy[str]:
    return st.one_of(
        titles().map(lambda title: f"[{title}]"),
        st.builds(lambda title, text: f"[{title}]: {text}", titles(), texts(max_words=4)),
        texts(max_words=6),
    )


@cache
def _inference_lines() -> SearchStrategy[str]:
    return st.one_of(
        st.just("----"),
        titles().map(lambda rule: f"-- {rule} --"),
        titles().map(lambda rule: f"-- {rule} {{uses: [1]}} --"),
    )


@cache
def headings() -> SearchStrategy[str]:
    """Return headings of levels 1 to 4."""
    return st.builds(lambda level, title: f"{'#' * level} {title}", st.integers(1, 4), titles())


@cache
def lists() -> SearchStrategy[str]:
    """Return lists of elements, with bullets or numbers."""
    bullets = st.lists(elements(), min_size=1, max_size=4).map(
        lambda items: "\n".join(f"* {item}" for item in items)
    )
    numbers = st.lists(elements(), min_size=1, max_size=4).map(
        lambda items: "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))
    )
    return st.one_of(bullets, numbers)


def blocks(*, behind_title: str = "") -> SearchStrategy[str]:
    """Return one block, or an argument with its structure."""
    return st.one_of(trees(), trees(), structures(behind_title=behind_title), headings(), lists())


def comments() -> SearchStrategy[str]:
    """Return comments of all kinds, some over several lines and with a blank line in them."""
    said = titles(max_words=3)
    return st.one_of(
        said.map(lambda text: f"// {text}"),
        said.map(lambda text: f"/* {text} */"),
        said.map(lambda text: f"<!-- [{text}]: not said -->"),
        said.map(lambda text: f"/* {text}\n\n   {text} */"),
    )


@st.composite
def markup(draw: DrawFn, *, max_blocks: int = 6, frontmatter: bool = False, comments: bool = False) -> str:
    """Return texts of documents: blocks with blank lines between them.

    With `frontmatter` some begin with frontmatter; with `comments` some have comments between blocks,
    above lines and after them.

    >>> from hypothesis import find
    >>> find(markup(), lambda text: text.startswith("# "))
    '# a\\n'
    """
    count = draw(st.integers(0, max_blocks))
    gaps = st.sampled_from(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n \t\n"))
    parts = [draw(blocks(behind_title=f" {number}")) for number in range(count)]
    if comments:
        parts = [draw(_commented(part)) for part in parts]
    if frontmatter and draw(st.booleans()):
        parts.insert(0, draw(frontmatters(with_comments=comments)))
    return "".join(part if place == 0 else draw(gaps) + part for place, part in enumerate(parts)) + (
        "\n" if parts else ""
    )


@st.composite
def _commented(draw: DrawFn, block: str) -> str:
    """Return a block with comments, mostly few."""
    lines = block.split("\n")
    for place in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2, unique=True)):
        line = lines[place]
        indent = line[: len(line) - len(line.lstrip(" "))]
        comment = draw(comments())
        above = draw(st.booleans())
        if not line:
            # Between an argument and its structure.
            lines[place] = f"\n{comment}\n"
        else:
            lines[place] = f"{indent}{comment}\n{line}" if above else f"{line} {comment}"
    return "\n".join(lines)

"""The forms of an outline: plain text, Markdown, HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from argmap.analysis.outlines import DebateOutline, OutlineItem
from argmap.interop.outlines.item_words import ItemWords, one_line, words_of
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.interop.outlines.nested_list import nested_list
from argmap.model import Debate, InferenceRef, SectionRef
from argmap.text.nearest import check_choice

OutlineForm: TypeAlias = Literal["text", "markdown", "html"]
FORMS: tuple[OutlineForm, ...] = get_args(OutlineForm)
_DEEPEST_HEADING = 6


def outline_text(outline: DebateOutline, form: OutlineForm = "text") -> str:
    """Return an outline in a form, with each item on a line, indented by two columns for each level.

    Raises:
        ValueError: there is no such form.
    """
    check_choice("form", form, FORMS)
    title = title_of(outline.debate)
    if form == "html":
        return nested_list(outline, title)
    lines = _markdown(outline, title) if form == "markdown" else _plain(outline, title)
    return "".join(f"{line}\n" for line in lines)


def title_of(debate: Debate) -> str:
    """Return the title of a debate in its frontmatter, empty if it has none."""
    title = debate.metadata.get("title")
    return one_line(title) if isinstance(title, str) else ""


def _plain(outline: DebateOutline, title: str) -> Iterator[str]:
    if title:
        yield from (title, "")
    is_first = True
    for item in outline.items:
        words = words_of(item, outline.debate)
        # Empty lines keep the trees apart.
        if item.level == 0 or isinstance(item.ref, SectionRef):
            if not is_first:
                yield ""
            is_first = False
        if isinstance(item.ref, SectionRef):
            yield f"{'#' * (item.level + 1)} {words.title}" if item.level < _DEEPEST_HEADING else words.title
        else:
            yield f"{'  ' * item.level}{_plain_line(item, words)}"


def _plain_line(item: OutlineItem, words: ItemWords) -> str:
    if isinstance(item.ref, InferenceRef):
        rule = " ".join(part for part in (words.text, _in_parentheses(words.facts)) if part)
        return f"-- {rule} --" if rule else "----"
    if item.is_reference:
        return " ".join(part for part in (words.sign, "→ see", words.name or f"“{words.text}”") if part)
    head = " ".join(part for part in (words.sign, words.kind, words.name) if part)
    quote = f"“{words.quote}”" if words.quote else ""
    rest = " ".join(part for part in (words.text, quote, _in_parentheses(words.facts)) if part)
    return " ".join(part for part in (f"{head}: {rest}" if rest else head, words.hidden) if part)


def _markdown(outline: DebateOutline, title: str) -> Iterator[str]:
    if title:
        yield from (f"# {markdown_words(title)}", "")
    was_heading = True
    for item in outline.items:
        words = words_of(item, outline.debate)
        if isinstance(item.ref, SectionRef):
            if not was_heading:
                yield ""
            level = min(item.level + (2 if title else 1), _DEEPEST_HEADING)
            yield from (f"{'#' * level} {markdown_words(words.title)}", "")
        else:
            yield f"{'  ' * item.level}- {_markdown_line(item, words)}"
        was_heading = isinstance(item.ref, SectionRef)


def _markdown_line(item: OutlineItem, words: ItemWords) -> str:
    sign = markdown_words(words.sign)
    facts = markdown_words(_in_parentheses(words.facts))
    text = markdown_words(words.text)
    if isinstance(item.ref, InferenceRef):
        rule = " ".join(part for part in (text, facts) if part)
        return f"{sign} {rule} {sign}" if rule else rf"{sign}\-\-"
    title = f"**{markdown_words(words.title)}**" if words.title else ""
    if item.is_reference:
        return " ".join(part for part in (sign, "→ see", words.kind, title or f"“{text}”") if part)
    head = " ".join(part for part in (sign, words.kind, title) if part)
    quote = f"“{markdown_words(words.quote)}”" if words.quote else ""
    rest = " ".join(part for part in (text, quote, facts) if part)
    return " ".join(part for part in (f"{head}: {rest}" if rest else head, words.hidden) if part)


def _in_parentheses(facts: tuple[str, ...]) -> str:
    return f"({'; '.join(facts)})" if facts else ""

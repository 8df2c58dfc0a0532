"""OPML: outlines, as outliners exchange them."""

from __future__ import annotations

from argmap.data import Data, Value
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.own_data import own_data
from argmap.interop.outline_files.outline_items import KINDS, Item, plain_outline
from argmap.interop.outline_files.outline_tree import OutlineTree, words_of
from argmap.interop.plain_debates.file_reading import reading_of, wrong
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.plain_debates.plain_debate import entries
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.xml_words import named_attributes, xml_attribute, xml_of, xml_parts, xml_text
from argmap.model import Debate, HasDebate

NAME = "opml"
SUFFIXES = (".opml",)
_KNOWN = frozenset({"text", "title", "relation", "kind"})
_NOTE = "_note"
# OPML has neither texts nor other elements in its items, but some programs write them. No attribute has a
# space in its name.
_LOOSE_WORDS, _LOOSE_PARTS = "loose words", "loose parts"
# Entries that are not attributes, or are written differently.
_WRITTEN = frozenset({"id", "below", "text", "relation", "kind"})


def recognise(content: FileContent) -> bool:
    """Return whether the root of a text is that of OPML.

    >>> recognise(FileContent("<opml/>"))
    True
    """
    return content.root == "opml"


def loads(text: str) -> Debate:
    """Return the debate in an outline: an item that begins with `+` or `-` supports or attacks the one above.

    >>> body = '<outline text="Tea"><outline text="- It costs"/></outline>'
    >>> [str(each) for each in loads(f"<opml><body>{body}</body></opml>").relations]
    ['[It costs] attacks [Tea]']

    Raises:
        FormatError: the text is not OPML; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as an outline; what occurs twice is an item `→ text` the second time.

    What an outline does not say is kept in an attribute `argmap`.

    >>> from argmap import parse
    >>> [str(each) for each in loads(dumps(parse("[A]: a\\n  - [B]: b"))).relations]
    ['[B] attacks [A]']
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an outline, with a report.

    Raises:
        FormatError: the text is not OPML.
    """
    options = options or ReadingOptions()
    root = parse_xml(text)
    if root.name != "opml":
        raise wrong(text, "I402", root.span, "root", f"must be opml, not {root.name[:40]}")
    body, head = root.first("body"), root.first("head")
    if body is None:
        raise wrong(text, "I402", root.span, "opml", "must have a body")
    plain = plain_outline(_items(body), NAME)
    for thing in plain.things.values():
        if _NOTE in thing.own:
            plain.keep("note", f"item {thing.id}", "its note is kept as it is", "data.opml._note", thing.span)
    for part in head.children if head else ():
        if part.name == "title" and "title" not in plain.metadata and collapsed(part.words()):
            plain.metadata["title"] = collapsed(part.words())
        elif part.words().strip() or part.attributes:
            plain.append("head", xml_of(part))
    plain.extra = root.attributes.get("argmap")
    return reading_of(NAME, plain, options, has_names=False, render=_rendered)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as an outline, with a report."""
    return writing_of(NAME, document, _rendered, options)


def _items(body: XmlElement) -> list[Item]:
    items: list[Item] = []
    waiting: list[tuple[XmlElement, str | None]] = [
        (each, None) for each in reversed(list(body.named("outline")))
    ]
    while waiting:
        element, above = waiting.pop()
        name = str(len(items) + 1)
        text = element.get("text") or element.get("title") or _loose_words(element)
        kind = KINDS.get(element.get("kind"), "claim")
        items.append(Item(name, text, above, element.get("relation"), kind, _own(element), element.span))
        waiting += [(each, name) for each in reversed(list(element.named("outline")))]
    return items


def _own(element: XmlElement) -> Data:
    others: dict[str, Value] = {
        name: value for name, value in element.attributes.items() if name not in _KNOWN and value
    }
    if element.get("title") and element.get("title") != element.get("text") and element.get("text"):
        others["title"] = element.get("title")
    if element.get("text") or element.get("title"):
        others[_LOOSE_WORDS] = _loose_words(element)
    others[_LOOSE_PARTS] = tuple(xml_of(child) for child in element.children if child.name != "outline")
    return entries(**others)


def _loose_words(element: XmlElement) -> str:
    return collapsed(" ".join((element.text, *(child.tail for child in element.children))))


def _rendered(debate: Debate, extra: str | None) -> str:
    tree = OutlineTree.of(debate, NAME)
    kept = "" if extra is None else f" argmap={xml_attribute(extra)}"
    title = debate.metadata.get("title")
    head = f"<title>{xml_text(title)}</title>" if isinstance(title, str) else ""
    head += "".join(xml_parts(own_data(debate.metadata, NAME).get("head")))
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"{kept}>\n']
    lines.append(f"<head>{head}</head>\n<body>\n")
    for branch in tree.walk():
        if branch is None:
            lines.append("</outline>\n")
            continue
        words = words_of(debate, branch.ref, "" if branch.is_again else NAME)
        attributes = f"text={xml_attribute(f'→ {words}' if branch.is_again else words)}"
        if branch.relation:
            attributes += f' relation="{branch.relation}"'
        if branch.ref.kind in ("evidence", "argument") and not branch.is_again:
            attributes += f' kind="{branch.ref.kind}"'
        own = own_data(branch.data if branch.is_again else debate[branch.element].data, NAME)
        attributes += named_attributes(own, _WRITTEN)
        loose = own.get(_LOOSE_WORDS)
        lines.append(f"<outline {attributes}>{xml_text(loose) if isinstance(loose, str) else ''}")
        lines += xml_parts(own.get(_LOOSE_PARTS))
    lines.append("</body>\n</opml>\n")
    return "".join(lines)

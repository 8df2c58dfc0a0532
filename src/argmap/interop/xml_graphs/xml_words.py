"""Texts as they are written in XML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from argmap.data import Value
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
NO_WORDS: Mapping[int, str] = MappingProxyType({})

# Characters that XML does not allow, even as numbers, become U+FFFD.
_NO_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_NEVER = re.compile(f"[{_NO_XML}]")
_IN_TEXT = re.compile(f"[&<>{_NO_XML}]")
_IN_ATTRIBUTE = re.compile(f"[&<>\t\n\r{_NO_XML}]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def allowed_in_xml(text: str) -> str:
    """Return a text with U+FFFD in place of characters that XML does not allow, as it will be read again.

    >>> allowed_in_xml("a\\x00b")
    'a\ufffdb'
    """
    return _NEVER.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """Return a text as the content of an element.

    >>> xml_text("a < b & c")
    'a &lt; b &amp; c'
    """
    return _IN_TEXT.sub(_entity, text)


def xml_attribute(text: str) -> str:
    """Return a text in quotes as the value of an attribute.

    >>> print(xml_attribute("a < b"), xml_attribute('say "a"'))
    "a &lt; b" 'say "a"'
    """
    text = _IN_ATTRIBUTE.sub(_entity, text)
    if '"' not in text:
        return f'"{text}"'
    return '"' + text.replace('"', "&quot;") + '"' if "'" in text else f"'{text}'"


def _entity(sign: re.Match[str]) -> str:
    return _ENTITIES.get(sign[0], "\ufffd")


def xml_of(
    element: XmlElement, *, prefix: str = "", words: Mapping[int, str] = NO_WORDS, layout: str = ""
) -> str:
    """Return an element with its content as XML, with a prefix before the names of elements.

    `words` has texts that replace all words in elements, by `id`; `layout` replaces line breaks and spaces
    between elements.

    >>> xml_of(parse_xml("<a b='1'><c>x</c> y</a>"))
    '<a b="1"><c>x</c> y</a>'
    """
    parts: list[str] = []
    # Still to be written, last one first: elements, and texts that are already XML.
    waiting: list[XmlElement | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            parts.append(part)
            continue
        name = f"{prefix}{part.name}"
        attributes = "".join(f" {key}={xml_attribute(value)}" for key, value in part.attributes.items())
        is_said = id(part) in words
        is_other = is_said and any(child.words().strip() for child in part.children)
        children = [] if is_other else part.children
        text = words[id(part)] if is_said else _laid_out(part.text, layout) if children else part.text
        if not text and not children:
            parts.append(f"<{name}{attributes}/>")
            continue
        parts.append(f"<{name}{attributes}>{xml_text(text)}")
        waiting.append(f"</{name}>")
        for child in reversed(children):
            waiting += ["" if is_said else xml_text(_laid_out(child.tail, layout)), child]
    return "".join(parts)


def xml_parts(parts: Value, *, layout: str = "") -> Iterator[str]:
    """Yield parts of files that are kept as XML, in a form that can be written safely.

    >>> list(xml_parts(("<a/>", "<b")))
    ['<a/>', '']
    """
    yield from (tidied(str(part), layout=layout) for part in (parts if isinstance(parts, tuple) else ()))


def named_attributes(words: Mapping[str, Value], without: Collection[str] = ()) -> str:
    """Return texts as attributes, with a space before each, leaving out names that XML does not allow.

    >>> named_attributes({"port": "p", "1": "no name", "id": "x"}, {"id"})
    ' port="p"'
    """
    return "".join(
        f" {name}={xml_attribute(value)}"
        for name, value in words.items()
        if isinstance(value, str) and _NAME.fullmatch(name) and name not in without
    )


def _laid_out(text: str, layout: str) -> str:
    """Return a text, or `layout` in place of line breaks and spaces that only lay out a file."""
    return layout if "\n" in text and not text.strip() else text


def tidied(part: str, *, layout: str = "") -> str:
    """Return XML from anywhere in a form that can be written safely; empty if it is not an element.

    >>> tidied("<a>x &amp; y</a>"), tidied("<a")
    ('<a>x &amp; y</a>', '')
    """
    try:
        return xml_of(parse_xml(part), layout=layout)
    except FormatError:
        return ""

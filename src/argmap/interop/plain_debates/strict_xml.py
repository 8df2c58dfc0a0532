"""XML of other programs: elements and their texts, without entities or declared types."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from attrs import Factory, define, field

from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.named_characters import NumberedText, with_numbers
from argmap.text import Span, diagnose

_BUFFER = 1 << 20
_UNKNOWN_NAME = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]


@define(eq=False)
class XmlElement:
    """An element: its name and attributes without prefixes, its content, and where it begins.

    `text` is what comes before the first element in it, `tail` what follows it in the element around it.
    """

    name: str
    attributes: dict[str, str]
    start: int
    children: list[XmlElement] = Factory(list)
    text: str = ""
    tail: str = ""

    @property
    def span(self) -> Span:
        """Where it begins in the text."""
        return Span(self.start, self.start + 1)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def named(self, name: str) -> Iterator[XmlElement]:
        """Yield its children with a name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> XmlElement | None:
        """Return its first child with a name."""
        return next(self.named(name), None)

    def walk(self) -> Iterator[XmlElement]:
        """Yield it and all elements in it, each before those in it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)

    def words(self) -> str:
        """Return all text in it, at any depth."""
        if not self.children:
            return self.text
        parts: list[str] = []
        waiting: list[XmlElement | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                parts.append(part)
            else:
                parts.append(part.text)
                for child in reversed(part.children):
                    waiting += [child.tail, child]
        return "".join(parts)


def parse_xml(text: str) -> XmlElement:
    """Return the root of an XML text.

    Names of characters as in HTML, such as `&nbsp;`, are understood.

    >>> parse_xml("<a b='1'>x<c/>y&eacute;</a>").words()
    'xyé'

    Raises:
        FormatError: it is not XML (I405), or declares types or entities (I406).
    """
    return _XmlReader(text).root()


@define(eq=False)
class _XmlReader:
    source: str
    numbered: NumberedText | None = None
    open: list[XmlElement] = Factory(list)
    roots: list[XmlElement] = Factory(list)
    encoded: bytes = b""
    # The last place that was looked for: in bytes and in characters.
    known: tuple[int, int] = (0, 0)
    # The declaration may name the encoding that the text had before.
    parser: expat.XMLParserType = field(factory=lambda: expat.ParserCreate("utf-8"))

    def root(self) -> XmlElement:
        parser = self.parser
        parser.buffer_text = True
        parser.buffer_size = min(_BUFFER, len(self.source) + 1)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.refuse_type
        parser.EntityDeclHandler = self.refuse_entity
        try:
            self.encoded = (self.numbered.text if self.numbered else self.source).encode()
            parser.Parse(self.encoded, True)
        except expat.ExpatError as error:
            if error.code == _UNKNOWN_NAME and self.numbered is None:
                return _XmlReader(self.source, with_numbers(self.source)).root()
            why = expat.ErrorString(error.code)
            raise self.wrong("I405", "XML", why) from None
        except UnicodeEncodeError as error:
            place = Span(error.start, error.end)
            raise FormatError(self.source, diagnose("I405", place, "XML", "half a character")) from None
        finally:
            # A parser and its handlers refer to each other: thousands would wait for the garbage collector.
            parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
            parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = None
        return self.roots[0]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        attributes = {_bare(key): value for key, value in attributes.items()}
        element = XmlElement(_bare(name), attributes, self.place())
        (self.open[-1].children if self.open else self.roots).append(element)
        self.open.append(element)

    def end(self, name: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        around = self.open[-1]
        if around.children:
            around.children[-1].tail += text
        else:
            around.text += text

    def refuse_type(self, *words: object) -> None:
        raise self.wrong("I406", "a document type")

    def refuse_entity(self, *words: object) -> None:
        raise self.wrong("I406", "an entity")

    def place(self) -> int:
        """Return where the parser is, in characters of the text; it only moves forward."""
        byte, offset = self.known
        now = max(self.parser.CurrentByteIndex, byte)
        self.known = now, offset + len(self.encoded[byte:now].decode(errors="ignore"))
        return self.numbered.original(self.known[1]) if self.numbered else self.known[1]

    def wrong(self, code: str, *words: str) -> FormatError:
        place = min(self.place(), len(self.source))
        return FormatError(self.source, diagnose(code, Span(place, min(place + 1, len(self.source))), *words))


def _bare(name: str) -> str:
    return name.rpartition(":")[2]

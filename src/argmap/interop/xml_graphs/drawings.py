"""How nodes and edges of a graph are drawn, as yEd writes it: what others drew, and what argmap drew."""

from __future__ import annotations

from hashlib import sha256

from attrs import frozen

from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.xml_words import xml_of, xml_text

LABELS = {"node": "NodeLabel", "edge": "EdgeLabel"}
# All elements of yEd's drawings have this prefix, which a graph declares once.
_PREFIX = "y:"
_FOREIGN = "-"


@frozen
class YedDrawing:
    """A label, and all else that is drawn, as XML without the words of this label."""

    label: str = ""
    picture: str = ""

    def mark(self, *, of_label: bool = True, of_picture: bool = True) -> str:
        """Return what argmap writes beside what is its own in a drawing, to know it again."""
        label = _digest(collapsed(self.label)) if of_label else _FOREIGN
        return f"{label} {_digest(self.picture) if of_picture else _FOREIGN}"

    def has_new_label(self, mark: str) -> bool:
        """Return whether its label was edited since argmap wrote it with a mark."""
        own = mark.split(" ")[0]
        return own not in ("", _FOREIGN, _digest(collapsed(self.label)))

    def has_own_label(self, mark: str) -> bool:
        """Return whether argmap wrote its label, with a mark."""
        return mark.split(" ")[0] not in ("", _FOREIGN)

    def has_own_picture(self, mark: str) -> bool:
        """Return whether it is still as argmap drew it, with a mark."""
        return not self.picture or mark.split(" ")[-1] == _digest(self.picture)


def drawing_in(element: XmlElement) -> YedDrawing:
    """Return what is drawn of a node or edge.

    >>> drawing_in(parse_xml("<node><data><A><NodeLabel x='1'>It rains.</NodeLabel></A></data></node>"))
    YedDrawing(label='It rains.', picture='<A><NodeLabel x="1"/></A>')
    """
    drawn = [part for data in element.named("data") for part in data.children]
    label = next((each for part in drawn for each in _labels(part, element.name)), None)
    words = "" if label is None else label.words().strip()
    changes = {} if label is None else {id(label): ""}
    return YedDrawing(words, "".join(xml_of(part, words=changes) for part in drawn))


def drawn_again(picture: str, label: str, domain: str) -> str:
    """Return a picture with a label, as a graph of yEd has it; nothing if the picture is no XML.

    >>> drawn_again('<A><NodeLabel/></A>', "a < b", "node")
    '<y:A><y:NodeLabel>a &lt; b</y:NodeLabel></y:A>'
    """
    try:
        root = parse_xml(f"<data>{picture}</data>")
    except FormatError:
        return ""
    place = next(_all_labels(root, domain), None)
    if place is None and root.children and label:
        place = XmlElement(LABELS[domain], {}, 0)
        root.children[0].children.append(place)
    changes = {} if place is None else {id(place): label}
    return "".join(xml_of(part, prefix=_PREFIX, words=changes) for part in root.children)


def labelled(picture: str, label: str, domain: str) -> str:
    """Return a picture of argmap's own with a label, as a graph of yEd has it, without reading it as XML.

    >>> labelled('<A b="1"><NodeLabel/></A>', "a < b", "node")
    '<y:A b="1"><y:NodeLabel>a &lt; b</y:NodeLabel></y:A>'
    """
    name = f"{_PREFIX}{LABELS[domain]}"
    drawn = picture.replace("<", f"<{_PREFIX}").replace(f"<{_PREFIX}/", f"</{_PREFIX}")
    return drawn.replace(f"<{name}/>", f"<{name}>{xml_text(label.strip())}</{name}>")


def _labels(part: XmlElement, domain: str) -> list[XmlElement]:
    return [each for each in _all_labels(part, domain) if each.words().strip()]


def _all_labels(part: XmlElement, domain: str) -> filter[XmlElement]:
    return filter(lambda each: each.name == LABELS.get(domain), part.walk())


def _digest(words: str) -> str:
    return sha256(words.encode(errors="replace")).hexdigest()[:12]

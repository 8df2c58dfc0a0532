"""Drawings of nodes and edges in yEd's form, made by other programs or by argmap."""

from __future__ import annotations

from hashlib import sha256

from attrs import frozen

from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.xml_words import xml_of, xml_text

LABELS = {"node": "NodeLabel", "edge": "EdgeLabel"}
# All elements of yEd's drawings have this prefix, which is declared once in a graph.
_PREFIX = "y:"
_FOREIGN = "-"


@frozen
class YedDrawing:
    """A label, and everything else that is drawn, as XML without the words of that label."""

    label: str = ""
    picture: str = ""

    def mark(self, *, of_label: bool = True, of_picture: bool = True) -> str:
        """Return the mark that argmap writes beside its own drawing, to recognise it later."""
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
        """Return whether it is still as argmap drew it, going by a mark."""
        return not self.picture or mark.split(" ")[-1] == _digest(self.picture)


def drawing_in(element: XmlElement) -> YedDrawing:
    """Return the drawing of a node or edge.

    >>> drawing_in(parse_xml("<node><data><A><NodeLabel x='1'>It rains.</NodeLabel></A></data></node>"))
    YedDrawing(label='It rains.', picture='<A><NodeLabel x="1"/></A>')
    """
    drawn = [part for data in element.named("data") for part in data.children]
    label = next((each for part in drawn for each in _labels(part, element.name)), None)
    words = "" if label is None else label.words().strip()
    changes = {} if label is None else {id(label): ""}
    return YedDrawing(words, "".join(xml_of(part, words=changes) for part in drawn))


def drawn_again(picture: str, label: str, domain: str) -> str:
    """Return a picture with a label, as in a graph of yEd; empty if the picture is not XML.

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
    """Return a picture drawn by argmap with a label, as in a graph of yEd, without parsing it as XML.

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

"""Mind maps of Freeplane and FreeMind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.own_data import foreign_id, own_data
from argmap.interop.outline_files.outline_items import KINDS, Item, plain_outline
from argmap.interop.outline_files.outline_tree import Branch, OutlineTree, words_of
from argmap.interop.plain_debates.file_reading import reading_of, relation_word, wrong
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.plain_debates.plain_debate import PlainDebate, Tie, entries
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.xml_words import named_attributes, xml_attribute, xml_of, xml_parts
from argmap.model import Debate, HasDebate, Ref

NAME = "freeplane"
SUFFIXES = (".mm",)
_ICONS = {"button_ok": "support", "button_cancel": "attack"}
_RELATION = "relation"
_OF_ARROWS = frozenset({"DESTINATION", "MIDDLE_LABEL"})
# Elements in texts that add nothing to their words.
_PLAIN = frozenset({"richcontent", "html", "head", "body", "p"})
# Between paragraphs, so that their words stay apart.
_LAYOUT = "\n"
# Data of a node that are not among its attributes.
_WRITTEN = frozenset({"id", "below", "notes", "icons", "attributes", "parts", "arrows", "text"})
# Marks a node that only holds several roots together.
_FRAME = "argmap-frame"


def recognise(content: FileContent) -> bool:
    """Return whether the root of a text is that of a mind map.

    >>> recognise(FileContent("<map version='1.0.1'/>"))
    True
    """
    return content.root == "map"


def loads(text: str) -> Debate:
    """Return the debate in a mind map.

    A node is related to its parent as its attribute `relation` says, or its icon (a green tick
    supports, a red cross attacks), or the beginning of its text.

    >>> node = '<node TEXT="Tea"><node TEXT="Con: It costs"/></node>'
    >>> [str(each) for each in loads(f"<map>{node}</map>").relations]
    ['[It costs] attacks [Tea]']

    Raises:
        FormatError: the text is not a mind map; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as a mind map; further relations of a node are arrows.

    What a mind map does not say is kept in an attribute `argmap`.

    >>> from argmap import parse
    >>> [str(each) for each in loads(dumps(parse("[A]: a\\n  - [B]: b"))).relations]
    ['[B] attacks [A]']
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a mind map, with a report.

    Raises:
        FormatError: the text is not a mind map.
    """
    options = options or ReadingOptions()
    root = parse_xml(text)
    if root.name != "map":
        raise wrong(text, "I402", root.span, "root", f"must be map, not {root.name[:40]}")
    items, elements, doubles = _items(root)
    plain = plain_outline(items, NAME)
    for element in doubles:
        detail = "another node has its id, so it gets another one"
        subject = f"node {element.get('ID')[:80]}"
        plain.losses.append(Loss(Fate.CHANGED, "id", subject, detail, span=element.span))
    for thing in plain.things.values():
        if "notes" in thing.own:
            detail = "its note is kept as it is"
            plain.keep("note", f"node {thing.id}", detail, "data.freeplane.notes", thing.span)
    for name, element in elements.items():
        _arrows(plain, name, element)
    plain.own |= {f"@{name}": root.get(name) for name in root.attributes if name not in ("version", "argmap")}
    for part in root.children:
        if part.name != "node":
            plain.append("parts", xml_of(part))
    plain.extra = root.attributes.get("argmap")
    return reading_of(NAME, plain, options, has_names=False, render=_rendered)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as a mind map, with a report."""
    return writing_of(NAME, document, _rendered, options)


def _items(root: XmlElement) -> tuple[list[Item], dict[str, XmlElement], list[XmlElement]]:
    """Return the items, their elements by id, and elements whose id another one has already."""
    items: list[Item] = []
    doubles: list[XmlElement] = []
    elements: dict[str, XmlElement] = {}
    waiting: list[tuple[XmlElement, str | None]] = [
        (each, None) for each in reversed(list(root.named("node")))
    ]
    number = 0
    while waiting:
        element, above = waiting.pop()
        attributes = {each.get("NAME"): each.get("VALUE") for each in element.named("attribute")}
        name: str | None = None
        if _FRAME not in attributes:
            number += 1
            name = element.get("ID")
            if name in elements:
                doubles.append(element)
            if not name or name in elements:
                name = str(number)
            elements[name] = element
            icons = [each.get("BUILTIN") for each in element.named("icon")]
            meant = dict.fromkeys(_ICONS[icon] for icon in icons if icon in _ICONS)
            # A tick together with a cross says nothing.
            word = attributes.get(_RELATION) or (next(iter(meant)) if len(meant) == 1 else None)
            kind = KINDS.get(attributes.get("kind", ""), "claim")
            own = _own(element, attributes, icons, word)
            items.append(Item(name, _text(element), above, word, kind, own, element.span))
        waiting += [(each, name) for each in reversed(list(element.named("node")))]
    return items, elements, doubles


def _text(element: XmlElement) -> str:
    for content in element.named("richcontent"):
        if content.get("TYPE") == "NODE":
            return content.words().strip()
    return element.get("TEXT")


def _own(element: XmlElement, attributes: dict[str, str], icons: list[str], word: str | None) -> Data:
    """Return what only a mind map says about a node; icons that repeat a word are left out."""
    contents = (each.words() for each in element.named("richcontent") if each.get("TYPE") != "NODE")
    notes = tuple("\n".join(filter(None, map(collapsed, words.splitlines()))) for words in contents)
    others: dict[str, Value] = {
        name: value for name, value in attributes.items() if name not in (_RELATION, "kind")
    }
    looks: dict[str, Value] = {
        (name.lower() if name == name.upper() else f"@{name}"): value
        for name, value in element.attributes.items()
        if name not in ("TEXT", "ID")
    }
    parts = tuple(xml_of(part, layout=_LAYOUT) for part in element.children if _is_part(part))
    return entries(
        notes=tuple(note for note in notes if note),
        icons=tuple(icon for icon in icons if icon != _icon_of(word)),
        attributes=FrozenDict(others),
        parts=parts,
        **looks,
    )


def _icon_of(word: str | None) -> str | None:
    """Return the icon for what a word for a relation means, None if there is none."""
    kind = relation_word(word or "")
    return None if kind is None else "button_ok" if kind.is_supporting else "button_cancel"


def _is_part(element: XmlElement) -> bool:
    """Return whether an element says more than is read from it."""
    if element.name == "richcontent":
        names = [each.name for each in element.walk()]
        is_plain = _PLAIN.issuperset(names) and names.count("p") < 2
        return element.get("TYPE") != "NODE" or not is_plain
    if element.name == "attribute":
        return not {"NAME", "VALUE"}.issuperset(element.attributes)
    return element.name not in ("node", "icon", "arrowlink")


def _arrows(plain: PlainDebate, name: str, element: XmlElement) -> None:
    """Read the arrows from a node to others; those that do not name a relation are kept as they are."""
    for arrow in element.named("arrowlink"):
        target = arrow.get("DESTINATION")
        kind = relation_word(arrow.get("MIDDLE_LABEL"))
        looks = {f"@{word}": value for word, value in arrow.attributes.items() if word not in _OF_ARROWS}
        if kind is not None and target in plain.things and name in plain.things:
            plain.ties.append(Tie(kind, name, target, own=FrozenDict(looks)))
        elif name in plain.things:
            entry = entries(to=target, label=arrow.get("MIDDLE_LABEL"))
            plain.append("arrows", FrozenDict({**entry, **looks}), thing=name)
            detail = f"its arrow to {target[:80]} is kept as it is"
            plain.keep("arrow", f"node {name}", detail, "data.freeplane.arrows", arrow.span)


def _rendered(debate: Debate, extra: str | None) -> str:
    tree = OutlineTree.of(debate, NAME)
    ids = _ids(debate)
    kept = "" if extra is None else f" argmap={xml_attribute(extra)}"
    title = debate.metadata.get("title")
    has_frame = len(tree.roots) > 1
    own = own_data(debate.metadata, NAME)
    lines = [f'<map version="freeplane 1.9.13"{_own_attributes(own)}{kept}>\n']
    lines += (f"{part}\n" for part in xml_parts(own.get("parts")))
    if has_frame:
        words = title if isinstance(title, str) else "Debate"
        lines.append(f"<node TEXT={xml_attribute(words)}>")
        lines.append(f'<attribute NAME="{_FRAME}" VALUE="true"/>\n')
    arrows: dict[Ref, list[tuple[Ref, Branch]]] = {}
    for ref, branches in tree.below.items():
        for other in branches:
            if other.is_again and other.relation:
                arrows.setdefault(other.ref, []).append((ref, other))
    is_again = False
    for branch in tree.walk():
        if branch is None:
            lines.append("" if is_again else "</node>\n")
            is_again = False
        elif branch.is_again:
            is_again = True
        else:
            lines.append(_node(debate, branch, ids))
            for target, other in arrows.get(branch.ref, ()):
                looks = own_data(other.data, NAME)
                lines.append(_arrow(ids[target], other.relation or "", looks))
    if has_frame:
        lines.append("</node>\n")
    return "".join((*lines, "</map>\n"))


def _arrow(target: str, label: str, own: Data) -> str:
    ends = f"DESTINATION={xml_attribute(target)} MIDDLE_LABEL={xml_attribute(label)}"
    return f"<arrowlink {ends}{_own_attributes(own)}/>"


def _own_attributes(own: Data) -> str:
    return named_attributes({name[1:]: value for name, value in own.items() if name[:1] == "@"})


def _ids(debate: Debate) -> dict[Ref, str]:
    """Return the ids of nodes: those from their file, or else unused numbers."""
    names = [foreign_id(element.data, NAME) for element in debate]
    known = set(names)
    numbers = (f"ID_{number}" for number in count(1) if f"ID_{number}" not in known)
    ids: dict[Ref, str] = {}
    taken: set[str] = set()
    for element, name in zip(debate, names, strict=True):
        own = next(numbers) if name is None or name in taken else name
        taken.add(own)
        ids[element.ref] = own
    return ids


def _node(debate: Debate, branch: Branch, ids: dict[Ref, str]) -> str:
    words = xml_attribute(words_of(debate, branch.ref, NAME))
    own = own_data(debate[branch.element].data, NAME)
    looks = {name.upper(): value for name, value in own.items() if name[:1] != "@" and name not in _WRITTEN}
    name = f"ID={xml_attribute(ids[branch.ref])}"
    parts = [f"<node TEXT={words} {name}{named_attributes(looks)}{_own_attributes(own)}>"]
    if branch.relation:
        parts.append(f'<attribute NAME="relation" VALUE="{branch.relation}"/>')
        parts.append(f'<icon BUILTIN="{_icon_of(branch.relation)}"/>')
    if branch.ref.kind in ("evidence", "argument"):
        parts.append(f'<attribute NAME="kind" VALUE="{branch.ref.kind}"/>')
    parts += _beside(own, debate[branch.element].text or "")
    return "".join(parts)


def _beside(own: Data, text: str) -> Iterator[str]:
    """Yield the parts of a node that only a mind map has."""
    attributes, icons, arrows = own.get("attributes"), own.get("icons"), own.get("arrows")
    for name, value in attributes.items() if isinstance(attributes, FrozenDict) else ():
        yield f"<attribute NAME={xml_attribute(name)} VALUE={xml_attribute(str(value))}/>"
    for icon in icons if isinstance(icons, tuple) else ():
        yield f"<icon BUILTIN={xml_attribute(str(icon))}/>"
    for part in xml_parts(own.get("parts"), layout=_LAYOUT):
        # A text with markup counts only as long as its words are those of the element.
        is_text = part.startswith("<richcontent") and parse_xml(part).get("TYPE") == "NODE"
        if not is_text or collapsed(parse_xml(part).words()) == text:
            yield part
    for arrow in arrows if isinstance(arrows, tuple) else ():
        if isinstance(arrow, FrozenDict):
            yield _arrow(str(arrow.get("to", "")), str(arrow.get("label", "")), arrow)

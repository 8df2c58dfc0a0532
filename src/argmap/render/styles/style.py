"""The looks of nodes, groups and edges: the theme of their role and the colours that their author chose."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from argmap.maps import MapEdge, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef, CriticalQuestionRef, EvidenceRef, MarkKind, QuestionRef
from argmap.named_tuples import NamedTuple
from argmap.render.styles.color_math import contrast, grey, mix, to_hex
from argmap.render.styles.links import safe_link
from argmap.render.styles.ruled_edges import edge_rules, rule_class
from argmap.render.styles.theme import Attributes, Theme
from argmap.render.styles.theme_rules import LINE_STYLES, ThemeRule, ruled

_ROLES = {
    ClaimRef: "claim",
    EvidenceRef: "evidence",
    ArgumentRef: "argument",
    QuestionRef: "question",
    CriticalQuestionRef: "critical-question",
}
_WHITE = "#ffffff"
_READABLE = 4.5
# The contrast that WCAG 2 requires for things other than text.
_VISIBLE = 3
# The border has an author's colour, the fill only as much of it as keeps text on it readable.
_NODE_TINT = 0.88
_TINTS = {"group": 0.92, "closed-group": 0.92}
_BLACK = "#000000"
_DEEPEST_LOOK = 3
_ACCENT_WIDTH = "2"


# The looks of verdicts without colour, by their marks: the style and width of the line around a node.
_LINES_OF_VERDICTS = {
    "●": ("solid", "2.5"),
    "○": ("solid", "1"),
    "×": ("dashed", "1.2"),
    "?": ("dotted", "1.6"),
}
# The lines of relations that start from something that does not hold.
_FALLEN = {"style": "dashed", "penwidth": "0.6"}
_UNDECIDED = {"style": "dotted"}


class Style(NamedTuple):
    """The role of a thing, its Graphviz attributes, and the colour of its text if it is not the theme's."""

    role: str
    attributes: dict[str, str]
    font_color: str | None = None


def node_style(node: MapNode, theme: Theme) -> Style:
    """Return the style of a node: that of its kind, with differences for theses."""
    role = _ROLES[type(node.ref)]
    of_role = theme.of(role)
    if node.is_thesis:
        of_role = Attributes({**of_role, **theme.of("thesis")})
    looks = _accented(_ruled(role, of_role, node, theme), node, theme, ("title", "text", "source"))
    if node.verdict is None or not (line := _LINES_OF_VERDICTS.get(node.verdict.mark)):
        return looks
    words = (word.strip() for word in looks.attributes.get("style", "").split(","))
    kept = [word for word in words if word and word not in LINE_STYLES]
    style, width = line
    attributes = {**looks.attributes, "style": ",".join([*kept, style]), "penwidth": width}
    return looks._replace(attributes=attributes)


def group_style(group: MapGroup, theme: Theme) -> Style:
    """Return the style of a group; its role is group or closed-group."""
    role = "closed-group" if group.is_closed else "group"
    of_level = {} if group.is_closed else theme.of(f"group-{min(group.level, _DEEPEST_LOOK)}")
    of_role = Attributes({**theme.of(role), **of_level})
    looks = _accented(_ruled(role, of_role, group, theme), group, theme, ("heading",))
    styles = looks.attributes.get("style", "").split(",")
    if "fillcolor" not in looks.attributes or looks.attributes["fillcolor"] == theme.of(role).get(
        "fillcolor"
    ):
        return looks
    # Unlike others, a group whose author chose a fill has one.
    attributes = {**looks.attributes, "style": ",".join(dict.fromkeys(("filled", *filter(None, styles))))}
    return looks._replace(attributes=attributes)


def rules_for(thing: MapNode | MapGroup, theme: Theme) -> tuple[ThemeRule, ...]:
    """Return the rules in the theme of a drawing that select a node or group."""
    return tuple(theme.rules[place] for place in rule_places(thing, theme))


def node_look(node: MapNode, theme: Theme) -> Hashable:
    """Return what determines the style of a node, which is the same for many: few styles are worked out."""
    return (
        type(node.ref),
        node.is_thesis,
        node.has_own_color,
        node.color,
        node.font_color,
        node.verdict.mark if node.verdict else None,
        rule_places(node, theme),
    )


def edge_look(edge: MapEdge, theme: Theme) -> Hashable:
    """Return what determines the style of an edge."""
    return (
        edge.kind,
        edge.is_sketched,
        edge.change,
        edge.is_asked,
        edge.is_answer,
        edge.has_own_color,
        edge.color,
        edge.verdict.mark if edge.verdict else None,
        edge_rules(edge, theme),
    )


def group_look(group: MapGroup, theme: Theme) -> Hashable:
    """Return what determines the style of a group."""
    own = group.has_own_color, group.color, group.font_color
    return (group.is_closed, min(group.level, _DEEPEST_LOOK), *own, rule_places(group, theme))


def rule_places(thing: MapNode | MapGroup, theme: Theme) -> tuple[int, ...]:
    """Return the places of rules; things with the same ones have the same looks."""
    if not theme.rules:
        return ()
    return theme.chosen.get(thing.ref if isinstance(thing, MapNode) else thing.id, ())


def edge_style(edge: MapEdge, theme: Theme) -> dict[str, str]:
    """Return the Graphviz attributes of an edge."""
    role = "answer" if edge.is_answer else edge.kind.value
    places = edge_rules(edge, theme)
    attributes = {**theme.of(edge.kind.value), **({} if edge.is_sketched else theme.of("derived"))}
    if edge.is_answer:
        attributes |= theme.of("answer")
    if places:
        role = f"{role} {rule_class(places)}"
        attributes = _ruled_line(attributes, places, theme)
    color = _chosen(edge.color, edge.has_own_color, theme)
    if color:
        color = _visible(color, background(theme))
        # A double line is written as two colours with the one between them.
        parts = attributes.get("color", color).split(":")
        attributes["color"] = ":".join(color if part == parts[0] else part for part in parts)
    if edge.is_asked:
        asked = {**attributes, **theme.of("asked")}
        asked = _ruled_line(asked, places, theme) if places else asked
        return {**asked, "class": f"{role} asked"}
    if edge.verdict is not None:
        attributes |= {"×": _FALLEN, "?": _UNDECIDED}.get(edge.verdict.mark, {})
    if edge.change is not None:
        attributes |= _of_change(edge.change, attributes, theme)
    return attributes | {"class": role if edge.is_sketched else f"{role} derived"}


def _ruled_line(attributes: dict[str, str], places: Iterable[int], theme: Theme) -> dict[str, str]:
    """Return the attributes of an edge under rules; their colours are visible on the background."""
    ruled_line = dict(attributes)
    for place in places:
        said = dict(theme.rules[place].attributes)
        if "color" in said:
            parts = (to_hex(part) or part for part in said["color"].split(":"))
            behind = background(theme)
            said["color"] = ":".join(
                _visible(part, behind) if part.startswith("#") and part != behind else part for part in parts
            )
        ruled_line |= said
    return ruled_line


def _of_change(change: str, attributes: dict[str, str], theme: Theme) -> dict[str, str]:
    """Return what differs for an edge in a map of changes; an edge of a changed kind is a double line."""
    if change == "turned":
        color = attributes.get("color", "black").split(":")[0]
        return {"color": f"{color}:{background(theme)}:{color}", "penwidth": "1.5"}
    looks = theme.of(change)
    return {key: looks[key] for key in ("style", "penwidth", "color") if key in looks}


def node_link(node: MapNode) -> str | None:
    """Return the link of a node: that of its first source with a link, or else the first one in its text."""
    if not (node.sources or node.marks):
        return None
    sources = (source.link for source in node.sources)
    texts = (mark.target for mark in node.marks if mark.kind is MarkKind.LINK)
    return next((link for link in map(safe_link, (*sources, *texts)) if link), None)


def readable(fill: str, *, preferred: str) -> str:
    """Return the colour of text on a fill: the preferred one if it is readable there, else black or white.

    It is readable if its contrast is at least 4.5 to 1, as WCAG 2 requires for text of this size.

    >>> readable("#000080", preferred="#222222"), readable("#ffff00", preferred="#222222")
    ('#ffffff', '#222222')
    """
    if contrast(preferred, fill) >= _READABLE:
        return preferred
    # One of these always is.
    return max(_WHITE, _BLACK, key=lambda color: contrast(color, fill))


def tag_color(color: str | None, theme: Theme) -> str | None:
    """Return the colour of the dot before a tag that has this colour in the map."""
    shown = _chosen(color, True, theme)
    # On dark screens, boxes are lighter than the background.
    box = to_hex(theme.of("argument").get("fillcolor")) or background(theme)
    return _visible(shown, box) if shown else None


def background(theme: Theme) -> str:
    """Return the colour behind a map."""
    return to_hex(theme.of("graph").get("bgcolor")) or _WHITE


def _ruled(role: str, attributes: Attributes, thing: MapNode | MapGroup, theme: Theme) -> Style:
    rules = rules_for(thing, theme)
    return Style(role, ruled(attributes, rules, background=background(theme)))


def _accented(looks: Style, one: MapNode | MapGroup, theme: Theme, texts: Iterable[str]) -> Style:
    attributes = looks.attributes
    color = _chosen(one.color, one.has_own_color, theme)
    if color:
        tint = theme.tints.get(looks.role, _TINTS.get(looks.role, _NODE_TINT))
        tint = next((rule.tint for rule in reversed(rules_for(one, theme)) if rule.tint is not None), tint)
        attributes = {**attributes, "fillcolor": mix(color, background(theme), share=tint)}
        if tint:
            line = _visible(color, background(theme))
            # The frame of a section must not stand out more than the boxes in it.
            line = _quiet(line, background(theme)) if isinstance(one, MapGroup) else line
            attributes |= {"color": line}
            if float(attributes.get("penwidth", "1")) < float(_ACCENT_WIDTH):
                attributes["penwidth"] = _ACCENT_WIDTH
    fill = to_hex(attributes.get("fillcolor")) or background(theme)
    attributes = dict(attributes)
    asked = to_hex(one.font_color) or to_hex(attributes.pop("fontcolor", None))
    if asked and contrast(asked, fill) >= _READABLE:
        return looks._replace(attributes=attributes, font_color=asked)
    unreadable = [
        theme.texts[text].color for text in texts if contrast(theme.texts[text].color, fill) < _READABLE
    ]
    font_color = readable(fill, preferred=unreadable[0]) if unreadable else None
    return looks._replace(attributes=attributes, font_color=font_color)


def _visible(color: str, behind: str) -> str:
    """Return a colour for lines; on a dark background, one that is light enough to be visible."""
    shares = (step / 10 for step in range(11))
    lighter = (mix(color, _WHITE, share=share) for share in shares)
    return next(one for one in lighter if contrast(one, behind) >= _VISIBLE) if _is_dark(behind) else color


def _quiet(color: str, behind: str) -> str:
    """Return a colour for lines; on a dark background, one that is just visible."""
    if not _is_dark(behind):
        return color
    shares = (step / 10 for step in range(9, 0, -1))
    darker = (mix(color, behind, share=share) for share in shares)
    return next((mixed for mixed in darker if contrast(mixed, behind) >= _VISIBLE), color)


def _is_dark(color: str) -> bool:
    return contrast(color, _WHITE) > contrast(color, _BLACK)


def _chosen(color: str | None, is_own: bool, theme: Theme) -> str | None:
    """Return the colour of something in a map as far as the theme uses colours."""
    if theme.colors == "none" or not (is_own or theme.colors == "all"):
        return None
    found = to_hex(color)
    return grey(found) if found and theme.colors == "grey" else found

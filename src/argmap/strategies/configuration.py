"""Settings, frontmatter and themes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.data import FrozenDict
from argmap.render.styles.theme import NODE_ROLES, RELATION_ROLES, Theme, load_theme
from argmap.render.styles.theme_rules import RelationChoice, ThemeRule
from argmap.strategies.selector_texts import selectors
from argmap.strategies.words import titles, words

_MODES = ("title", "text", "hide-untitled", "none")
_COLOURS = ("red", "#ffcc00", "tomato", "#abc")
_FLAGS = st.booleans()

# What a debate says depends on the first two, what is shown of it on the others.
_SETTINGS: dict[str, dict[str, SearchStrategy[object]]] = {
    "data": {"switchToBlockFormatIfMultiline": _FLAGS},
    "model": {
        "mode": st.sampled_from(("loose", "strict")),
        "removeTagsFromText": _FLAGS,
        "transformArgumentRelations": _FLAGS,
        "explodeArguments": _FLAGS,
    },
    "selection": {
        "statementSelectionMode": st.sampled_from(
            (
                "with-title",
                "all",
                "top-level",
                "with-relations",
                "not-used-in-argument",
                "with-more-than-one-relation",
            )
        ),
        "excludeDisconnected": _FLAGS,
        "ignoreIsInMap": _FLAGS,
        "excludeStatements": st.lists(titles(max_words=1), max_size=2),
        "excludeArguments": st.lists(titles(max_words=1), max_size=2),
        "includeStatements": st.lists(titles(max_words=1), max_size=2),
    },
    "map": {
        "statementLabelMode": st.sampled_from(_MODES),
        "argumentLabelMode": st.sampled_from(_MODES),
        "addTags": _FLAGS,
    },
    "group": {"groupDepth": st.integers(0, 4), "ignoreIsGroup": _FLAGS, "ignoreIsClosed": _FLAGS},
    "color": {
        "colorizeByTag": _FLAGS,
        "colorizeGroupsByTag": _FLAGS,
        "ignoreColorData": _FLAGS,
        "colorScheme": st.lists(st.sampled_from(_COLOURS), min_size=1, max_size=3),
        "tagColors": st.dictionaries(words(), st.sampled_from(_COLOURS), max_size=2),
    },
}


def settings(
    *, rooms: tuple[str, ...] = tuple(_SETTINGS), max_settings: int = 4
) -> SearchStrategy[dict[str, dict[str, object]]]:
    """Return settings in Argdown's names, free of problems: at most so many in each of the rooms.

    >>> from hypothesis import find
    >>> find(settings(rooms=("model",)), lambda found: "mode" in found.get("model", {}))
    {'model': {'mode': 'loose'}}
    """
    unknown = [room for room in rooms if room not in _SETTINGS]
    if unknown:
        raise ValueError(f"there are no settings {unknown[0]!r}; there are {', '.join(_SETTINGS)}")

    def of_room(room: str) -> SearchStrategy[dict[str, object]]:
        known = _SETTINGS[room]
        names = st.lists(st.sampled_from(tuple(known)), unique=True, max_size=max_settings)
        return names.flatmap(lambda chosen: st.fixed_dictionaries({name: known[name] for name in chosen}))

    every = st.fixed_dictionaries({room: of_room(room) for room in rooms})
    return every.map(lambda found: {room: said for room, said in found.items() if said})


@st.composite
def frontmatters(
    draw: DrawFn, *, rooms: tuple[str, ...] = ("data", "model", "group"), with_comments: bool = True
) -> str:
    """Return frontmatter between its fences: a title, sources, settings, and comments between them."""
    lines: list[str] = []

    def comment() -> None:
        if with_comments and draw(st.integers(0, 5)) == 5:
            lines.append(f"# {draw(titles(max_words=2))}")

    if draw(_FLAGS):
        lines.append(f"title: {json.dumps(draw(titles()), ensure_ascii=False)}")
    comment()
    if draw(_FLAGS):
        lines.append("sources:")
        for key in draw(st.lists(st.sampled_from(("a", "b", "c")), min_size=1, max_size=3, unique=True)):
            title = json.dumps(draw(titles()), ensure_ascii=False)
            lines.append(f"  {key}: {{title: {title}, date: {draw(st.integers(1500, 2025))}}}")
    comment()
    for room, said in draw(settings(rooms=rooms)).items():
        lines.append(f"{room}:")
        for name, value in said.items():
            comment()
            lines.append(f"  {name}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(("===", *lines, "==="))


@st.composite
def themes(draw: DrawFn, *, name: str = "drawn") -> Theme:
    """Return themes: other colours, shapes, line widths and sizes of text than the default theme's.

    Some have rules, which change the look of what selectors select.
    """
    default = load_theme("default")
    colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
    attributes = dict(default.attributes)
    for role in draw(st.lists(st.sampled_from((*NODE_ROLES, *RELATION_ROLES)), unique=True, max_size=4)):
        said: Mapping[str, str] = {
            "color": draw(colours),
            "fontcolor": draw(colours),
            "penwidth": str(draw(st.integers(1, 5))),
        }
        if role in NODE_ROLES:
            shape = draw(st.sampled_from(("box", "ellipse", "note", "hexagon")))
            said = {**said, "fillcolor": draw(colours), "shape": shape}
        attributes[role] = FrozenDict({**attributes.get(role, {}), **said})
    sizes = {
        role: evolve(style, size=draw(st.integers(6, 30)), color=draw(colours))
        for role, style in default.texts.items()
    }
    width = float(draw(st.integers(60, 400)))
    return evolve(
        default,
        name=name,
        text_width=width,
        attributes=FrozenDict(attributes),
        texts=FrozenDict(sizes),
        rules=tuple(draw(st.lists(theme_rules(), max_size=2))),
    )


@st.composite
def theme_rules(draw: DrawFn) -> ThemeRule:
    """Return rules of themes: some looks for what a selector selects."""
    colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
    looks = st.fixed_dictionaries(
        {},
        optional={
            "color": colours,
            "fillcolor": colours,
            "fontcolor": colours,
            "penwidth": st.integers(1, 5).map(str),
            "shape": st.sampled_from(("box", "ellipse", "note", "hexagon")),
            "style": st.sampled_from(("dashed", "filled", "rounded", "rounded,filled", "dotted", "")),
        },
    )
    tint = draw(st.none() | st.floats(0, 1))
    return ThemeRule(draw(selectors()), FrozenDict(draw(looks)), tint)


@st.composite
def relation_rules(draw: DrawFn) -> ThemeRule:
    """Return rules of themes for relations, from what some selectors select to what others do."""
    colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
    looks = st.fixed_dictionaries(
        {},
        optional={
            "color": colours,
            "penwidth": st.integers(1, 5).map(str),
            "style": st.sampled_from(("solid", "dashed", "dotted", "bold")),
        },
    )
    names = st.frozensets(st.sampled_from((*RELATION_ROLES, "derived", "answer", "asked")), min_size=1)
    ends = st.none() | selectors()
    choice = RelationChoice(draw(ends), draw(ends), draw(st.none() | names))
    return ThemeRule(None, FrozenDict(draw(looks)), relations=choice)

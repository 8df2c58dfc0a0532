"""Builds the map of a debate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve

from argmap.data import Data
from argmap.data.changed_copies import changed
from argmap.maps.argument_map import ArgumentMap, MapGroup, MapNode
from argmap.maps.choosing.completion import complete
from argmap.maps.choosing.selection import Selection, select
from argmap.maps.choosing.unknown_names import unknown_names
from argmap.maps.detail import best_in_full
from argmap.maps.edges import draw_edges, text_position
from argmap.maps.groups import decide_groups, enclosing_groups, form_groups
from argmap.maps.nodes.argdown_titles import names_of
from argmap.maps.nodes.argument_steps import Places, places_of, steps_of
from argmap.maps.nodes.node_formulas import formula_of
from argmap.maps.nodes.node_images import images_of
from argmap.maps.nodes.node_labels import label
from argmap.maps.nodes.palette import Palette
from argmap.maps.regroup import regroup
from argmap.model import Argument, ArgumentRef, Debate, Element, Evidence, HasDebate, Section, debate_of
from argmap.settings import Settings
from argmap.settings.color_names import read_color
from argmap.settings.tables import DETAILS
from argmap.text.nearest import check_choice


def build_map(
    debate: HasDebate | Debate,
    settings: Settings | Mapping[str, object] | None = None,
    *,
    detail: str | None = None,
) -> ArgumentMap:
    """Return the map of a debate: nodes for claims, then evidence, then arguments, as the debate has them.

    It shows what the settings select, and also reconstructed arguments to which nothing is connected.
    If the settings select nothing, it shows all there is, arguments in full unless a `detail` is asked for.
    With the detail `auto`, arguments are in full if that says more than their gist; without a detail, if the
    settings say so.
    Groups are open, even those that the author closed; `close_groups` closes them.

    Raises:
        ValueError: there is no such detail, or a setting cannot be used; the message names the nearest.
    """
    if detail is not None:
        check_choice("detail", detail, DETAILS)
    asked = None if detail is None else {"map": {"detail": detail}}
    chosen = Settings.of(Settings.checked(settings), asked)
    debate = regroup(debate_of(debate), chosen.group.regroup)
    completion = complete(debate, chosen.selection)
    opened: Collection[ArgumentRef] = ()
    if detail in (None, "auto") and chosen.map.detail in ("auto", "text"):
        opened = completion.in_full
    if detail == "auto" and not opened:
        opened = best_in_full(debate, completion.selection.arguments.values())
    view = _map_of(debate, completion.selection, chosen, opened)
    notes = tuple(unknown_names(debate, chosen.selection))
    return evolve(view, omissions=completion.omissions, fallback=completion.fallback, notes=notes)


def build_argdown_map(
    debate: HasDebate | Debate, settings: Settings | Mapping[str, object] | None = None
) -> ArgumentMap:
    """Return the map that Argdown's own tools make: only what the settings select, which may be nothing."""
    chosen = Settings.of(Settings.checked(settings))
    debate = regroup(debate_of(debate), chosen.group.regroup)
    return _map_of(debate, select(debate, chosen.selection), chosen, frozenset())


def _map_of(
    debate: Debate, selection: Selection, settings: Settings, opened: Collection[ArgumentRef]
) -> ArgumentMap:
    """Return the map of a selection that shows some arguments, or all if the settings say so, in full."""
    palette = Palette.of(debate, settings.color)
    sections = decide_groups(debate.sections, settings.group)
    shown = selection.elements
    nodes = tuple(_nodes(shown, settings, palette, enclosing_groups(sections)))
    ids = {element.ref: node.id for element, node in zip(shown, nodes, strict=True)}
    places: Places = {}
    if settings.map.detail == "full":
        opened = selection.arguments
    if opened:
        nodes = tuple(_opened(node, debate, settings) if node.ref in opened else node for node in nodes)
        nodes = _counted(nodes, debate)
        places = places_of(
            debate[node.ref] for node in nodes if isinstance(node.ref, ArgumentRef) and node.steps
        )
    edges = draw_edges(debate.relations, selection, ids, palette, places=places)
    used = dict.fromkeys(node.group for node in nodes if node.group)
    return ArgumentMap(
        nodes=nodes,
        edges=edges,
        groups=tuple(_colored_groups(form_groups(sections, used), sections, palette)),
    )


def _nodes(
    elements: Iterable[Element], settings: Settings, palette: Palette, around: Mapping[str, str | None]
) -> Iterator[MapNode]:
    ranks = _common_ranks(settings.dot.same_rank)
    shows_tags, colors = settings.map.add_tags, settings.color
    argument_color = _own_font_color(colors.argument_font_color)
    statement_color = _own_font_color(colors.statement_font_color)
    for number, element in enumerate(elements):
        title, text, marks = label(element, settings.map)
        color, is_own = palette.paint(element)
        evidence = element if isinstance(element, Evidence) else None
        data, tags = element.data, element.tags if shows_tags else ()
        yield MapNode(
            f"n{number}",
            element.ref,
            label_title=title,
            label_text=text,
            marks=marks,
            tags=tags,
            sources=element.sources,
            images=images_of(element, settings.images),
            color=color,
            font_color=argument_color if isinstance(element, Argument) else statement_color,
            has_own_color=is_own,
            rank=_rank(element, ranks) if data or ranks else None,
            group=around.get(element.section or ""),
            locator=evidence.locator if evidence and len(evidence.sources) == 1 else None,
            tag_colors=tuple(map(palette.tag_color, tags)),
            kind=evidence.kind if evidence else None,
            reliability=evidence.reliability if evidence else None,
            speakers=element.speakers if data else (),
            position=text_position(element.span),
            formula=formula_of(element) if data and (title or text) else None,
        )


def _opened(node: MapNode, debate: Debate, settings: Settings) -> MapNode:
    """Return a node that shows the inside of its argument, if that has one and the settings let it speak."""
    if not isinstance(node.ref, ArgumentRef) or (node.label_title is None and node.label_text is None):
        return node
    argument = debate[node.ref]
    steps = steps_of(argument, debate)
    if steps and argument.is_untitled and settings.map.argument_label_mode == "hide-untitled":
        # A generated title says less than the steps below it.
        return changed(node, label_title=None, steps=steps)
    return changed(node, steps=steps)


def _counted(nodes: tuple[MapNode, ...], debate: Debate) -> tuple[MapNode, ...]:
    """Return nodes with the critical questions counted about the inferences that they show."""
    opened = {node.ref.title for node in nodes if node.steps}
    inferences = (inference for title in opened for inference in debate.arguments[title].inferences)
    if not any(inference.scheme and not inference.scheme.is_deductive for inference in inferences):
        return nodes
    # Loading it takes as long as making a small map.
    from argmap.maps.question_nodes import count_questions

    return count_questions(nodes, debate)


def _own_font_color(text: str) -> str | None:
    # Black is the default of those who do not choose: the theme may choose then.
    return None if text == "#000000" else read_color(text)


def _common_ranks(same_rank: Iterable[Data]) -> dict[tuple[str, str], str]:
    """Return a rank for each kind and title that `dot.sameRank` lists; later lists win."""
    ranks: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(same_rank, start=1):
        for kind in ("arguments", "statements"):
            titles = entry.get(kind)
            for title in titles if isinstance(titles, tuple) else ():
                ranks[kind, str(title)] = f"sameRank {number}"
    return ranks


def _rank(element: Element, ranks: Mapping[tuple[str, str], str]) -> str | None:
    said = element.data.get("rank")
    if said is not None:
        return str(said)
    if not ranks:
        return None
    kind = "arguments" if isinstance(element, Argument) else "statements"
    return next((ranks[kind, name] for name in names_of(element) if (kind, name) in ranks), None)


def _colored_groups(
    groups: Iterable[MapGroup], sections: Iterable[Section], palette: Palette
) -> Iterator[MapGroup]:
    by_id = {section.id: section for section in sections}
    font_color = _own_font_color(palette.settings.group_font_color)
    for group in groups:
        color, is_own = palette.paint_section(by_id[group.id], group.level)
        yield evolve(group, color=color, font_color=font_color, has_own_color=is_own)

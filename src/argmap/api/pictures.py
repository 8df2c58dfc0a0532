"""Maps and drawings of documents and debates."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document, settings_of, without_lines
from argmap.api.drawn_views import view_of
from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.model import Debate, Named, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.settings import Settings

if TYPE_CHECKING:
    from argmap.comparing import Changes
    from argmap.maps import ArgumentMap
    from argmap.reasoning import Evaluation
    from argmap.render import Drawing, DrawOptions, Theme
    from argmap.render.pages.paged_drawing import PagedDrawing


@names_nearest
@paused_collector()
def build_map(
    document: Document | Debate, settings: Mapping[str, object] | Settings | None = None
) -> ArgumentMap:
    """Return the map of a document or debate: what the settings show of it.

    `settings` override those of the document, or those in the metadata of the debate. Settings of `data`
    and `model` are about reading and have no effect here. Reconstructed arguments are always shown, and if
    the settings select nothing, everything is shown.

    >>> import argmap
    >>> debate = argmap.parse("[A]: One.\\n  + [B]: Two.\\n  + Three.").debate
    >>> fewer = build_map(debate, {"selection": {"excludeStatements": ["B"]}})
    >>> len(build_map(debate).nodes), len(fewer.nodes)
    (3, 2)

    Raises:
        ValueError: a setting that is given cannot be used; the message names the nearest one that can.
    """
    from argmap.maps import build_map

    debate = debate_of(document)
    return build_map(debate, settings_of(document, settings))


# What names the nearest parameter would keep the lines of a document that nobody else has.
def draw(
    document: Document | Debate | Changes,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    focus: Named | None = None,
    radius: int = 2,
    direction: str = "all",
    timeout: float = 60,
    questions: bool = False,
    verdicts: bool | str | Evaluation | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    folder: str | PathLike[str] | None = None,
    layout: str | None = None,
    fit: str | None = None,
    order: str | None = None,
) -> Drawing:
    r"""Return the drawing of a document or debate; layout happens when a picture is asked for.

    Changes (`argmap.diff`) are drawn as one map of both debates, in which words and lines show what is new,
    gone or different.
    `theme` is the name of a theme, the path of a TOML file, or a Theme. `detail` is how much of each
    argument is shown: its `title`, its `text`, or in `full` all its premises and conclusions, at which
    arrows end; `auto` means in full where that says more than the text. With None the settings decide.
    `legend` adds a legend of what occurs in the map, and `questions` shows open critical questions.
    With `verdicts` every title begins with a mark for what holds (`True`, the name of a semantics, or an
    evaluation).
    `title` and `subtitle` are above the map, and images in nodes are read from `folder`: by
    default those of the Document and the folder that it is in. `settings` override those of the
    document. `engine` is `auto`, `embedded`, `system` or the path of an executable that understands
    Graphviz's `dot` options. With a `focus`, such as `[Claim]`, `<Argument>` or `[^Evidence]`, only what
    is at most `radius` edges away from it is drawn; `direction` is `all`, `supporting` or `attacking`.
    After `timeout` seconds a layout is given up; before that, cheaper ones are tried. `layout` is `tree`,
    `layered` (by the engine) or `auto`, as suits the map; in trees reasons are in the `order` of their
    `kind` or of the `text`, and `fit` is where their text is to be large: in a `column` of text, on a
    `page` or `slide`, or `none`.

    >>> import argmap
    >>> drawing = draw(argmap.parse("[Sun]: It shines.\n  + <Forecast>: They said so."), theme="dark")
    >>> drawing.dot.splitlines()[0], drawing.svg().count('class="node')
    ('digraph "Argument Map" {', 2)

    Raises:
        LookupError: the map has no node of that name; the message names the nearest.
    """
    from argmap.render import DrawOptions

    # In `draw(parse(text))` nobody else has the document, and what is not drawn of it takes no memory then.
    document = without_lines(document)
    return draw_as(
        document,
        DrawOptions(
            theme,
            engine,
            settings,
            detail=detail,
            legend=legend,
            focus=focus,
            radius=radius,
            direction=direction,
            timeout=timeout,
            questions=questions,
            verdicts=verdicts,
            title=title,
            subtitle=subtitle,
            folder=folder,
            layout=layout,
            fit=fit,
            order=order,
        ),
    )


@paused_collector()
def draw_as(document: Document | Debate | Changes, options: DrawOptions) -> Drawing:
    """Return the drawing that options ask for, as `draw` does.

    Raises:
        LookupError: the map has no node to focus on.
    """
    from argmap.render.draw import drawing_of

    view, known, drawn = view_of(document, options)
    return evolve(drawing_of(view, known), drawn=drawn)


@names_nearest
def draw_parts(
    document: Document | Debate | Changes,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    timeout: float = 60,
    questions: bool = False,
    verdicts: bool | str | Evaluation | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    folder: str | PathLike[str] | None = None,
    layout: str | None = None,
    fit: str | None = None,
    order: str | None = None,
    more_than: int = 0,
) -> dict[str, Drawing]:
    """Return the drawings of a large map in parts: under "" a map of its sections, and a map of each by name.

    Names can be used in file names. In the first drawing each section is one box; in that of a section,
    related sections are boxes. A map of fewer than two sections has no parts, and a map of at most
    `more_than` nodes is not divided: the result is then empty. The rest is as in `draw`.

    >>> import argmap
    >>> text = "# One\\n[A]: a\\n  + [B]\\n# Two\\n[B]: b\\n  + [C]: c"
    >>> list(draw_parts(argmap.parse(text)))
    ['', 'one', 'two']
    """
    from argmap.render import DrawOptions

    return draw_parts_as(
        document,
        DrawOptions(
            theme,
            engine,
            settings,
            detail=detail,
            legend=legend,
            timeout=timeout,
            questions=questions,
            verdicts=verdicts,
            title=title,
            subtitle=subtitle,
            folder=folder,
            layout=layout,
            fit=fit,
            order=order,
        ),
        more_than=more_than,
    )


@paused_collector()
def draw_parts_as(
    document: Document | Debate | Changes, options: DrawOptions, *, more_than: int = 0
) -> dict[str, Drawing]:
    """Return the drawings of a map in parts that options ask for, as `draw_parts` does."""
    from argmap.maps.parts import in_parts
    from argmap.render.draw import drawing_of

    check_count("more_than", more_than, least=0)
    view, known, drawn = view_of(document, options)
    if len(view.nodes) <= more_than:
        return {}
    return {
        part.name: evolve(drawing_of(part.map, evolve(known, title=part.title or known.title)), drawn=drawn)
        for part in in_parts(view)
    }


@names_nearest
def draw_pages(
    document: Document | Debate | Changes,
    paper: str = "A4",
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    focus: Named | None = None,
    radius: int = 2,
    direction: str = "all",
    timeout: float = 60,
    questions: bool = False,
    verdicts: bool | str | Evaluation | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    folder: str | PathLike[str] | None = None,
    order: str | None = None,
) -> PagedDrawing:
    """Return a map on pages of paper, which are saved as one PDF: an overview, then its parts.

    `paper` is A3, A4, A5, Letter, Legal or Tabloid, or one of them with `-landscape`. A map that fits on
    one page is on one. Otherwise the first page is an overview, and each section has pages of its own, or
    each main branch if there are fewer than two sections; what does not fit on a page at a size of 8 points
    is divided further. Relations to another page name that page. Sources have numbers, and the last pages
    list them. Pages are laid out as trees; the rest is as in `draw`.

    >>> import argmap
    >>> drawing = draw_pages(argmap.parse("[Sun]: It shines.\\n  + <Forecast>: They said so."))
    >>> len(drawing.pages), drawing.numbers
    (1, {'n0': 1, 'n1': 1})

    Raises:
        LookupError: there is no such paper, or no node to focus on; the message names the nearest.
    """
    from argmap.render import DrawOptions

    return draw_pages_as(
        document,
        DrawOptions(
            theme,
            engine,
            settings,
            detail=detail,
            legend=legend,
            focus=focus,
            radius=radius,
            direction=direction,
            timeout=timeout,
            questions=questions,
            verdicts=verdicts,
            title=title,
            subtitle=subtitle,
            folder=folder,
            order=order,
        ),
        paper=paper,
    )


@paused_collector()
def draw_pages_as(
    document: Document | Debate | Changes, options: DrawOptions, *, paper: str = "A4"
) -> PagedDrawing:
    """Return a map on the pages that options ask for, as `draw_pages` does.

    Raises:
        LookupError: there is no such paper, or the map has no node to focus on.
    """
    from argmap.render.pages.binding import bind
    from argmap.render.pages.paper import paper_of

    size = paper_of(paper)
    view, known, _ = view_of(document, options)
    return bind(view, known, size)

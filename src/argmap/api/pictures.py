"""Maps and drawings of documents and debates."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document, folder_of, settings_of
from argmap.model import Debate, Named, debate_of, resolve
from argmap.settings import Settings

if TYPE_CHECKING:
    from argmap.comparing import Changes
    from argmap.maps import ArgumentMap
    from argmap.reasoning import Evaluation
    from argmap.render import Drawing, DrawOptions, Theme
    from argmap.render.page.drawn_debate import DrawnDebate
    from argmap.render.pages.paged_drawing import PagedDrawing


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
        ValueError: a setting that is given cannot be used; the message has the nearest one that can.
    """
    from argmap.maps import build_map

    debate = debate_of(document)
    return build_map(debate, settings_of(document, settings))


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

    Changes (`argmap.diff`) are drawn as one map of both debates, in which words and lines say what is new,
    gone or different.
    `theme` is the name of a theme, the path of a TOML file, or a Theme. `detail` is how much of each
    argument is shown: its `title`, its `text`, or in `full` all its premises and conclusions, at which
    arrows end; `auto` means in full where that says more than the text. With None the settings decide.
    `legend` adds a legend of what occurs in the map, and `questions` shows open critical questions.
    With `verdicts` every title begins with a mark for what holds (`True`, the name of a semantics, or an
    evaluation).
    `title` and `subtitle` are above the map, and images in nodes are read from `folder`: by
    default what a Document calls itself and the folder that it lies in. `settings` override those of the
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


def draw_as(document: Document | Debate | Changes, options: DrawOptions) -> Drawing:
    """Return the drawing that options ask for, as `draw` does.

    Raises:
        LookupError: the map has no node to focus on.
    """
    from argmap.render.draw import drawing_of

    view, known, drawn = _view(document, options)
    return evolve(drawing_of(view, known), drawn=drawn)


def draw_parts(
    document: Document | Debate,
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
    """Return the drawings of a large map in parts: under "" a map of its sections, and one of each by name.

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


def draw_parts_as(
    document: Document | Debate, options: DrawOptions, *, more_than: int = 0
) -> dict[str, Drawing]:
    """Return the drawings of a map in parts that options ask for, as `draw_parts` does."""
    from argmap.maps.parts import in_parts
    from argmap.render.draw import drawing_of

    view, known, drawn = _view(document, options)
    if len(view.nodes) <= more_than:
        return {}
    return {
        part.name: evolve(drawing_of(part.map, evolve(known, title=part.title or known.title)), drawn=drawn)
        for part in in_parts(view)
    }


def draw_pages(
    document: Document | Debate,
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

    `paper` is A3, A4, A5, Letter, Legal or Tabloid, or one of them with `-landscape`. A map that has room on
    one page is on one. Otherwise the first page is an overview, and each section has pages of its own, or
    each main branch if there are less than two sections; what has no room on a page at a size of 8 points is
    divided further. Whatever leads to another page says to which. Sources have numbers, and the last pages
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


def draw_pages_as(document: Document | Debate, options: DrawOptions, *, paper: str = "A4") -> PagedDrawing:
    """Return a map on the pages that options ask for, as `draw_pages` does.

    Raises:
        LookupError: there is no such paper, or the map has no node to focus on.
    """
    from argmap.render.pages.binding import bind
    from argmap.render.pages.paper import paper_of

    size = paper_of(paper)
    view, known, _ = _view(document, options)
    return bind(view, known, size)


def _view(
    document: Document | Debate | Changes, options: DrawOptions
) -> tuple[ArgumentMap, DrawOptions, DrawnDebate]:
    """Return the map that options ask for, the options of its drawing, and what it is the map of."""
    if not isinstance(document, Document | Debate):
        from argmap.comparing import Changes

        if isinstance(document, Changes):
            return _view_of_changes(document, options)
    return _view_of_debate(document, options)


def _view_of_changes(changes: Changes, options: DrawOptions) -> tuple[ArgumentMap, DrawOptions, DrawnDebate]:
    """Return the map of both debates with what became of what, and how it looks."""
    from argmap.comparing.united_debate import united
    from argmap.maps.change_marks import CHANGE_NOTES, roles_of, with_changes
    from argmap.render import load_theme
    from argmap.render.styles.change_rules import with_roles

    debates = united(changes)
    view, known, drawn = _view_of_debate(debates.debate, options)
    marked = with_changes(view, debates)
    theme = with_roles(load_theme(known.theme), roles_of(marked, debates))
    settings = Settings.of(known.settings, {"map": {"notes": [*CHANGE_NOTES]}})
    return marked, evolve(known, theme=theme, settings=settings, legend=True), drawn


def _proved(view: ArgumentMap, debate: Debate, settings: Settings) -> ArgumentMap:
    """Return a map whose inferences say whether they are valid, if it shows the formulas of steps."""
    from argmap.maps.proof_marks import asks_for_proofs, with_proofs

    if settings.map.formulas == "hide" or not asks_for_proofs(view):
        return view
    from argmap.proving.prover import prove_debate

    return with_proofs(view, prove_debate(debate, timeout=settings.reasoning.timeout))


def _view_of_debate(
    document: Document | Debate, options: DrawOptions
) -> tuple[ArgumentMap, DrawOptions, DrawnDebate]:
    """Return the map of a debate, the options of its drawing, and what it is the map of."""
    from argmap.maps import build_map
    from argmap.render.draw_options import of_built_map
    from argmap.render.page.drawn_debate import DrawnDebate

    debate, detail = debate_of(document), options.detail
    asked = None if detail is None else {"map": {"detail": detail}}
    if asked and (problems := Settings.problems(asked)):
        raise ValueError(f"detail cannot be {detail!r}; {problems[0].hint}")
    settings = Settings.of(settings_of(document, options.settings), asked)
    if detail is None and settings.map.detail == "auto":
        # A map shows by itself what Argdown's shows; a drawing shows of arguments what says most.
        detail = "auto"
    view = _proved(build_map(debate, settings, detail=detail), debate, settings)
    if options.questions:
        from argmap.maps.question_nodes import with_questions

        view = with_questions(view, debate)
    if (focus := options.focus) is not None:
        from argmap.analysis.graph import as_element
        from argmap.maps.focus import focus_on

        name = focus if isinstance(focus, str) else str(as_element(resolve(debate, focus)))
        view = focus_on(view, name, radius=options.radius, direction=options.direction)
    evaluation = _evaluation(document, options.verdicts)
    if evaluation:
        from argmap.maps.verdict_marks import with_verdicts

        view = with_verdicts(view, evaluation)
    title, subtitle = debate.metadata.get("title"), debate.metadata.get("subTitle")
    drawn = DrawnDebate.of(document, evaluation)
    known = evolve(
        of_built_map(options),
        theme=_ruled(document, options.theme),
        settings=settings,
        title=options.title or (str(title) if title else None),
        subtitle=options.subtitle or (str(subtitle) if subtitle else None),
        folder=folder_of(document) if options.folder is None else options.folder,
    )
    return view, known, drawn


def _ruled(document: Document | Debate, theme: str | PathLike[str] | Theme) -> Theme:
    """Return a theme with what its rules select; titles that are not there select nothing."""
    from argmap.render import load_theme

    loaded = load_theme(theme)
    if not loaded.rules:
        return loaded
    from argmap.api.querying import matcher_of
    from argmap.model import SectionRef
    from argmap.render.styles.theme_rules import chosen_rules

    matcher = evolve(matcher_of(document), is_lenient=True)

    def select(selector: str) -> list[object]:
        # Boxes of sections are known by the ids of these.
        return [ref.id if isinstance(ref, SectionRef) else ref for ref in matcher.select(selector)]

    return evolve(loaded, chosen=chosen_rules(loaded.rules, select))


def _evaluation(document: Document | Debate, verdicts: bool | str | Evaluation | None) -> Evaluation | None:
    """Return the evaluation whose verdicts are drawn: one that is given, or that under a semantics."""
    if not verdicts:
        return None
    from argmap.reasoning import Evaluation

    if isinstance(verdicts, Evaluation):
        return verdicts
    from argmap.api.evaluating import evaluate

    return evaluate(document, None if verdicts is True else verdicts)

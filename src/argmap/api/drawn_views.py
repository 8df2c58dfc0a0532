"""What is drawn of a document or debate: its map under options, with proofs, verdicts and changes in it."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.documents import Document, folder_of, settings_of
from argmap.model import Debate, debate_of, resolve
from argmap.settings import Settings

if TYPE_CHECKING:
    from argmap.comparing import Changes
    from argmap.maps import ArgumentMap
    from argmap.reasoning import Evaluation
    from argmap.render import DrawOptions, Theme
    from argmap.render.page.drawn_debate import DrawnDebate


def view_of(
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
    if verdicts is None or verdicts is False:
        return None
    from argmap.api.evaluating import evaluate, evaluation_about

    if verdicts is True or isinstance(verdicts, str):
        return evaluate(document, None if verdicts is True else verdicts)
    return evaluation_about(debate_of(document), verdicts)

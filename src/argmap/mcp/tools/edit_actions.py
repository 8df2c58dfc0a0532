"""What `edit` can do to a text, and what each action has to be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.mcp.parameters import Json
from argmap.mcp.refused_call import RefusedCallError
from argmap.model import ArgumentRef, Debate, Ref, Relation, RelationKind, resolve

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.text import Edit

# Those that have an operator.
KINDS = tuple(kind.value for kind in RelationKind)


def _words(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@frozen
class EditAction:
    """An action: the parameters that it needs, those that it may have, and the edits that do it."""

    needs: tuple[str, ...] = field(converter=_words)
    may_have: tuple[str, ...] = field(converter=_words)
    edits: Callable[[Document, Json], tuple[Edit, ...]]


def edits_of(document: Document, words: Json) -> tuple[Edit, ...]:
    """Return the edits that an action makes.

    Raises:
        RefusedCallError: a parameter is missing, or the text cannot be changed so.
    """
    name = words["action"]
    action = ACTIONS[name]
    given = {key for key in EDIT_WORDS if words[key] is not None}
    if missing := [key for key in action.needs if key not in given]:
        raise RefusedCallError(f"{name} needs {', '.join(f'`{key}`' for key in missing)}")
    if others := sorted(given - {*action.needs, *action.may_have}):
        raise RefusedCallError(f"{name} has no use for {', '.join(f'`{key}`' for key in others)}")
    try:
        return action.edits(document, words)
    except (LookupError, ValueError, TypeError) as error:
        raise RefusedCallError(str(error)) from None


def _rename(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.rename(document, words["thing"], _bare_title(words["thing"], words["title"]))


def _give_title(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.give_title(document, words["thing"], _bare(words["title"]))


def _remove(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.remove(document, words["thing"])


def _add_relation(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.add_relation(document, RelationKind(words["kind"]), words["source"], words["target"])


def _turn_relation(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    relation = _relation(document, words["source"], words["target"])
    return edits.turn_relation(document, relation, RelationKind(words["kind"]))


def _reconstruct(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.reconstruct(document, words["thing"], words["premises"] or (), words["conclusion"])


def _declare_source(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.declare_source(document, words["key"], words["declaration"])


def _answer_question(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    return edits.answer_question(document, words["thing"], words["question"], words["answer"])


def _add_argument(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import edits

    title = words["title"]
    return edits.add_skeleton(document, words["scheme"], title and _bare(title))


def _format(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import api

    text = document.text
    return _rewritten(document, api.format_text(text, path=document.path, markdown=words["markdown"] or None))


def _fix(document: Document, words: Json) -> tuple[Edit, ...]:
    from argmap import api

    text = document.text
    return _rewritten(document, api.fix_text(text, document.path, markdown=words["markdown"] or None))


def _rewritten(document: Document, after: str) -> tuple[Edit, ...]:
    from argmap.text import Edit, Span

    before = document.text
    return () if after == before else (Edit(Span(0, len(before)), after),)


def _relation(document: Document, source: str, target: str) -> Relation:
    """Return the relation that an author wrote between two things.

    Raises:
        LookupError: there is none, or more than one.
    """
    debate = document.debate
    sources, targets = (_ends(debate, resolve(debate, end)) for end in (source, target))
    written = [
        relation
        for relation in debate.relations
        if relation.spans
        and (
            (relation.source in sources and relation.target in targets)
            or (relation.kind.is_symmetric and relation.source in targets and relation.target in sources)
        )
    ]
    if len(written) != 1:
        number = "no relation is" if not written else f"{len(written)} relations are"
        raise LookupError(f"{number} written from {source} to {target}")
    return written[0]


def _ends(debate: Debate, ref: Ref) -> set[Ref]:
    """Return what relations of a thing may be read as leading to: a reconstructed argument has parts."""
    argument = debate.arguments.get(ref.title) if isinstance(ref, ArgumentRef) else None
    if argument is None or not argument.inferences:
        return {ref}
    last = argument.inferences[-1]
    return {ref, last.ref, last.conclusion}


def _bare_title(old: str, new: str) -> str:
    """Return a new title without the brackets, which must be those of the old one."""
    from argmap.model.lookup import reference_in

    before, written = reference_in(old), reference_in(new)
    if before and written and type(before) is not type(written):
        raise ValueError(f"{before} cannot become {written}; write the title without brackets")
    if old.startswith("#") and new.startswith("#"):
        return new.removeprefix("#").removeprefix("(").removesuffix(")")
    return written.title if before and written else new


def _bare(title: str) -> str:
    from argmap.model.lookup import reference_in

    written = reference_in(title)
    return written.title if written else title


# The parameters of actions, in the order in which they are listed.
EDIT_WORDS: Mapping[str, str] = {
    "thing": "What is changed: a title in brackets such as `[claim]` or `<argument>`, a `#tag`, the key of a "
    "source; `<argument>#1` for an inference.",
    "title": "The new title.",
    "kind": "What the source does to the target.",
    "source": "The thing that a relation begins at.",
    "target": "The thing that a relation leads to.",
    "premises": "Premises: texts, or titles in brackets.",
    "conclusion": "The conclusion: a text, or a title in brackets.",
    "key": "The key of a source, as in `{source: key}`.",
    "declaration": "What is known of the source: a text, or a mapping with title, author, date, url.",
    "question": "The name of a critical question, as `questions` lists it.",
    "answer": "The answer: words, or a title in brackets.",
    "scheme": "The name of a scheme, as `argmap://schemes` lists it.",
}
ACTIONS: Mapping[str, EditAction] = {
    "rename": EditAction(("thing", "title"), (), _rename),
    "give_title": EditAction(("thing", "title"), (), _give_title),
    "remove": EditAction(("thing",), (), _remove),
    "add_relation": EditAction(("kind", "source", "target"), (), _add_relation),
    "turn_relation": EditAction(("kind", "source", "target"), (), _turn_relation),
    "reconstruct": EditAction(("thing",), ("premises", "conclusion"), _reconstruct),
    "declare_source": EditAction(("key", "declaration"), (), _declare_source),
    "answer_question": EditAction(("thing", "question", "answer"), (), _answer_question),
    "add_argument": EditAction(("scheme",), ("title",), _add_argument),
    "format": EditAction((), (), _format),
    "fix": EditAction((), (), _fix),
}

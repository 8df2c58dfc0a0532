"""Edits of a text that change one thing that it says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.documents import Document, check_document
from argmap.data.values import check_count, given_value
from argmap.model import Relation, RelationKind
from argmap.model.lookup import NotInDebateError
from argmap.text import Span
from argmap.text.edit import Edit
from argmap.text.edited_text import apply, undoing
from argmap.text.given_values import check_type, several

if TYPE_CHECKING:
    from argmap.editing.names.name_index import NameIndex
    from argmap.editing.names.occurrence import NameRef, Occurrence
    from argmap.model import Element, Named, SchemeEntry, Section

__all__ = [
    "Edit",
    "add_relation",
    "add_skeleton",
    "allow",
    "answer_question",
    "apply",
    "declare_source",
    "extract",
    "give_title",
    "line_to_mention",
    "mention_to_line",
    "reconstruct",
    "remove",
    "rename",
    "skeleton",
    "turn_relation",
    "undoing",
]


def rename(document: Document, thing: Element | Section | NameRef | str, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that change a title wherever it is used, including in included files.

    `thing` is as in `argmap.occurrences`: an element, a section, a source, a tag, a reference, or a title as
    in the markup. Comments, order and layout stay, and so do tags after the title of a section.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines. // today\n  + <Forecast>: See @[Sun].")
    >>> edits = argmap.edits.rename(document, "[Sun]", "Sunshine")
    >>> print(argmap.edits.apply(document.text, edits))
    [Sunshine]: It shines. // today
      + <Forecast>: See @[Sunshine].

    Raises:
        LookupError: nothing has that name.
        ValueError: the new title is taken, or would be read as something else.
    """
    from argmap.editing.names.named_things import named_ref
    from argmap.editing.rename_edits import rename as renamed

    return renamed(_names(document), named_ref(document.debate, thing), title)


def _names(document: Document) -> NameIndex:
    check_document(document)
    names = document._names
    if names is None:
        raise ValueError("the document was read from no markup, which edits could change")
    return names


def _check_kind(kind: object) -> None:
    if not isinstance(kind, RelationKind):
        raise TypeError(f"kind must be a RelationKind such as RelationKind.SUPPORT, not {kind!r}")


def add_relation(document: Document, kind: RelationKind, source: Named, target: Named) -> tuple[Edit, ...]:
    r"""Return the edits that write a relation from one thing to another.

    The line goes below the target, after what is there already; an untitled source keeps its line, and the
    target is written below it.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n\n<Clouds>: It is grey.")
    >>> edits = argmap.edits.add_relation(document, argmap.RelationKind.ATTACK, "<Clouds>", "[Sun]")
    >>> print(argmap.edits.apply(document.text, edits))
    [Sun]: It shines.
      - <Clouds>
    <BLANKLINE>
    <Clouds>: It is grey.

    Raises:
        LookupError: the debate has no such end.
        ValueError: the relation is there already, or cannot be written.
    """
    from argmap.editing.relation_edits import add_relation as added

    _check_kind(kind)
    return added(_names(document), kind, source, target)


def turn_relation(document: Document, relation: Relation, kind: RelationKind) -> tuple[Edit, ...]:
    r"""Return the edits that make a relation one of another kind; its ends stay.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Clouds>: It is grey.")
    >>> (relation,) = document.debate.relations
    >>> edits = argmap.edits.turn_relation(document, relation, argmap.RelationKind.ATTACK)
    >>> print(argmap.edits.apply(document.text, edits))
    [Sun]: It shines.
      - <Clouds>: It is grey.

    Raises:
        LookupError: the debate has no such relation.
        ValueError: the relation is derived, or cannot be of that kind.
    """
    from argmap.editing.relation_edits import turn_relation as turned

    check_type("relation", relation, Relation)
    _check_kind(kind)
    return turned(_names(document), relation, kind)


def remove(document: Document, thing: Named) -> tuple[Edit, ...]:
    r"""Return the edits that remove an element and its relations; what is below it becomes a block.

    An argument goes with its premise-conclusion structure: titled claims that are stated there become blocks,
    too, and steps without a title are removed unless something supports or attacks them.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  - <Clouds>: It is grey.\n    - [Wind]: It blows.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.remove(document, "<Clouds>")))
    [Sun]: It shines.
    <BLANKLINE>
    [Wind]: It blows.

    Raises:
        LookupError: the debate has no such element.
        ValueError: another structure uses it, it is named elsewhere, or it cannot be removed alone.
    """
    from argmap.editing.removal import remove as removed

    return removed(_names(document), thing)


def give_title(document: Document, thing: Named, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that give a claim or an argument without a title one.

    >>> import argmap
    >>> document = argmap.parse("It shines.\n  + They said so.")
    >>> edits = argmap.edits.give_title(document, "[Untitled 2]", "Forecast")
    >>> print(argmap.edits.apply(document.text, edits))
    It shines.
      + [Forecast]: They said so.

    Raises:
        LookupError: the debate has no such element.
        ValueError: it has a title, or the new one is taken or cannot be written.
    """
    from argmap.editing.title_edits import give_title as titled

    return titled(_names(document), thing, title)


def reconstruct(
    document: Document, argument: Named, premises: Iterable[str] = (), conclusion: str | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that write a premise-conclusion structure for an argument that is only sketched.

    Premises and the conclusion are texts, or titles in brackets of what is there. Without premises the
    argument's text is its premise; without a conclusion, the only titled claim that it supports.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Forecast>: They said so.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.reconstruct(document, "<Forecast>")))
    [Sun]: It shines.
      + <Forecast>: They said so.
    <BLANKLINE>
    <Forecast>
    <BLANKLINE>
    (1) They said so.
    ----
    (2) [Sun]

    Raises:
        LookupError: the debate has no such argument.
        ValueError: it has a structure, or nothing says what it concludes or from what.
    """
    from argmap.editing.structure_edits import reconstruct as reconstructed

    return reconstructed(_names(document), argument, several("premises", premises, "premises"), conclusion)


def declare_source(document: Document, key: str, source: object) -> tuple[Edit, ...]:
    r"""Return the edits that declare a source in the frontmatter, which is added if there is none.

    `source` is a text or a mapping as in the frontmatter.

    >>> import argmap
    >>> document = argmap.parse("[^Count]: 93 of 100 {source: board}\n")
    >>> edits = argmap.edits.declare_source(document, "board", {"title": "Yearbook", "date": 2021})
    >>> print(argmap.edits.apply(document.text, edits))
    ===
    sources: {board: {title: Yearbook, date: 2021}}
    ===
    <BLANKLINE>
    [^Count]: 93 of 100 {source: board}
    <BLANKLINE>

    Raises:
        ValueError: there is already a source with that key, or it cannot be written.
    """
    from argmap.editing.source_edits import declare_source as declared

    return declared(_names(document), key, given_value("source", source))


def answer_question(document: Document, inference: Named, question: str, answer: str) -> tuple[Edit, ...]:
    r"""Return the edits that answer a critical question, in words or by a title in brackets.

    >>> import argmap
    >>> document = argmap.parse("<B>\n\n(1) a\n-- argument from sign --\n(2) b")
    >>> edits = argmap.edits.answer_question(document, "<B>", "strength", "It rarely errs.")
    >>> print(argmap.edits.apply(document.text, edits).split("\n")[3])
    -- argument from sign {answers: {strength: It rarely errs.}} --

    Raises:
        LookupError: there is no such inference, or its scheme has no such question.
        ValueError: it is answered already, or the answer cannot be written.
    """
    from argmap.editing.answer_edits import answer_question as answered

    return answered(_names(document), inference, question, answer)


def skeleton(scheme: str | SchemeEntry, title: str | None = None) -> str:
    r"""Return the text of an argument of a scheme, for you to fill in.

    `scheme` is a name of the catalogue, or an entry of your own (`argmap.model.read_schemes`).

    >>> import argmap
    >>> print(argmap.edits.skeleton("sign", "Barometer"))
    <Barometer>
    <BLANKLINE>
    (1) Something is observed.
    (2) Usually it is a sign of something else.
    -- {scheme: sign, roles: {finding: 1, link: 2}} --
    (3) That something else is the case.
    <BLANKLINE>

    Raises:
        LookupError: there is no such scheme; the message names the nearest.
        ValueError: the title cannot be written.
    """
    from argmap.editing.skeletons import skeleton as text_of

    return text_of(scheme, title)


def add_skeleton(document: Document, scheme: str | SchemeEntry, title: str | None = None) -> tuple[Edit, ...]:
    r"""Return the edits that add an argument of a scheme to the end of a text, for you to fill in.

    >>> import argmap
    >>> document = argmap.parse("[Rain]: It will rain.\n")
    >>> after = argmap.edits.apply(document.text, argmap.edits.add_skeleton(document, "sign"))
    >>> [argument.title for argument in argmap.parse(after).debate.arguments.values()]
    ['Argument from sign']

    Raises:
        LookupError: there is no such scheme; the message names the nearest.
        ValueError: the title is taken, or nothing can be written after this text.
    """
    from argmap.editing.skeletons import add_skeleton as added

    return added(_names(document), scheme, title)


def extract(document: Document, span: Span, title: str) -> tuple[Edit, ...]:
    r"""Return the edits that make a stretch of the text of an element a claim of its own, which it mentions.

    >>> import argmap
    >>> document = argmap.parse("<Trip>: It rains, and it is cold.")
    >>> edits = argmap.edits.extract(document, argmap.Span(22, 32), "Cold")
    >>> print(argmap.edits.apply(document.text, edits))
    <Trip>: It rains, and @[Cold].
    <BLANKLINE>
    [Cold]: it is cold

    Raises:
        LookupError: the stretch is not in the text of one element.
        ValueError: it is empty or has a comment, or the title is taken or cannot be written.
    """
    from argmap.editing.extraction_edits import extract as extracted

    check_type("span", span, Span)
    names = _names(document)
    start = names.inner_place(span.start, span.path)
    end = names.inner_place(span.end - 1, span.path) if span.end > span.start else start
    if start is None or end is None or start[1] != end[1]:
        raise NotInDebateError("this stretch is not in the text of one element")
    return extracted(names, Span(start[0], end[0] + (span.end > span.start), start[1]), title)


def mention_to_line(
    document: Document, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that make what is mentioned at an offset a reason on a line of its own.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines, see @[Count].\n\n[Count]: 93 of 100")
    >>> edits = argmap.edits.mention_to_line(document, 24)
    >>> print(argmap.edits.apply(document.text, edits).partition("\n\n")[0])
    [Sun]: It shines, see Count.
      + [Count]

    Raises:
            LookupError: nothing is mentioned there.
            ValueError: it cannot be a reason, or the line cannot be written.
    """
    from argmap.editing.mention_edits import mention_to_line as changed

    names = _names(document)
    return changed(names, _named_at(names, offset, path))


def line_to_mention(
    document: Document, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that turn a line that only refers to something into a mention in the text above it.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + [Count]\n\n[Count]: 93 of 100")
    >>> edits = argmap.edits.line_to_mention(document, 23)
    >>> print(argmap.edits.apply(document.text, edits).partition("\n\n")[0])
    [Sun]: It shines. @[Count]

    Raises:
            LookupError: no title is at the offset.
            ValueError: the line does more than refer, or no text is above it.
    """
    from argmap.editing.mention_edits import line_to_mention as changed

    names = _names(document)
    return changed(names, _named_at(names, offset, path))


def _named_at(names: NameIndex, offset: int, path: str | PathLike[str] | None) -> Occurrence:
    """Return what is named at an offset, with places in the text of its page."""
    from argmap.editing.names.occurrence import Occurrence

    check_count("an offset", offset, least=0)
    place = names.inner_place(offset, names.file_named(path))
    named = names.at_inner(*place) if place else None
    if not isinstance(named, Occurrence):
        raise NotInDebateError("nothing is named here")
    return named


def allow(
    document: Document, code: str, offset: int, path: str | PathLike[str] | None = None
) -> tuple[Edit, ...]:
    r"""Return the edits that allow findings of a code in the line at an offset: `{allow: [C301]}`.

    With a `path`, that of a span, the offset counts in a file that the text includes.

    >>> import argmap
    >>> document = argmap.parse("[^Thermometer]: It is warm.")
    >>> print(argmap.edits.apply(document.text, argmap.edits.allow(document, "C301", 0)))
    [^Thermometer]: It is warm. {allow: [C301]}

    Raises:
        LookupError: there is no such code, or no line at the offset that could allow it.
        ValueError: it is allowed already, or cannot be written there.
    """
    from argmap.editing.allowance_edits import allow as allowed

    names = _names(document)
    check_count("an offset", offset, least=0)
    inside = names.inner_place(offset, names.file_named(path))
    if inside is None:
        raise NotInDebateError("no line that could allow something is here")
    return allowed(names, code, *inside)

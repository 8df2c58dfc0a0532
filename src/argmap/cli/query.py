"""`argmap query`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import click

from argmap.cli import streams
from argmap.cli.many_files import named_files
from argmap.cli.pages import Part, page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.reports.text import complaints
from argmap.text.shortening import line_of
from argmap.text.visible import visible, visible_line

if TYPE_CHECKING:
    from argmap.selectors import Matcher, ThingRef

_LONGEST = 100


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1)
@click.argument("selector", metavar="SELECTOR")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "titles", "json", "argdown"]),
    default="text",
    show_default=True,
    help="How it is listed; argdown is the debate of what is selected.",
)
@click.option("--count", is_flag=True, help="Print only how many things there are.")
@click.option(
    "--fail-if", type=click.Choice(["some", "none"]), help="Exit with 1 if there is something, or nothing."
)
@page_options
@click.pass_context
def query(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    selector: str,
    form: str,
    count: bool,
    fail_if: Literal["some", "none"] | None,
    markdown: bool,
    join: bool,
) -> None:
    """List what of each FILE the SELECTOR selects, in the order of the text.

    \b
    claims:unsupported          claims that nothing supports
    "[A] <+"                    what supports [A]; <<+ also what supports that, and so on
    "[A] <<+ evidence"          the evidence on which [A] rests
    "argument(<_ *)"            arguments that something undercuts
    "#crux", '"nuclear"'        what has a tag; what says a word
    'evidence{kind: testimony}' by a field
    "<A>.premises"              by a role

    Exit code 0: listed; 1: as `--fail-if` says; 2: the selector or a file cannot be read.
    """
    from argmap.api.querying import matcher_of
    from argmap.selectors import SelectorError, parse_selector
    from argmap.selectors.missing import mistyped_tags

    if not files:
        raise click.UsageError(f"write a file and then a selector, not only {selector!r}")
    try:
        parse_selector(selector)
    except SelectorError as error:
        hint = "; the selector comes after the files" if os.path.exists(selector) else ""
        raise click.UsageError(f"{selector!r}: {error}{hint}") from error
    code = 0
    answers: dict[Part, tuple[Matcher, tuple[ThingRef, ...]]] = {}
    missing: list[str] = []
    for file in named_files(files):
        try:
            document = streams.read(file, markdown=markdown, join=join)
            parts = parts_of(document, file=file)
        except streams.StreamError as error:
            streams.complain(error)
            code = 2
            continue
        # What is wrong with a text may be why something is not listed.
        for complaint in complaints(document, path=streams.shown(file)):
            streams.say(complaint)
        for part in parts:
            matcher = matcher_of(part.document)
            try:
                answers[part] = matcher, matcher.select(selector)
            except LookupError as error:
                missing.append(f"{part.shown}: {error}")
    # A title need not be in every file.
    if missing and not answers:
        raise click.UsageError(missing[0])
    tags = (tag for part in answers for tag in part.document.debate.tags)
    for tag, near in mistyped_tags(tags, selector):
        streams.say(f"argmap: nothing has the tag {tag}; did you mean {near}?")
    number = sum(len(refs) for _, refs in answers.values())
    if count:
        streams.show(f"{number}\n")
    else:
        _list(answers, form)
    if fail_if and (fail_if == "some") == bool(number):
        code = max(code, 1)
    context.exit(code)


def _list(answers: Mapping[Part, tuple[Matcher, tuple[ThingRef, ...]]], form: str) -> None:
    if form == "json":
        entries = [
            {**_entry(part, matcher, ref), **part.mark}
            for part, (matcher, refs) in answers.items()
            for ref in refs
        ]
        streams.write(f"{printable_json(entries)}\n".encode(), file=streams.STANDARD_STREAM)
    elif form == "argdown":
        streams.show("\n".join(_argdown(matcher, refs) for matcher, refs in answers.values() if refs))
    else:
        line = _line if form == "text" else _title
        streams.show(
            "".join(
                f"{visible(line(part, matcher, ref))}\n"
                for part, (matcher, refs) in answers.items()
                for ref in refs
            )
        )


def _line(part: Part, matcher: Matcher, ref: ThingRef) -> str:
    said = line_of(_text(matcher, ref), _LONGEST)
    line = _line_of(part, matcher, ref)
    place = part.shown if line is None else f"{part.shown}:{line}"
    return visible_line(f"{place}: {ref.kind} {ref}" + (f": {said}" if said else ""))


def _title(part: Part, matcher: Matcher, ref: ThingRef) -> str:
    return visible_line(str(ref))


def _entry(part: Part, matcher: Matcher, ref: ThingRef) -> dict[str, object]:
    thing = matcher.things.things[ref]
    return {
        "path": streams.shown(part.file),
        "line": _line_of(part, matcher, ref),
        "kind": ref.kind,
        "name": str(ref),
        "title": ref.title,
        "text": _text(matcher, ref) or None,
        "tags": list(getattr(thing, "tags", ())),
    }


def _text(matcher: Matcher, ref: ThingRef) -> str:
    thing = matcher.things.things[ref]
    return getattr(thing, "text", None) or getattr(thing, "reference", None) or ""


def _line_of(part: Part, matcher: Matcher, ref: ThingRef) -> int | None:
    span = matcher.things.things[ref].span
    return None if span is None or span.path is not None else part.document.location(span.start).line


def _argdown(matcher: Matcher, refs: tuple[ThingRef, ...]) -> str:
    from argmap import api
    from argmap.api.querying import part_with

    return api.to_text(part_with(matcher, refs))

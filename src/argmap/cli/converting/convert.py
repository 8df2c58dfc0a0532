"""`argmap convert`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import frozen

from argmap.cli import streams
from argmap.cli.pages import Part, file_of, page_options, parts_of
from argmap.cli.setting_options import map_options, settings_of
from argmap.data import FrozenDict
from argmap.fences.suffixes import TEXTS
from argmap.interop.conversion.known_formats import READERS, WRITERS
from argmap.reports.conversion_lines import conversion_lines
from argmap.reports.text import complaints

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.interop import Report

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_TEXTS = ("argdown", "normal", "outline", "report")


@frozen
class Conversion:
    """What to write: the format, and how strictly."""

    form: str
    is_plain: bool = False
    certifies: bool = False
    is_strict: bool = False
    choices: FrozenDict[str, object] = FrozenDict()
    names: str | None = None


class _TooLossyError(Exception):
    """Something would be lost, which the caller does not want."""


def conversion_options(command: CommandT) -> CommandT:
    """Add the options of how files in other formats are read and written."""
    options = (
        click.option(
            "--from", "source", type=click.Choice(("argdown", *READERS)), help="The format of FILE."
        ),
        click.option(
            "--titles",
            type=click.Choice(["words", "ids"]),
            default="words",
            help="What untitled things are called.",
        ),
        click.option("--encoding", metavar="NAME", help="The encoding of FILE."),
        click.option(
            "--dialogue",
            type=click.Choice(["keep", "drop"]),
            default="keep",
            help="Whether who said what is kept.",
        ),
        click.option(
            "--rephrase",
            type=click.Choice(["aside", "wordings"]),
            default="aside",
            help="Whether claims that rephrase others stay claims, or are wordings of these.",
        ),
        click.option(
            "--choice",
            "chosen",
            metavar="NAME[=VALUE]",
            multiple=True,
            help="A choice of one format, such as link_sources or framework=structured; may be repeated.",
        ),
        click.option(
            "--names",
            metavar="FILE",
            help="File to write to what the names in a framework stand for, one a line, behind a tab.",
        ),
        click.option("--lenient", is_flag=True, help="Leave out what is damaged in FILE, and report it."),
        click.option(
            "--strict", "is_strict", is_flag=True, help="Write nothing if anything would be changed or lost."
        ),
        click.option(
            "--certify", "certifies", is_flag=True, help="Read what was written again, and compare."
        ),
        click.option("--plain", "is_plain", is_flag=True, help="Leave out what only argmap reads."),
        click.option(
            "--report",
            "reported",
            type=click.Choice(["text", "json"]),
            default="text",
            help="How the report is written.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(short_help="Write a debate in another format.")
@click.argument("file", metavar="FILE")
@click.option(
    "--to",
    "form",
    type=click.Choice([*WRITERS, *_TEXTS]),
    help="The format; by default that of OUT's suffix, or else Argdown, of Argdown its JSON.",
)
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@conversion_options
@page_options
@map_options
@click.pass_context
def convert(
    context: click.Context,
    /,
    *,
    file: str,
    form: str | None,
    out: str,
    source: str | None,
    titles: str,
    encoding: str | None,
    dialogue: str,
    rephrase: str,
    names: str | None,
    chosen: tuple[str, ...],
    lenient: bool,
    is_strict: bool,
    certifies: bool,
    is_plain: bool,
    reported: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    **short: object,
) -> None:
    """Write the debate in FILE in another format, by default to standard output.

    FILE may be in any format that `argmap formats` lists as read; it is recognised by what is in it. What
    is not the same on the other side is reported on standard error: kept aside, changed or lost.

    normal: a line for each thing that is said, sorted, for programs that compare lines, such as git.

    outline, report: in words, as `argmap outline` and `argmap report` write them, which have more options.

    If a page has several fences, each is written to a file of its own, such as OUT-1.json; on standard
    output they are a list in JSON.  With --join they are one debate.

    Exit code 0: written; 1: written, but the text has errors (not with --to normal); 2: not written.
    """
    settings = settings_of(said, **short)
    choices = _choices(chosen)
    try:
        document = streams.read(
            file,
            overrides=settings,
            markdown=markdown,
            join=join,
            reading={
                "format": source,
                "titles": titles,
                "lenient": lenient,
                "encoding": encoding,
                "choices": {**choices, "dialogue": dialogue, "rephrase": rephrase},
            },
        )
        wanted = Conversion(form or _form_of(out, document), is_plain, certifies, is_strict, choices, names)
        for finding in complaints(document, path=streams.shown(file)):
            streams.say(finding)
        reports = [document.report] if document.report else []
        contents = _contents(parts_of(document, file=file), wanted, out, reports)
        _tell(reports, reported)
        _refuse_losses(reports, wanted)
        for target, content in contents.items():
            if wanted.form != "argdown":
                streams.spare([file], out=target)
            streams.write(streams.encoded(content, file=target), file=target)
            if target != out:
                streams.say(f"wrote {target}")
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except (ValueError, LookupError, _TooLossyError) as error:
        streams.say(f"argmap: {streams.shown(file)}: {error}")
        context.exit(2)
    # Programs that compare texts would stop at an exit code that says no more than what was written.
    context.exit(0 if document.ok or wanted.form == "normal" else 1)


def _choices(chosen: Sequence[str]) -> FrozenDict[str, object]:
    """Return the choices of formats by name; one without a value is true."""
    pairs = (choice.partition("=") for choice in chosen)
    return FrozenDict(
        {name.strip().replace("-", "_"): value if sign else True for name, sign, value in pairs}
    )


def _form_of(out: str, document: Document) -> str:
    """Return the format that a name of a file stands for."""
    from argmap.interop.conversion.known_formats import reader

    if out.casefold().endswith(TEXTS):
        return "argdown"
    for name in WRITERS:
        if out.casefold().endswith(reader(name).SUFFIXES):
            return name
    return "argdown-json" if document.report is None else "argdown"


def _tell(reports: Sequence[Report], form: str) -> None:
    if form == "json":
        if reports:
            streams.say_as_written(json.dumps([report.as_data() for report in reports], ensure_ascii=True))
        return
    for report in reports:
        for line in conversion_lines(report):
            streams.say(line)


def _refuse_losses(reports: Sequence[Report], wanted: Conversion) -> None:
    """Raise if something is lost, or differs without being reported, and the caller does not want that.

    Raises:
        _TooLossyError: nothing may be written.
    """
    from argmap.interop import Fate

    losses = sum(loss.fate is not Fate.ASIDE for report in reports for loss in report.losses)
    if wanted.is_strict and losses:
        raise _TooLossyError(
            "not written, because not everything can be said; leave out --strict to write it"
        )
    for report in reports:
        certificate = report.certificate
        if certificate is not None and not certificate.is_same and report.is_lossless:
            first = certificate.differences[0]
            raise _TooLossyError(f"not written, because it would be read as something else: {first}")


def _contents(parts: Sequence[Part], wanted: Conversion, out: str, reports: list[Report]) -> dict[str, str]:
    """Return what is to be written, by where to; reports on it are added to the others."""
    written = {part.fence: _written(part.document, wanted, reports) for part in parts}
    if out != streams.STANDARD_STREAM:
        return {file_of(out, fence): content for fence, content in written.items()}
    if len(written) == 1:
        return {out: "".join(written.values())}
    if wanted.form != "argdown-json":
        raise streams.StreamError(
            f"{streams.shown(parts[0].file)}: its {len(written)} fences are {len(written)} documents; "
            "name files for them with -o, or write them as one with --join"
        )
    return {out: "[\n" + ",\n".join(content.strip() for content in written.values()) + "\n]\n"}


def _written(document: Document, wanted: Conversion, reports: list[Report]) -> str:
    from argmap import api

    if wanted.form == "normal":
        from argmap.comparing.forms.normal_form import normal_form

        return normal_form(document.debate)
    if wanted.form in ("outline", "report"):
        return api.outline(document) if wanted.form == "outline" else api.report(document)
    if wanted.form == "argdown":
        if document.report is None:
            text = api.to_text(document.debate)
        else:
            writing = api.write_text(document.debate)
            text = writing.text
            reports += [writing.report] if writing.report.losses else []
        if wanted.certifies:
            reports += _certified(document, text)
        return text
    from argmap.interop import write

    writing = write(
        document,
        format=wanted.form,
        extras=not wanted.is_plain,
        certify=wanted.certifies,
        **wanted.choices,
    )
    reports.append(writing.report)
    if wanted.names is not None:
        _write_names(writing.names, wanted)
    return writing.text


def _write_names(names: Mapping[str, str], wanted: Conversion) -> None:
    """Write what the names in a framework stand for.

    Raises:
        StreamError: the format has no such names, or the file cannot be written.
    """
    assert wanted.names is not None, "it was asked for"
    if not names:
        raise streams.StreamError(f"{wanted.form} has no names of its own; leave out --names")
    lines = "".join(f"{name}\t{called}\n" for name, called in names.items())
    streams.write(streams.encoded(lines, file=wanted.names), file=wanted.names)
    streams.say(f"wrote {wanted.names}")


def _certified(document: Document, text: str) -> Iterator[Report]:
    from argmap import api
    from argmap.interop import Certificate, Direction, Report, differences

    others = differences(document.debate, api.parse(text).debate)
    yield Report("argdown", Direction.WRITTEN, certificate=Certificate(not others, others))

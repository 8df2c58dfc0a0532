"""`argmap convert`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import click
from attrs import evolve

from argmap.cli import streams
from argmap.cli.converting.converted_files import Conversion, ConversionJob, ConvertedFile, convert_file
from argmap.cli.drawing.drawn_files import drawn_files, is_folder, separate, targets_of
from argmap.cli.many_files import jobs_option, named_files, result_of, worked_on
from argmap.cli.pages import page_options
from argmap.cli.setting_options import map_options, settings_of
from argmap.data import FrozenDict
from argmap.fences.suffixes import TEXTS
from argmap.interop.conversion.known_formats import READERS, WRITERS, reader

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
# What is written in words or lines, by the suffix of its files.
_TEXTS = {"argdown": TEXTS[0], "normal": ".txt", "outline": ".txt", "report": ".md"}


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
            "--framework",
            type=click.Choice(["attacks", "structured"]),
            help="Which framework solvers get: elements that attack, or the one that verdicts use.",
        ),
        click.option(
            "--colors", metavar="PAIRS", help="What lines of GraphML mean: red=attack,green=support."
        ),
        click.option("--link-sources", is_flag=True, help="Let links of Kialo be sources of their claims."),
        click.option("--safe", is_flag=True, help="Let no cell of CSV be a formula that spreadsheets run."),
        click.option(
            "--choice",
            "chosen",
            metavar="NAME[=VALUE]",
            multiple=True,
            help="Another choice of one format, such as sheet=Reasons; may be repeated.",
        ),
        click.option(
            "--names",
            metavar="FILE",
            help="File for what the names in a framework stand for: one per line, after a tab.",
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


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--to",
    "form",
    type=click.Choice([*WRITERS, *_TEXTS]),
    help="The format; by default that of OUT's suffix, or else Argdown, of Argdown its JSON.",
)
@click.option(
    "-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File or folder to write to."
)
@conversion_options
@jobs_option
@page_options
@map_options
@click.pass_context
def convert(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    form: str | None,
    out: str,
    source: str | None,
    titles: str,
    encoding: str | None,
    dialogue: str,
    rephrase: str,
    names: str | None,
    framework: str | None,
    colors: str | None,
    link_sources: bool,
    safe: bool,
    chosen: tuple[str, ...],
    lenient: bool,
    is_strict: bool,
    certifies: bool,
    is_plain: bool,
    reported: str,
    jobs: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    **short: object,
) -> None:
    """Write the debate in FILE in another format, by default to standard output.

    FILE may be in any format that `argmap formats` lists as read; it is recognised by what is in it. What
    is not the same on the other side is reported on standard error: kept aside, changed or lost.

    With several files, OUT is a folder, and each is written to a file of its own in it.  FILE may be a
    folder: then all debates in it are converted, and pages with a fence of argdown.

    normal: a line for each thing that is said, sorted, for programs that compare lines, such as git.

    outline, report: in words, as `argmap outline` and `argmap report` write them, which have more options.

    If a page has several fences, each is written to a file of its own, such as OUT-1.json; on standard
    output they are a list in JSON.  With --join they are one debate.

    Exit code 0: written; 1: written, but the text has errors (not with --to normal); 2: not written.
    """
    named = {"framework": framework, "colors": colors, "link_sources": link_sources, "safe": safe}
    choices = _choices(chosen, named)
    files = named_files(files)
    job = ConversionJob(
        out=out,
        conversion=Conversion(form, is_plain, certifies, is_strict, choices, names),
        reading={
            "format": source,
            "titles": titles,
            "lenient": lenient,
            "encoding": encoding,
            "choices": {**choices, "dialogue": dialogue, "rephrase": rephrase},
        },
        settings=settings_of(said, **short),
        markdown=markdown,
        join=join,
        report_form=reported,
    )
    groups = (
        [[evolve(job, file=files[0])]]
        if len(files) == 1 and not is_folder(out)
        else [
            [
                evolve(job, file=file, out=target, files=taken, in_folder=True)
                for file, target in targets.items()
            ]
            for targets in separate(_targets(files, out, job.conversion))
            for taken in [drawn_files(targets)]
        ]
    )
    context.exit(max(_code(result) for result in _results(groups, files, jobs)))


def _targets(files: Sequence[str], out: str, wanted: Conversion) -> dict[str, str]:
    """Return where what is made of each file goes: to a folder.

    Raises:
        click.UsageError: several would go to one file, or their format is not clear.
    """
    if out != streams.STANDARD_STREAM and is_folder(out) and wanted.form is None:
        raise click.UsageError("files in a folder have no name that says their format; choose it with --to")
    if wanted.names is not None and len(files) > 1:
        raise click.UsageError("the names in several frameworks do not fit into one file; leave out --names")
    form = wanted.form or "argdown"
    suffix = _TEXTS[form] if form in _TEXTS else reader(form).SUFFIXES[0]
    return targets_of(files, out, suffix.removeprefix("."), what="conversion")


def _results(
    groups: Sequence[Sequence[ConversionJob]], files: Sequence[str], jobs: str
) -> Iterator[ConvertedFile]:
    """Yield what becomes of the files in their order, and say what there is to say of each."""
    waiting: dict[str, ConvertedFile] = {}
    results = worked_on(_converted, groups, files, jobs, label="Converting")
    for file in files:
        while file not in waiting:
            group, made = next(results)
            for job in group:
                each = made[job.file] if isinstance(made, dict) else made
                waiting[job.file] = result_of(job.file, each, ConvertedFile)
        result = waiting.pop(file)
        for message in result.messages:
            if message.is_json:
                streams.say_as_written(message.text)
            else:
                streams.say(message.text)
        if result.error is not None:
            streams.complain(result.error)
        yield result


def _converted(jobs: Sequence[ConversionJob]) -> dict[str, ConvertedFile]:
    return {job.file: convert_file(job) for job in jobs}


def _code(result: ConvertedFile) -> int:
    return 2 if result.error is not None else result.code


def _choices(chosen: Sequence[str], named: Mapping[str, object]) -> FrozenDict[str, object]:
    """Return the choices of formats by name, with those that have options; one without a value is true."""
    pairs = (choice.partition("=") for choice in chosen)
    others = {name.strip().replace("-", "_"): value if sign else True for name, sign, value in pairs}
    return FrozenDict({**others, **{name: value for name, value in named.items() if value}})

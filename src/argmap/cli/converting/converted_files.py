"""What `argmap convert` makes of each file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import Factory, define, frozen

from argmap.cli import streams
from argmap.cli.drawing.drawn_files import DrawnFiles
from argmap.cli.many_files import FileResult
from argmap.cli.pages import Part, file_of, parts_of
from argmap.data import FrozenDict
from argmap.fences.suffixes import TEXTS
from argmap.interop.conversion.known_formats import WRITERS
from argmap.named_tuples import NamedTuple
from argmap.reports.conversion_lines import conversion_lines
from argmap.reports.text import complaints
from argmap.text.nearest import only_near

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.interop import Report


@frozen
class Conversion:
    """What to write: the format, None if names of files say it, and how strictly."""

    form: str | None
    is_plain: bool = False
    certifies: bool = False
    is_strict: bool = False
    choices: FrozenDict[str, object] = FrozenDict()
    names: str | None = None


@frozen(kw_only=True)
class ConversionJob:
    """A file to convert, where to, and how; `reading` is how it is read, in the words of `argmap.load`.

    `files` are those that belong to other files of the same run. If it is `in_folder`, what is said says of
    which file, and to which.
    """

    file: str = streams.STANDARD_STREAM
    out: str
    conversion: Conversion
    reading: Mapping[str, Any]
    settings: Mapping[str, object]
    markdown: bool
    join: bool
    report_form: str
    files: DrawnFiles = Factory(DrawnFiles)
    in_folder: bool = False


class Message(NamedTuple):
    """A line for standard error; what `is_json` is written as it is."""

    text: str
    is_json: bool = False


@frozen(kw_only=True)
class ConvertedFile(FileResult):
    """What became of a file: the exit code that it asks for, and what there is to say."""

    code: int = 0
    messages: tuple[Message, ...] = ()


class _TooLossyError(Exception):
    """Something would be lost, which the caller does not want."""


@define(eq=False)
class _Told:
    """What is to be said of a file, as it comes up."""

    messages: list[Message] = Factory(list)
    reports: list[Report] = Factory(list)

    def say(self, text: str) -> None:
        self.messages.append(Message(text))

    def tell_reports(self, form: str, file: str) -> None:
        """Take down the reports on what is not the same on the other side, by `file` if it has a name."""
        if form == "json":
            if self.reports:
                data = [report.as_data() for report in self.reports]
                self.messages.append(Message(json.dumps(data, ensure_ascii=True), is_json=True))
            return
        for report in self.reports:
            for line in conversion_lines(report):
                self.say(f"{file}: {line}" if file else line)


def convert_file(job: ConversionJob) -> ConvertedFile:
    """Write what a file says in another format."""
    told = _Told()
    name = streams.shown(job.file)
    code, failure = 2, None
    try:
        code = _convert(job, told)
    except streams.StreamError as error:
        failure = error
    except (ValueError, LookupError, _TooLossyError) as error:
        told.say(f"argmap: {name}: {error}")
    return ConvertedFile(error=failure, code=code, messages=tuple(told.messages))


def _convert(job: ConversionJob, told: _Told) -> int:
    document = streams.read(
        job.file, overrides=job.settings, markdown=job.markdown, join=job.join, reading=job.reading
    )
    form = job.conversion.form or _form_of(job.out, document)
    if job.conversion.form is None and (near := _meant_suffix(job.out)):
        told.say(f"argmap: {job.out}: written as {form}; did you mean `{near}`? (`--to` says the format)")
    for finding in complaints(document, path=streams.shown(job.file)):
        told.say(finding)
    if document.report:
        told.reports.append(document.report)
    contents = _contents(parts_of(document, file=job.file), form, job, told)
    told.tell_reports(job.report_form, streams.shown(job.file) if job.in_folder else "")
    _refuse_losses(told.reports, job.conversion)
    for wanted, content in contents.items():
        target = job.files.claim(wanted, owner=streams.shown(job.file))
        if form != "argdown":
            streams.spare([job.file], out=target)
        streams.write(streams.encoded(content, file=target), file=target)
        if target != job.out or job.in_folder:
            told.say(f"wrote {target}")
    # Programs that compare texts would stop at an exit code that says no more than what was written.
    return 0 if document.ok or form == "normal" else 1


def _form_of(out: str, document: Document) -> str:
    """Return the format that a name of a file stands for."""
    from argmap.interop.conversion.known_formats import reader

    if out.casefold().endswith(TEXTS):
        return "argdown"
    # The longest suffix is the one that is meant: that of `case.gsn.yaml` is not `.yaml`.
    suffixes = [(suffix, name) for name in WRITERS for suffix in reader(name).SUFFIXES]
    fitting = [pair for pair in suffixes if out.casefold().endswith(pair[0])]
    if fitting:
        return max(fitting, key=lambda pair: len(pair[0]))[1]
    return "argdown-json" if document.report is None else "argdown"


def _meant_suffix(out: str) -> str | None:
    """Return the suffix that one like it was meant to be, None if the name ends in a known one or in none."""
    from argmap.interop.conversion.known_formats import reader

    suffixes = {*TEXTS, *(suffix for name in WRITERS for suffix in reader(name).SUFFIXES)}
    suffix = Path(out).suffix.casefold()
    known = {f".{known.rpartition('.')[2]}" for known in suffixes}
    return only_near(suffix, sorted(known)) if suffix and suffix not in known else None


def _refuse_losses(reports: Iterable[Report], wanted: Conversion) -> None:
    """Raise if something is lost, or differs without being reported, and the caller does not want that.

    Raises:
        _TooLossyError: nothing may be written.
    """
    from argmap.interop import Fate

    reports = [*reports]
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


def _contents(parts: Sequence[Part], form: str, job: ConversionJob, told: _Told) -> dict[str, str]:
    """Return what is to be written, by where to."""
    out = job.out
    written = {part.fence: _written(part.document, form, job, told) for part in parts}
    if out != streams.STANDARD_STREAM:
        return {file_of(out, fence): content for fence, content in written.items()}
    if len(written) == 1:
        return {out: "".join(written.values())}
    if form != "argdown-json":
        raise streams.StreamError(
            f"{streams.shown(parts[0].file)}: its {len(written)} fences are {len(written)} documents; "
            "name files for them with -o, or write them as one with --join"
        )
    return {out: "[\n" + ",\n".join(content.strip() for content in written.values()) + "\n]\n"}


def _written(document: Document, form: str, job: ConversionJob, told: _Told) -> str:
    from argmap import api

    wanted = job.conversion
    if form == "normal":
        from argmap.comparing.forms.normal_form import normal_form

        return normal_form(document.debate)
    if form in ("outline", "report"):
        return api.outline(document) if form == "outline" else api.report(document)
    if form == "argdown":
        if document.report is None:
            text = api.to_text(document.debate)
        else:
            writing = api.write_text(document.debate)
            text = writing.text
            told.reports += [writing.report] if writing.report.losses else []
        if wanted.certifies:
            told.reports += _certified(document, text)
        return text
    from argmap.interop import write

    writing = write(
        document,
        format=form,
        extras=not wanted.is_plain,
        certify=wanted.certifies,
        **wanted.choices,
    )
    told.reports.append(writing.report)
    if wanted.names is not None:
        _write_names(writing.names, form, wanted.names, told)
    return writing.text


def _write_names(names: Mapping[str, str], form: str, file: str, told: _Told) -> None:
    """Write what the names in a framework stand for.

    Raises:
        StreamError: the format has no such names, or the file cannot be written.
    """
    if not names:
        raise streams.StreamError(f"{form} has no names of its own; leave out --names")
    lines = "".join(f"{name}\t{called}\n" for name, called in names.items())
    streams.write(streams.encoded(lines, file=file), file=file)
    told.say(f"wrote {file}")


def _certified(document: Document, text: str) -> Iterator[Report]:
    from argmap import api
    from argmap.interop import Certificate, Direction, Report, differences

    others = differences(document.debate, api.parse(text).debate)
    yield Report("argdown", Direction.WRITTEN, certificate=Certificate(not others, others))

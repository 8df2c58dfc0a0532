"""Reading files of any format, and writing debates in any."""

from __future__ import annotations

from attrs import evolve

from argmap.data.garbage import paused_collector
from argmap.interop.conversion.conversion_report import Certificate, Report
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Titles, Writing, WritingOptions
from argmap.interop.conversion.foreign_text import decoded
from argmap.interop.conversion.format_choices import check_choices
from argmap.interop.conversion.known_formats import reader, writer
from argmap.interop.conversion.recognition import ARGDOWN, XLSX, recognise
from argmap.interop.workbooks.workbook_parts import is_workbook
from argmap.model import Debate, HasDebate, debate_of
from argmap.model.sameness import differences
from argmap.text.given_values import check_switches
from argmap.text.nearest import check_choice


def read(
    data: bytes | str,
    *,
    format: str | None = None,
    name: str | None = None,
    titles: Titles = "words",
    lenient: bool = False,
    encoding: str | None = None,
    **choices: object,
) -> Reading:
    """Return the debate in a file of another format, with a report on what could not be read unchanged.

    Without a `format` it is recognised. Elements to which nobody gave a title are called by their first
    `words` or by their `ids`. A damaged file is refused, unless reading is `lenient`: then what is damaged is
    left out and reported. `choices` are those of one format, which its page describes.

    >>> read('{"nodes": [{"nodeID": "1", "text": "It rains.", "type": "I"}], "edges": []}').debate.claims
    FrozenDict({'It rains.': Claim('It rains.', 1 statement)})

    Raises:
        FormatError: the file is not in its format, or its format is not known.
        LookupError: no format has such a choice, or there is no such encoding.
        ValueError: there is no format of this name, or it is Argdown, which `argmap.parse` reads.
    """
    is_archive = isinstance(data, bytes) and (format == XLSX or (format is None and is_workbook(data)))
    content = data if is_archive else decoded(data, encoding=encoding)
    form = (XLSX if is_archive else recognise(content, name=name)) if format is None else format
    if form == ARGDOWN:
        raise ValueError("this is Argdown; read it with `argmap.parse`")
    check_choice("titles", titles, ("words", "ids"))
    check_switches(lenient=lenient)
    check_choices(choices)
    with paused_collector():
        return reader(form).read(content, ReadingOptions(titles, lenient, choices))


def write(
    document: HasDebate | Debate,
    *,
    format: str,
    extras: bool = True,
    certify: bool = False,
    **choices: object,
) -> Writing:
    """Return a document or debate in another format, with a report on what is not in it.

    What the format has no word for is written as `extras`, under a key or attribute called `argmap`, if the
    format has a place for it. With `certify` the text is read again and compared.

    >>> from argmap import parse
    >>> write(parse("[A]: It rains."), format="aif").report.is_lossless
    True

    Raises:
        LookupError: no format has such a choice.
        ValueError: there is no format of this name.
    """
    debate = debate_of(document)
    if format == ARGDOWN:
        raise ValueError("this is Argdown; write it with `argmap.to_text`")
    check_switches(extras=extras, certify=certify)
    check_choices(choices)
    with paused_collector():
        writing = writer(format).write(document, WritingOptions(extras, choices))
        if not certify:
            return writing
        again = reader(format).read(writing.text, ReadingOptions()).debate
        others = differences(debate, again)
        certificate = Certificate(not others, others)
    report: Report = evolve(writing.report, certificate=certificate)
    return evolve(writing, report=report)

"""Drawing one file for `argmap render`: all documents in it, each in one drawing or in parts."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from argmap.cli import streams
from argmap.cli.drawing.drawn_files import DrawnFiles
from argmap.cli.drawing.page_links import fence_titles, page_links
from argmap.cli.drawing.small_texts import about_small_text
from argmap.cli.pages import Part, file_of, parts_of
from argmap.cli.setting_options import option_of
from argmap.named_tuples import NamedTuple
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.render import Drawing, DrawOptions
    from argmap.render.page.page_options import PageOptions

# After this many seconds a message says that the map is still being drawn.
_PATIENCE = 3


@frozen(kw_only=True, eq=False, repr=False)
class Job:
    """A file to draw, where to, and how."""

    file: str
    out: str
    form: str
    options: DrawOptions
    parts: str
    paper: str | None
    dpi: float
    settings: Mapping[str, object]
    markdown: bool
    join: bool
    files: DrawnFiles
    # Whether the drawing of a fence is named by it even if it is the only one.
    names_fences: bool


class Outcome(NamedTuple):
    """How a job went: the exit code it asks for and what is to be reported of it."""

    code: int
    messages: tuple[str, ...]


def draw_file(job: Job) -> Outcome:
    """Draw all documents in a file; what is wrong with one does not stop the others."""
    messages: list[str] = []
    try:
        document = streams.read(job.file, overrides=job.settings, markdown=job.markdown, join=job.join)
        if document.diagnostics:
            from argmap.reports.text import complaints

            messages += complaints(document, path=streams.shown(job.file))
        parts = _parts(document, job)
    except streams.StreamError as error:
        return Outcome(2, (*messages, f"argmap: {error}"))
    code = 0 if document.ok else 1
    fences = _pages_of_fences(parts, job)
    for out, part in parts:
        others = {page: title for fence, (page, title) in fences.items() if fence != part.fence}
        outcome = _draw_part(part, evolve(job, out=out), others)
        code = max(code, outcome.code)
        messages += outcome.messages
    return Outcome(code, tuple(messages))


def _parts(document: Document, job: Job) -> list[tuple[str, Part]]:
    """Return the documents in a file, each with where its drawing is to be written.

    Raises:
        StreamError: there are none, or several for standard output.
    """
    parts = parts_of(document, file=job.file)
    if job.out == streams.STANDARD_STREAM:
        if len(parts) > 1:
            raise streams.StreamError(
                f"{streams.shown(job.file)}: its {len(parts)} fences are {len(parts)} drawings; "
                "name files for them with -o, or draw them as one with --join"
            )
        return [(job.out, parts[0])]
    fence = document.fence
    if len(parts) == 1 and job.names_fences and fence:
        return [(file_of(job.out, fence.name), parts[0])]
    return [(file_of(job.out, part.fence), part) for part in parts]


def _pages_of_fences(parts: Sequence[tuple[str, Part]], job: Job) -> dict[str, tuple[str, str]]:
    """Return the pages of the fences of a file with their titles, if each has a page."""
    if job.form != "html" or len(parts) < 2:
        return {}
    titles = fence_titles([part for _, part in parts])
    return {
        part.fence: (job.files.claim(out, owner=part.shown), title)
        for (out, part), title in zip(parts, titles, strict=True)
    }


def _draw_part(part: Part, job: Job, fences: Mapping[str, str]) -> Outcome:
    """Draw a document; `fences` are the pages of the others of its file, with their titles."""
    from argmap.render import EngineError

    name = part.shown
    messages: list[str] = []
    try:
        if job.paper is not None:
            return Outcome(0, _draw_on_paper(part, job, job.paper))
        with streams.explained(str(job.options.theme)):
            drawings = _drawings(part.document, job)
        if len(drawings) > 1:
            messages.append(
                f"argmap: {name}: drawn in {len(drawings)} parts, a map of sections and one of each "
                "(`--parts never` draws all in one)"
            )
        targets = {section: _claimed(job, name, section, messages) for section in drawings}
        for section, drawing in drawings.items():
            out = targets[section]
            links = page_links(drawings, targets, section, fences) if job.form == "html" else None
            with _progress(drawing, name):
                _write(drawing, job, out, links)
            messages += (f"argmap: {name}: {message}" for message in drawing.messages_for(job.form, job.dpi))
            if out != streams.STANDARD_STREAM:
                messages.append(f"wrote {out}")
            messages += (f"argmap: {name}: {message}" for message in drawing.left_out_as(option_of))
        # For DOT and Mermaid no engine runs, and only what is laid out has a size; a page is zoomed.
        if job.form not in ("dot", "mermaid", "html"):
            to_file = out != streams.STANDARD_STREAM
            messages += about_small_text(drawings, job.options, name=name, to_file=to_file)
    except streams.StreamError as error:
        return Outcome(2, (*messages, f"argmap: {error}"))
    except (EngineError, LookupError, ValueError) as error:
        return Outcome(2, (*messages, f"argmap: {name}: {error}"))
    return Outcome(0, tuple(messages))


def _draw_on_paper(part: Part, job: Job, paper: str) -> tuple[str, ...]:
    """Draw a document on pages, and return what is to be reported of it."""
    from argmap import api

    name = part.shown
    with streams.explained(str(job.options.theme)):
        drawing = api.draw_pages_as(part.document, job.options, paper=paper)
    out = job.files.claim(job.out, owner=name)
    if out == streams.STANDARD_STREAM:
        streams.write(drawing.pdf(), file=out)
    else:
        with streams.explained(out):
            Path(out).parent.mkdir(parents=True, exist_ok=True)
            drawing.save(out)
    return (
        *(f"argmap: {name}: {message}" for message in drawing.messages),
        *((f"wrote {out}",) if out != streams.STANDARD_STREAM else ()),
        *(f"argmap: {name}: {message}" for message in drawing.pages[0].left_out_as(option_of)),
    )


def _drawings(document: Document, job: Job) -> dict[str, Drawing]:
    """Return what is to be drawn, by the name of its section; the whole or a map of sections has none."""
    from argmap import api
    from argmap.maps.parts import MOST_NODES

    # A map has no more nodes than its debate has elements: of most, none is made just to count its nodes.
    may_be_divided = job.parts == "always" or (
        job.parts == "auto" and sum(1 for _ in document.debate.elements) > MOST_NODES
    )
    # Standard output has room for one drawing.
    if may_be_divided and job.options.focus is None and job.out != streams.STANDARD_STREAM:
        most = 0 if job.parts == "always" else MOST_NODES
        parts = api.draw_parts_as(document, job.options, more_than=most)
        if parts:
            return parts
    return {"": api.draw_as(document, job.options)}


@contextlib.contextmanager
def _progress(drawing: Drawing, name: str) -> Iterator[None]:
    """Say at a terminal that a layout takes its time."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    size = f"{counted(len(drawing.map.nodes), 'node')} and {counted(len(drawing.map.edges), 'edge')}"
    message = f"argmap: {name}: still drawing {size}, for at most {drawing.timeout:g} s (Ctrl-C ends it)"
    timer = Timer(_PATIENCE, streams.say, [message])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _claimed(job: Job, name: str, section: str, messages: list[str]) -> str:
    """Return the file for the drawing of a section, or of the whole, which no other drawing has."""
    wanted = file_of(job.out, section)
    out = job.files.claim(wanted, owner=f"{name}, section {section}" if section else name)
    if out != wanted:
        owner = job.files.owner(wanted)
        messages.append(f"argmap: {name}: drawn to {out}, because {wanted} belongs to {owner}")
    return out


def _write(drawing: Drawing, job: Job, out: str, page: PageOptions | None) -> None:
    if job.form == "html":
        streams.write(drawing.html(options=page).encode(), file=out)
    elif out == streams.STANDARD_STREAM:
        streams.write(drawing.content(job.form, job.dpi), file=out)
    else:
        with streams.explained(out):
            Path(out).parent.mkdir(parents=True, exist_ok=True)
            drawing.save(out, job.form, dpi=job.dpi)

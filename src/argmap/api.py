"""What people call: parse and load, check, draw."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.model import Debate, Settings
from argmap.text import Diagnostic, Location, MarkupError, Severity, SourceText

if TYPE_CHECKING:
    from argmap.maps import ArgumentMap
    from argmap.reading import Layers, Page, Reading
    from argmap.render import Drawing, Theme
    from argmap.syntax import Tree


@frozen(slots=False)
class Document:
    """A text, how it is written and what it says.

    `diagnostics` are in order of the text; `settings` are those under which it was read.
    """

    text: str
    path: str | None
    tree: Tree = field(repr=False)
    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = field(repr=False)
    _reading: Reading | None = field(default=None, eq=False, repr=False)

    @property
    def ok(self) -> bool:
        """Whether nothing is an error."""
        return all(one.severity is not Severity.ERROR for one in self.diagnostics)

    def location(self, offset: int) -> Location:
        """Return line and column, both from 1, of an offset into the text."""
        return self._source.location(offset)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        """Show the map in a notebook, and above it what is wrong."""
        from html import escape

        from argmap.model.showing import notebook_bundle

        bundle = notebook_bundle(self, self._words())
        picture = bundle.get("image/svg+xml")
        if picture is None or all(one.severity is Severity.INFO for one in self.diagnostics):
            return bundle
        # Of a picture and a page a notebook shows the page; a mere picture would hide what is wrong.
        return {"text/html": f"<pre>{escape(bundle['text/plain'])}</pre>\n{picture}", **bundle}

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def _words(self) -> str:
        said = "".join(
            "\n{}:{}: {} {}: {}".format(*self.location(one.span.start), one.severity, one.code, one.message)
            if one.span.path is None
            else f"\n{one.span.path}: {one.severity} {one.code}: {one.message}"
            for one in self.diagnostics
        )
        return f"<Document{f' {self.path}' if self.path else ''} of {len(self.text)} characters>{said}"

    @cached_property
    def _source(self) -> SourceText:
        return SourceText(self.text)


def parse(
    text: str,
    path: str | PathLike[str] | None = None,
    strict: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    previous: Document | None = None,
    *,
    overrides: Mapping[str, object] | Settings | None = None,
) -> Document:
    """Return the document that a text is; every text is one.

    `path` says where the text comes from; relative paths in it begin there. `settings` are a mapping in
    Argdown's names or Settings; the frontmatter overrides them unless it says otherwise, and what of them
    cannot be used is a diagnostic at the beginning of the text. `overrides` are settings that override the
    frontmatter. `previous` is the document of an earlier version of the text: what did not change is taken
    from it, which is quicker and gives the same document.

    >>> document = parse("[Sun]: It is sunny.\\n  + <Forecast>: They said so.")
    >>> document.debate.claims["Sun"].text, document.ok
    ('It is sunny.', True)
    >>> parse("[Sun]: It is very sunny.", previous=document) == parse("[Sun]: It is very sunny.")
    True

    Raises:
        MarkupError: `strict` is true and there are errors; it holds all diagnostics.
        ValueError: one of the `overrides` cannot be used; the message has the nearest that can.
    """
    from argmap.reading import Layers, Page
    from argmap.syntax.document import parse_tree

    layers = Layers(given=settings, overrides=Settings.checked(overrides))
    with _paused_collector():
        again = _parsed_again(text, path, strict, layers, previous) if previous else None
        return again or _document(Page(text, parse_tree(text)), path, strict, layers)


def _parsed_again(
    text: str,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: Layers,
    previous: Document,
) -> Document | None:
    from argmap.reading import Page
    from argmap.reading.rereading import read_again
    from argmap.syntax.reparsing import parse_again

    made = parse_again(text, previous.text, previous.tree)
    if made is None:
        return None
    tree, change = made
    page = Page(text, tree)
    earlier = previous._reading
    if earlier is None or earlier.gathered.given != layers or previous.path != _place(path):
        return _document(page, path, strict, layers)
    again = read_again(page, change=change, earlier_page=Page(previous.text, previous.tree), earlier=earlier)
    return _document(page, path, strict, layers, again)


def load(
    path: str | PathLike[str],
    strict: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    root: str | PathLike[str] | None = None,
    *,
    overrides: Mapping[str, object] | Settings | None = None,
) -> Document:
    """Return the document in a file, with all files that it includes.

    Files are UTF-8; includes must lie inside `root`, by default the folder of the file. Settings in an
    `argmap.toml`, or else an `argdown.config.json`, in the folder of the file hold where `settings` say
    nothing; `overrides` override the frontmatter. A file that ends in `.json` is read as Argdown JSON: its
    document has no tree and no places.

    Raises:
        OSError: the file cannot be read.
        UnicodeDecodeError: the file is not UTF-8; its `start` is the byte, from 0.
        argmap.interop.FormatError: a JSON file holds no debate.
        MarkupError: `strict` is true and there are errors; it holds all diagnostics.
        ValueError: one of the `overrides` cannot be used; the message has the nearest that can.
    """
    from argmap.reading import Layers, load_page, load_project

    if fspath(path).endswith(".json"):
        return _load_json(fspath(path), settings, overrides)
    above = Settings.checked(overrides)
    with _paused_collector():
        page = load_page(fspath(path), root=None if root is None else fspath(root))
        layers = Layers(load_project(fspath(path)), settings, above)
        return _document(page, path, strict, layers)


def _load_json(
    path: str,
    settings: Mapping[str, object] | Settings | None,
    overrides: Mapping[str, object] | Settings | None,
) -> Document:
    from argmap.interop import argdown_json
    from argmap.reading import Layers, load_project, settings_of_debate
    from argmap.syntax.document import parse_tree

    above = Settings.checked(overrides)
    text = Path(path).read_bytes().decode("utf-8")
    debate = argdown_json.loads(text)
    diagnostics: list[Diagnostic] = []
    effective = settings_of_debate(debate, Layers(load_project(path), settings, above), diagnostics)
    return Document(text, path, parse_tree(""), debate, tuple(diagnostics), effective)


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Keep Python's cyclic collector from searching, again and again, what a parse is still building.

    A parse makes no cycles, and many objects that stay: the searches cost up to half of its time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _document(
    page: Page,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: Layers,
    reading: Reading | None = None,
) -> Document:
    from argmap.reading import read

    place = _place(path)
    reading = reading or read(page, layers=layers, path=place)
    document = Document(
        page.text, place, page.tree, reading.debate, reading.diagnostics, reading.settings, reading
    )
    if strict and not document.ok:
        raise MarkupError(_summary(document), document.diagnostics)
    return document


def _place(path: str | PathLike[str] | None) -> str | None:
    return None if path is None else fspath(path)


def _summary(document: Document) -> str:
    errors = [one for one in document.diagnostics if one.severity is Severity.ERROR]
    first = errors[0]
    where = "" if first.span.path else "{}:{}: ".format(*document.location(first.span.start))
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{where}{first.code} {first.message}{more}"


def check(document: Document) -> tuple[Diagnostic, ...]:
    """Return what the rules of analysis find in a document, in order of the text.

    Findings that the settings (`check.allow`) or the data of an element (`{allow: [C301]}`) allow are left
    out. Files that evidence quotes from are looked into if they lie in the folder of the document.

    >>> [found.code for found in check(parse("[^Thermometer]: It is warm."))]
    ['C301']
    """
    from argmap.analysis import check_debate

    with _paused_collector():
        return check_debate(document.debate, settings=document.settings, folder=_folder(document))


def fix_text(
    text: str,
    path: str | PathLike[str] | None = None,
    settings: Mapping[str, object] | Settings | None = None,
) -> str:
    """Return a text in which everything is repaired whose repair is certain.

    What is repaired says the same: titles and relations stay what they are. Repairing again changes
    nothing. `path` and `settings` are as in `parse`.

    >>> fix_text("(1) It rains.\\n---\\n(2) It is wet.")
    '(1) It rains.\\n----\\n(2) It is wet.'
    """
    from argmap.reading.fixing import fixed

    with _paused_collector():
        return fixed(text, settings=settings, path=_place(path))


def format_text(text: str, width: int | None = None) -> str:
    """Return a text in canonical layout; what it says, its comments and its order stay.

    Elements are indented by two columns a level, one blank line stands between blocks, premise numbers
    are aligned, data are on one line where that fits into 100 columns (or `width`). Texts keep their line
    breaks, or are filled to a `width` in columns. What has errors stays as it is. Formatting again
    changes nothing.

    >>> format_text("[A]:   It rains.{a:  1}\\n    +   <B>")
    '[A]: It rains. {a: 1}\\n  + <B>\\n'

    Raises:
        ValueError: the width is less than 20.
    """
    from argmap.reading.formatting import formatted

    if width is not None and width < _NARROWEST:
        raise ValueError(f"a width of {width} leaves no room for text; take at least {_NARROWEST}")
    return formatted(text, width=width)


def to_text(debate: Debate) -> str:
    """Return a text in canonical layout that says a debate: reading it gives an equal one.

    Characters that would be markup are escaped; comments and line breaks are not part of a debate.
    What a text or `Draft` gave keeps the order of its spans; for what has none, an order is looked for.
    Sources from a bibliography file are found again when the text is read with its path.

    >>> debate = parse("[A]: 2 * 3\\n   -   <B>: no").debate
    >>> print(to_text(debate))
    [A]: 2 * 3
      - <B>: no
    <BLANKLINE>
    >>> parse(to_text(debate)).debate == debate
    True

    Raises:
        ValueError: no text was found that says it, as with a claim called `]:`; the message names what
            would be read as something else.
    """
    from argmap.reading.writing import written

    with _paused_collector():
        return written(debate)


_NARROWEST = 20


def build_map(
    document: Document | Debate, settings: Mapping[str, object] | Settings | None = None
) -> ArgumentMap:
    """Return the map of a document or debate: what is shown of it under the settings.

    `settings` override those of the document, or those in the metadata of the debate. Settings of `data`
    and `model` are about reading: they change nothing here. Reconstructed arguments are shown in any case,
    and if the settings select nothing, everything is.

    >>> debate = parse("[A]: One.\\n  + [B]: Two.\\n  + Three.").debate
    >>> fewer = build_map(debate, {"selection": {"excludeStatements": ["B"]}})
    >>> len(build_map(debate).nodes), len(fewer.nodes)
    (3, 2)

    Raises:
        ValueError: a setting that is given cannot be used; the message has the nearest one that can.
    """
    from argmap.maps import build_map

    debate = document if isinstance(document, Debate) else document.debate
    return build_map(debate, _settings(document, settings))


def _settings(document: Document | Debate, settings: Mapping[str, object] | Settings | None) -> Settings:
    """Return the settings of a document or debate, with others that override them."""
    above = Settings.checked(settings)
    if not isinstance(document, Debate):
        return Settings.of(document.settings, above)
    from argmap.reading import Layers, settings_of_debate

    return settings_of_debate(document, Layers(overrides=above), [])


def draw(
    document: Document | Debate,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    focus: str | None = None,
    radius: int = 2,
    direction: str = "all",
    timeout: float = 60,
    questions: bool = False,
) -> Drawing:
    """Return the drawing of a document or debate; layout happens when a picture is asked for.

    With `questions` the critical questions that nobody answered or raised are shown as well.
    `theme` is the name of a theme, the path of a TOML file, or a Theme. `detail` is how much is shown of
    arguments: their `title`, their `text`, or in `full` all their premises and conclusions, at which
    arrows end; None leaves that to the settings. Images in nodes are read from the folder of a
    Document, not for a Debate. `legend` adds an explanation of what occurs in the map.
    `settings` override those of the document. `engine` is `auto`, `embedded`, `system` or the path of an
    executable that understands Graphviz's `dot` options. `focus` names a node, `[Claim]`, `<Argument>` or
    `[^Evidence]`, and only what is at most `radius` edges away from it is drawn; `direction` is `all`,
    `supporting` or `attacking`. A layout that takes more than `timeout` seconds is given up; before that
    cheaper ones are tried.

    Raises:
        LookupError: the map has no node of that name; the message names the nearest.
    """
    from argmap.render import draw_map

    view, effective, title = _view(document, settings, detail=detail, questions=questions)
    if focus is not None:
        from argmap.maps.focus import focus_on

        view = focus_on(view, focus, radius=radius, direction=direction)
    return draw_map(
        view,
        theme=theme,
        engine=engine,
        settings=effective,
        title=title,
        timeout=timeout,
        legend=legend,
        folder=_folder(document),
    )


def draw_parts(
    document: Document | Debate,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    timeout: float = 60,
    more_than: int = 0,
) -> dict[str, Drawing]:
    """Return drawings of a large map in parts: one of its sections under "", and one of each by its name.

    Names are fit for file names. In the first drawing each section is one box; in that of a section the
    others stand as boxes where it is related to them. A map of less than two sections has no parts, and
    one of at most `more_than` nodes is not divided: the result is then empty. The rest is as in `draw`.

    >>> text = "# One\\n[A]: a\\n  + [B]\\n# Two\\n[B]: b\\n  + [C]: c"
    >>> list(draw_parts(parse(text)))
    ['', 'one', 'two']
    """
    from argmap.maps.parts import in_parts
    from argmap.render import draw_map

    view, effective, title = _view(document, settings, detail=detail)
    if len(view.nodes) <= more_than:
        return {}
    return {
        part.name: draw_map(
            part.map,
            theme=theme,
            engine=engine,
            settings=effective,
            title=part.title or title,
            timeout=timeout,
            legend=legend,
            folder=_folder(document),
        )
        for part in in_parts(view)
    }


def _folder(document: Document | Debate) -> Path | None:
    """Return the folder of a document, from which its files are read; None if it comes from no file."""
    path = document.path if isinstance(document, Document) else None
    return None if path is None else Path(path).parent


def _view(
    document: Document | Debate,
    settings: Mapping[str, object] | Settings | None,
    *,
    detail: str | None = None,
    questions: bool = False,
) -> tuple[ArgumentMap, Settings, str | None]:
    from argmap.maps import build_map

    debate = document if isinstance(document, Debate) else document.debate
    asked = None if detail is None else {"map": {"detail": detail}}
    if asked and (problems := Settings.problems(asked)):
        raise ValueError(f"detail cannot be {detail!r}; {problems[0].hint}")
    effective = Settings.of(_settings(document, settings), asked)
    view = build_map(debate, effective, detail=detail)
    if questions:
        from argmap.maps.questions import with_questions

        view = with_questions(view, debate)
    title = debate.metadata.get("title")
    return view, effective, str(title) if title else None

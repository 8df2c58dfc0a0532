"""What people call: parse and load, check, draw."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from argmap.model import Debate, Named, debate_of, resolve
from argmap.model.display import counted
from argmap.settings import Settings
from argmap.text import Diagnostic, Findings, Location, MarkupError, Severity, SourceText
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from argmap.fences.fence import Fence
    from argmap.fences.places import Places
    from argmap.maps import ArgumentMap
    from argmap.reading import Layers, Page, Reading
    from argmap.render import Drawing, DrawOptions, Theme
    from argmap.syntax import Tree


@frozen(slots=False, repr=False)
class Document:
    """A text, how it is written and what it says.

    `diagnostics` are in order of the text; `settings` are those under which it was read.

    A page in Markdown is a document, too: `documents` are those in its fences, each on its own, `debate` is
    what they say together, and `diagnostics` are theirs. All places, also those of `documents`, are places
    in the `text` of the page; only the `tree` is that of what is in the fences.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.")
    >>> document.ok, document.debate.claims["Sun"].text, document.location(7)
    (True, 'It shines.', Location(line=1, column=8))
    """

    text: str
    path: str | None
    tree: Tree = field(repr=False)
    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = field(repr=False)
    _reading: Reading | None = field(default=None, eq=False, repr=False)
    fence: Fence | None = None
    _documents: tuple[Document, ...] | None = field(default=None, eq=False, repr=False)
    _inside: _Inside | None = field(default=None, eq=False, repr=False)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that it holds: those in the fences of a page, or itself."""
        return (self,) if self._documents is None else self._documents

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

        from argmap.model.display import notebook_bundle

        bundle = notebook_bundle(self, self._words())
        picture = bundle.get("image/svg+xml")
        if picture is None or all(one.severity is Severity.INFO for one in self.diagnostics):
            return bundle
        # Of a picture and a page a notebook shows the page; a mere picture would hide what is wrong.
        return {"text/html": f"<pre>{escape(bundle['text/plain'])}</pre>\n{picture}", **bundle}

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        path = f"{visible_line(self.path)}, " if self.path else ""
        characters = counted(len(self.text), "character")
        return f"Document({path}{characters}, {counted(len(self.diagnostics), 'finding')})"

    def _words(self) -> str:
        return "\n".join((repr(self), *self._lines()))

    def _lines(self) -> Iterator[str]:
        for one in self.diagnostics:
            place = one.span.path or "{}:{}".format(*self.location(one.span.start))
            yield visible_line(f"{place}: {one.severity} {one.code}: {one.message}")

    @cached_property
    def _source(self) -> SourceText:
        return SourceText(self.text)


@frozen
class _Inside:
    """What a document in a page is read from, with places in its own text, and where that is in the page."""

    document: Document
    places: Places


def parse(
    text: str,
    path: str | PathLike[str] | None = None,
    strict: bool = False,
    settings: Mapping[str, object] | Settings | None = None,
    previous: Document | None = None,
    *,
    overrides: Mapping[str, object] | Settings | None = None,
    markdown: bool | None = None,
    join: bool = False,
) -> Document:
    """Return a text as a Document; no text makes it fail.

    `path` says where the text comes from; relative paths in it begin there. `settings` are a mapping in
    Argdown's names or Settings; the frontmatter overrides them unless it says otherwise, and settings that
    cannot be used are reported at the beginning of the text. `overrides` are settings that override the
    frontmatter. `previous` is the document of an earlier version of the text: what did not change is taken
    from it, which is quicker and gives the same document.

    With `markdown` the text is a page of which only the fences of `argdown` and `argdown-map` are read; this
    is the default if its path ends in `.md`, `.markdown`, `.qmd`, `.Rmd` or `.mdx`. Each fence is a
    document of its own (`documents`); with `join` all fences are one document.

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
        if _is_page(path, markdown):
            return _page(text, path, strict, layers, lambda part: Page(part, parse_tree(part)), join=join)
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
    from argmap.reading.incremental import read_again
    from argmap.syntax.incremental import parse_again

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
    markdown: bool | None = None,
    join: bool = False,
) -> Document:
    r"""Read a file, with all files that it includes, and return it as a Document.

    Files are UTF-8; includes must lie inside `root`, by default the folder of the file. Settings in an
    `argmap.toml`, or else an `argdown.config.json`, in the folder of the file hold where `settings` say
    nothing; `overrides` override the frontmatter. A file that ends in `.json` is read as Argdown JSON: its
    document has no tree and no places. `markdown` and `join` are as in `parse`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "debate.argdown"
    ...     _ = path.write_text("[Sun]: It shines.", encoding="utf-8")
    ...     load(path).debate.claims["Sun"].text
    'It shines.'

    Raises:
        OSError: the file cannot be read.
        UnicodeDecodeError: the file is not UTF-8; its `start` is the byte, from 0.
        argmap.interop.FormatError: a JSON file holds no debate.
        MarkupError: `strict` is true and there are errors; it holds all diagnostics.
        ValueError: one of the `overrides` cannot be used; the message has the nearest that can.
    """
    from argmap.reading import Layers, load_page, text_of
    from argmap.settings.project_file import load_project

    if fspath(path).endswith(".json"):
        return _load_json(fspath(path), settings, overrides)
    above = Settings.checked(overrides)
    within = None if root is None else fspath(root)
    with _paused_collector():
        text = text_of(fspath(path))
        layers = Layers(load_project(fspath(path)), settings, above)

        def page_of(part: str) -> Page:
            return load_page(fspath(path), root=within, text=part)

        if _is_page(path, markdown):
            return _page(text, path, strict, layers, page_of, join=join)
        return _document(page_of(text), path, strict, layers)


def _load_json(
    path: str,
    settings: Mapping[str, object] | Settings | None,
    overrides: Mapping[str, object] | Settings | None,
) -> Document:
    from argmap.interop import argdown_json
    from argmap.reading import Layers, settings_of_debate
    from argmap.settings.project_file import load_project
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
    from argmap.reading import places_of, read

    place = _place(path)
    reading = reading or read(page, layers=layers, path=place)
    document = Document(
        page.text, place, page.tree, reading.debate, reading.diagnostics, reading.settings, reading
    )
    if page.includes and (others := places_of(page)):
        from argmap.fences.places import Places

        document = _in_page(document.text, _Inside(document, Places(others=others)))
    if strict and not document.ok:
        raise MarkupError(_summary(document), document.diagnostics)
    return document


def _is_page(path: str | PathLike[str] | None, markdown: bool | None) -> bool:
    from argmap.fences.suffixes import is_page

    return is_page(path) if markdown is None else markdown


def _page(
    text: str,
    path: str | PathLike[str] | None,
    strict: bool,
    layers: Layers,
    page_of: Callable[[str], Page],
    *,
    join: bool,
) -> Document:
    """Return a page in Markdown as a document: that of its only fence, or one that holds those of all."""
    from argmap.fences.fence import fences_in
    from argmap.fences.findings import oddities_of

    fences = fences_in(text, path)
    pages = [page_of(fence.text) for fence in fences]
    if len(fences) == 1:
        document = _in_fence(text, path, layers, fences[0], pages[0])
    else:
        document = _joined(text, path, layers, fences, pages or [page_of("")])
    if not fences:
        document = evolve(document, documents=())
    elif len(fences) > 1 and not join:
        documents = tuple(
            _in_fence(text, path, layers, fence, page) for fence, page in zip(fences, pages, strict=True)
        )
        found = (one for part in documents for one in part.diagnostics)
        document = evolve(document, documents=documents, diagnostics=_in_order(found))
    document = evolve(document, diagnostics=_in_order((*document.diagnostics, *oddities_of(fences))))
    if strict and not document.ok:
        raise MarkupError(_summary(document), document.diagnostics)
    return document


def _in_fence(
    text: str, path: str | PathLike[str] | None, layers: Layers, fence: Fence, page: Page
) -> Document:
    inside = _Inside(_document(page, path, False, layers), fence.places)
    document = evolve(_in_page(text, inside), fence=fence)
    # A fence that shows what is wrong is not to be mended.
    return evolve(document, diagnostics=()) if fence.is_wrong_on_purpose else document


def _joined(
    text: str,
    path: str | PathLike[str] | None,
    layers: Layers,
    fences: Sequence[Fence],
    pages: Sequence[Page],
) -> Document:
    """Return the document of all fences that are not wrong on purpose, read as one."""
    from argmap.fences.places import Places
    from argmap.reading.joining import joined

    # In the folder of the page, where the paths in its fences begin.
    names = [f"{_place(path) or 'page'}#{fence.name}" for fence in fences]
    right = {
        name: page
        for name, fence, page in zip(names, fences, pages, strict=False)
        if not fence.is_wrong_on_purpose
    }
    root, whole = joined(right) if right else ("", pages[0])
    others = {name: fence.places for name, fence in zip(names, fences, strict=True)}
    places = evolve(others.pop(root, Places()), others=others)
    return _in_page(text, _Inside(_document(whole, path, False, layers), places))


def _in_page(text: str, inside: _Inside) -> Document:
    from argmap.fences.relocating import relocated

    document, places = inside.document, inside.places
    found = _in_order(places.diagnostic(one) for one in document.diagnostics)
    debate = relocated(document.debate, places)
    return evolve(document, text=text, debate=debate, diagnostics=found, reading=None, inside=inside)


def _in_order(found: Iterable[Diagnostic]) -> Findings:
    """Return findings, each once, in order of the text."""
    return Findings(
        sorted(dict.fromkeys(found), key=lambda one: (one.span.path or "", *one.span[:2], one.code))
    )


def _place(path: str | PathLike[str] | None) -> str | None:
    return None if path is None else fspath(path)


def _summary(document: Document) -> str:
    errors = [one for one in document.diagnostics if one.severity is Severity.ERROR]
    first = errors[0]
    where = "" if first.span.path else "{}:{}: ".format(*document.location(first.span.start))
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return visible_line(f"{where}{first.code} {first.message}{more}")


def check(document: Document | Debate) -> Findings:
    """Return what the rules of analysis find in a document or debate, in order of the text.

    Findings that the settings (`check.allow`) or the data of an element (`{allow: [C301]}`) allow are left
    out. Files that evidence quotes from are looked into if they lie in the folder of the document.

    >>> [found.code for found in check(parse("[^Thermometer]: It is warm."))]
    ['C301']
    """
    from argmap.analysis import check_debate

    if not isinstance(document, Document):
        debate = debate_of(document)
        with _paused_collector():
            return Findings(check_debate(debate, settings=_settings(debate, None)))
    if document._documents is not None:
        return _in_order(found for part in document.documents for found in check(part))
    if document._inside:
        is_shown = document.fence is None or not document.fence.is_wrong_on_purpose
        found = check(document._inside.document) if is_shown else ()
        return _in_order(document._inside.places.diagnostic(one) for one in found)
    with _paused_collector():
        findings = check_debate(
            document.debate,
            settings=document.settings,
            folder=_folder(document),
            diagnostics=document.diagnostics,
        )
        return Findings(findings)


def fix_text(
    text: str,
    path: str | PathLike[str] | None = None,
    settings: Mapping[str, object] | Settings | None = None,
    *,
    markdown: bool | None = None,
    unsafe: bool = False,
) -> str:
    """Return a text with all safe fixes applied.

    A safe fix does not change what a text says; in data it changes only what its finding is about. With
    `unsafe`, fixes that guess what was meant are applied, too. Fixing again changes nothing. `path`,
    `settings` and `markdown` are as in `parse`; in a Markdown page the fences are fixed.

    >>> fix_text("(1) It rains.\\n---\\n(2) It is wet.")
    '(1) It rains.\\n----\\n(2) It is wet.'
    >>> fix_text("[A] It rains.", unsafe=True)
    '[A]: It rains.'
    """
    from argmap.formatting.fixer import fixed

    def repaired(part: str, margin: int) -> str:
        return fixed(part, unsafe=unsafe, settings=settings, path=_place(path))

    with _paused_collector():
        return _rewritten(text, repaired, path, markdown)


def format_text(
    text: str,
    width: int | None = None,
    *,
    path: str | PathLike[str] | None = None,
    markdown: bool | None = None,
) -> str:
    """Return a text in canonical layout; what it says, its comments and its order do not change.

    Elements are indented by two spaces per level, blocks are separated by one blank line, premise numbers
    are aligned, and data are on one line if it fits into 100 columns (or `width`). Texts keep their line
    breaks, or are filled to a `width` in columns. Blocks with errors stay as they are. Formatting again
    changes nothing. `path` and `markdown` are as in `parse`: in a Markdown page the fences are laid out,
    and everything outside them stays; the `width` is that of the page, but leaves 20 columns at least.

    >>> format_text("[A]:   It rains.{a:  1}\\n    +   <B>")
    '[A]: It rains. {a: 1}\\n  + <B>\\n'

    Raises:
        ValueError: the width is less than 20.
    """
    from argmap.formatting.formatter import formatted

    if width is not None and width < _NARROWEST:
        raise ValueError(f"a width of {width} leaves no room for text; take at least {_NARROWEST}")

    def laid_out(part: str, margin: int) -> str:
        return formatted(part, width=width and max(_NARROWEST, width - margin))

    return _rewritten(text, laid_out, path, markdown)


def _rewritten(
    text: str, rewrite: Callable[[str, int], str], path: str | PathLike[str] | None, markdown: bool | None
) -> str:
    """Return a text as it is rewritten, or a page whose fences are; each margin is given in columns."""
    if not _is_page(path, markdown):
        return rewrite(text, 0)
    from argmap.fences.rewriting import rewritten

    return rewritten(text, rewrite, path=path)


def to_text(debate: Document | Debate) -> str:
    """Return a debate as text in canonical layout.

    A debate that was read from a text or built with `Draft` keeps its order, and reading the text gives an
    equal debate. A debate without spans, or that was changed, is arranged: sections in order, in each its
    claims, evidence and arguments, and below each of them whatever bears on it. Reading that text gives a
    debate that says the same, as `argmap.interop.same` tells. Characters that would be markup are escaped.
    Whatever no text can express, such as a claim called `]:`, is changed as little as possible.
    Sources from a bibliography file are found again when the text is read with its path.

    >>> debate = parse("[A]: 2 * 3\\n   -   <B>: no").debate
    >>> print(to_text(debate))
    [A]: 2 * 3
      - <B>: no
    <BLANKLINE>
    >>> parse(to_text(debate)).debate == debate
    True
    """
    from argmap.writing.writer import written

    with _paused_collector():
        return written(debate_of(debate))


_NARROWEST = 20


def build_map(
    document: Document | Debate, settings: Mapping[str, object] | Settings | None = None
) -> ArgumentMap:
    """Return the map of a document or debate: what the settings show of it.

    `settings` override those of the document, or those in the metadata of the debate. Settings of `data`
    and `model` are about reading and have no effect here. Reconstructed arguments are always shown, and if
    the settings select nothing, everything is shown.

    >>> debate = parse("[A]: One.\\n  + [B]: Two.\\n  + Three.").debate
    >>> fewer = build_map(debate, {"selection": {"excludeStatements": ["B"]}})
    >>> len(build_map(debate).nodes), len(fewer.nodes)
    (3, 2)

    Raises:
        ValueError: a setting that is given cannot be used; the message has the nearest one that can.
    """
    from argmap.maps import build_map

    debate = debate_of(document)
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
    focus: Named | None = None,
    radius: int = 2,
    direction: str = "all",
    timeout: float = 60,
    questions: bool = False,
    title: str | None = None,
    folder: str | PathLike[str] | None = None,
) -> Drawing:
    r"""Return the drawing of a document or debate; layout happens when a picture is asked for.

    `theme` is the name of a theme, the path of a TOML file, or a Theme. `detail` is how much of each
    argument is shown: its `title`, its `text`, or in `full` all its premises and conclusions, at which
    arrows end; with None the settings decide. `legend` adds a legend of what occurs in the map, and
    `questions` shows open critical questions. `title` names the drawing for those who cannot see it, and
    images in nodes are read from `folder`: by default what a Document is called and the folder that it
    lies in. `settings` override those of the document. `engine` is `auto`, `embedded`, `system` or the
    path of an executable that understands Graphviz's `dot` options. With a `focus`, such as `[Claim]`,
    `<Argument>` or `[^Evidence]`, only what is at most `radius` edges away from it is drawn; `direction` is
    `all`, `supporting` or `attacking`. After `timeout` seconds a layout is given up; before that, cheaper
    ones are tried.

    >>> drawing = draw(parse("[Sun]: It shines.\n  + <Forecast>: They said so."), theme="dark")
    >>> drawing.dot.splitlines()[0], drawing.svg().count('class="node')
    ('digraph "Argument Map" {', 2)

    Raises:
        LookupError: the map has no node of that name; the message names the nearest.
    """
    from argmap.render import DrawOptions

    return draw_as(
        document,
        DrawOptions(
            theme,
            engine,
            settings,
            detail=detail,
            legend=legend,
            focus=focus,
            radius=radius,
            direction=direction,
            timeout=timeout,
            questions=questions,
            title=title,
            folder=folder,
        ),
    )


def draw_as(document: Document | Debate, options: DrawOptions) -> Drawing:
    """Return the drawing that options ask for, as `draw` does.

    Raises:
        LookupError: the map has no node to focus on.
    """
    from argmap.render.draw import drawing_of

    return drawing_of(*_view(document, options))


def draw_parts(
    document: Document | Debate,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Mapping[str, object] | Settings | None = None,
    *,
    detail: str | None = None,
    legend: bool = False,
    timeout: float = 60,
    questions: bool = False,
    title: str | None = None,
    folder: str | PathLike[str] | None = None,
    more_than: int = 0,
) -> dict[str, Drawing]:
    """Return the drawings of a large map in parts: under "" a map of its sections, and one of each by name.

    Names can be used in file names. In the first drawing each section is one box; in that of a section,
    related sections are boxes. A map of fewer than two sections has no parts, and a map of at most
    `more_than` nodes is not divided: the result is then empty. The rest is as in `draw`.

    >>> text = "# One\\n[A]: a\\n  + [B]\\n# Two\\n[B]: b\\n  + [C]: c"
    >>> list(draw_parts(parse(text)))
    ['', 'one', 'two']
    """
    from argmap.render import DrawOptions

    return draw_parts_as(
        document,
        DrawOptions(
            theme,
            engine,
            settings,
            detail=detail,
            legend=legend,
            timeout=timeout,
            questions=questions,
            title=title,
            folder=folder,
        ),
        more_than=more_than,
    )


def draw_parts_as(
    document: Document | Debate, options: DrawOptions, *, more_than: int = 0
) -> dict[str, Drawing]:
    """Return the drawings of a map in parts that options ask for, as `draw_parts` does."""
    from argmap.maps.parts import in_parts
    from argmap.render.draw import drawing_of

    view, known = _view(document, options)
    if len(view.nodes) <= more_than:
        return {}
    return {
        part.name: drawing_of(part.map, evolve(known, title=part.title or known.title))
        for part in in_parts(view)
    }


def _folder(document: Document | Debate) -> Path | None:
    """Return the folder of a document, from which its files are read; None if it comes from no file."""
    path = document.path if isinstance(document, Document) else None
    return None if path is None else Path(path).parent


def _view(document: Document | Debate, options: DrawOptions) -> tuple[ArgumentMap, DrawOptions]:
    """Return the map that options ask for, and the options of its drawing."""
    from argmap.maps import build_map
    from argmap.render.draw_options import of_built_map

    debate, detail = debate_of(document), options.detail
    asked = None if detail is None else {"map": {"detail": detail}}
    if asked and (problems := Settings.problems(asked)):
        raise ValueError(f"detail cannot be {detail!r}; {problems[0].hint}")
    settings = Settings.of(_settings(document, options.settings), asked)
    view = build_map(debate, settings, detail=detail)
    if options.questions:
        from argmap.maps.question_nodes import with_questions

        view = with_questions(view, debate)
    if (focus := options.focus) is not None:
        from argmap.analysis.graph import as_element
        from argmap.maps.focus import focus_on

        name = focus if isinstance(focus, str) else str(as_element(resolve(debate, focus)))
        view = focus_on(view, name, radius=options.radius, direction=options.direction)
    title = debate.metadata.get("title")
    return view, evolve(
        of_built_map(options),
        settings=settings,
        title=options.title or (str(title) if title else None),
        folder=_folder(document) if options.folder is None else options.folder,
    )

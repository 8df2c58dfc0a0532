"""Maps in Sphinx: the directive `argmap`, and fences of `argdown` where pages are written in MyST."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import DirectiveError, directives
from docutils.statemachine import StateMachine
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from argmap import __version__
from argmap.decoding import decoded, why_not_utf8
from argmap.extensions.embedded import EmbeddedMap, as_page_text, in_words
from argmap.extensions.page_words import INTERACTIVE, SWITCHES, VALUES, unknown_word
from argmap.extensions.pygments import ArgdownLexer
from argmap.extensions.sphinx_nodes import map_node, write_as_text, write_html, write_latex
from argmap.files import read_file
from argmap.render.styles.theme_files import is_path
from argmap.syntax import Include
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

_log: Final = logging.getLogger(__name__)
_SHOWS: Final = ("map", "text", "both")
_ON_PURPOSE: Final = ("error", "warning")
# What may be written behind the language of a fence.
_WORDS: Final = (
    *("show", "theme", "engine", "caption", "file"),
    *(INTERACTIVE, *SWITCHES, *VALUES, *_ON_PURPOSE),
)
# Argdown's own extension for Markdown draws fences of the second, so pages have both.
_LANGUAGES: Final = ("argdown", "argdown-map")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Tell Sphinx of the directives, the lexer and the settings; Sphinx calls this itself."""
    app.add_directive("argmap", ArgmapDirective)
    for language in _LANGUAGES:
        app.add_lexer(language, ArgdownLexer)
        for name in _fence_names(language):
            app.add_directive(name, ArgdownFence)
    app.add_config_value("argmap_theme", "default", "env", str)
    app.add_config_value("argmap_engine", "auto", "env", str)
    app.add_config_value("argmap_root", "", "env", str)
    app.add_config_value("argmap_fences", True, "env", bool)
    app.add_config_value("argmap_fence_shows", "map", "env", str)
    app.add_node(
        map_node,
        html=(write_html, None),
        latex=(write_latex, None),
        text=(write_as_text, None),
        man=(write_as_text, None),
        texinfo=(write_as_text, None),
    )
    app.connect("config-inited", _configure, priority=900)
    # The number changes with the attributes of our nodes, which Sphinx keeps between builds.
    return {
        "version": __version__,
        "env_version": 4,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


class _Maps(SphinxDirective):
    """What both directives do: complain where the text is wrong, and put nodes into the page."""

    has_content = True

    def shown(
        self,
        text: str,
        *,
        path: str,
        line: int,
        show: str,
        options: Mapping[str, str],
        is_file: bool = False,
        is_wrong: bool = False,
    ) -> list[nodes.Node]:
        """Return the nodes of a text in a file, its first line in a line of that."""
        inset = EmbeddedMap(
            text,
            path=path,
            theme=self.config.argmap_theme,
            engine=self.config.argmap_engine,
            folder=Path(self.env.doc2path(self.env.docname)).parent,
            is_file=is_file,
            words=options,
        )
        parts = (part for document in inset.document.documents for part in document.tree.parts)
        for part in parts:
            if isinstance(part, Include):
                self.env.note_dependency(str(Path(path).parent / part.path))
        if not is_wrong:
            self.complain(inset, path=path, line=line)
            if show == "map" and inset.is_empty:
                words = "this map shows nothing: there is no claim, evidence or argument that it may show"
                _log.warning(words, location=visible_line(f"{path}:{line}"), type="argmap", subtype="empty")
        elif not inset.findings:
            _log.warning(
                "nothing is wrong here",
                location=visible_line(f"{path}:{line}"),
                type="argmap",
                subtype="right",
            )
        found: list[nodes.Node] = []
        if show != "map":
            found.append(self.literal(text, "argdown"))
        # Where the text is there, a map of nothing would only puzzle.
        if show == "map" or (show == "both" and not inset.is_empty):
            found.append(self.map(inset, label=options.get("alt")))
        if is_wrong and "file" not in options:
            found.append(self.literal(as_page_text(inset.findings).replace(path, "argdown"), "none"))
        return found

    def complain(self, inset: EmbeddedMap, *, path: str, line: int) -> None:
        for finding in inset.findings:
            here = finding.location.line if finding.location else 1
            place = f"{finding.path}:{here}" if finding.diagnostic.span.path else f"{path}:{line + here - 1}"
            where = visible_line(place)
            _log.warning(in_words(finding), location=where, type="argmap", subtype=finding.diagnostic.code)

    def literal(self, text: str, language: str) -> nodes.Node:
        node = nodes.literal_block(text, text, language=language)
        self.set_source_info(node)
        return node

    def map(self, inset: EmbeddedMap, *, label: str | None) -> nodes.Node:
        node = map_node(
            text=inset.text,
            path=str(inset.path),
            theme=str(inset.theme),
            engine=inset.engine,
            folder=str(inset.folder),
            label=label,
            is_file=inset.is_file,
            words=dict(inset.words),
            prefix=f"argmap-{self.env.new_serialno('argmap')}-",
        )
        self.set_source_info(node)
        return node

    def framed(self, found: list[nodes.Node]) -> list[nodes.Node]:
        """Return nodes in a frame, if they have a caption, a name or a class."""
        caption = self.options.get("caption")
        if caption is None and not {"class", "name"} & self.options.keys():
            return found
        frame: nodes.Element
        messages: list[nodes.Node] = []
        if caption is None:
            frame = nodes.container("", *found)
        else:
            words, told = self.parse_inline(caption)
            frame = nodes.figure("", *found, nodes.caption(caption, "", *words))
            messages += told
        frame["classes"] += self.options.get("class", [])
        self.set_source_info(frame)
        self.add_name(frame)
        return [frame, *messages]

    def first_line(self) -> int:
        """Return the line, from 1, of the page on which the content begins."""
        # reStructuredText counts from the top of the page, MyST from the line of the directive.
        start = 0 if isinstance(self.state_machine, StateMachine) else self.lineno
        return start + self.content_offset + 1


class ArgmapDirective(_Maps):
    """`argmap`: draws its content, or the file that its argument names."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]] | None] = {
        "theme": directives.unchanged_required,
        "engine": directives.unchanged_required,
        "show": lambda word: directives.choice(word, _SHOWS),
        "alt": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "class": directives.class_option,
        "name": directives.unchanged_required,
        # In Markdown a value in brackets needs quotes, in reStructuredText they would be a part of it.
        **dict.fromkeys(VALUES, lambda word: directives.unchanged_required(word).strip('"')),
        **dict.fromkeys((INTERACTIVE, *SWITCHES), directives.unchanged),
    }

    def run(self) -> list[nodes.Node]:
        """Return the map as nodes, in a figure if it has a caption."""
        show = self.options.get("show", "map")
        if self.arguments and self.content:
            raise self.error("argmap draws the file that is named or the text below, not both")
        if self.arguments:
            path = self.env.relfn2path(self.arguments[0])[1]
            try:
                text = _text_in(path, self.config.argmap_root)
            except UnicodeDecodeError as error:
                raise self._unread(f"it is {why_not_utf8(error)}") from error
            except (OSError, ValueError) as error:
                raise self._unread((getattr(error, "strerror", None) or str(error)).lower()) from error
            self.env.note_dependency(path)
            found = self.shown(text, path=path, line=1, show=show, options=self.options, is_file=True)
        else:
            source, line = self.get_source_info()[0], self.first_line()
            text = "\n".join(self.content)
            found = self.shown(text, path=source, line=line, show=show, options=self.options)
        return self.framed(found)

    def _unread(self, why: str) -> DirectiveError:
        return self.error(visible_line(f"argmap cannot read {self.arguments[0]}: {why}"))


class ArgdownFence(_Maps):
    """A fence of `argdown` or `argdown-map`, whose words behind the language are options.

    `show=map`, `show=text` or `show=both`, `theme=…`, `engine=…`, `focus="[Claim]"` and whatever else
    drawings can be asked for; `caption=…` and `#…` are its caption and identifier; `file=…` says how the
    text is called elsewhere in the page. `error` and `warning` say that it is wrong on purpose: what is found
    is below, unless the text has a name, by which commands in the page may show it.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    # Attributes that MyST reads in front of a fence.
    option_spec: ClassVar[dict[str, Callable[[str], object]] | None] = {
        "caption": directives.unchanged_required,
        "class": directives.class_option,
        "name": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the map as nodes, with the name of the text above."""
        argument = self.arguments[0] if self.arguments else ""
        if self.name.startswith("{"):
            argument = argument.removesuffix("}")
        try:
            words = shlex.split(argument)
        except ValueError as error:
            raise self.error(visible_line(f"{argument}: {error}")) from error
        options = {name: value for name, _, value in (word.partition("=") for word in words)}
        identifier = next((word[1:] for word in words if word.startswith("#")), None)
        if identifier:
            self.options["name"] = identifier
        if "caption" in options:
            self.options["caption"] = options["caption"]
        show = options.get("show", self.config.argmap_fence_shows)
        if show not in _SHOWS:
            raise self.error(visible_line(f"show={show} is none of {', '.join(_SHOWS)}"))
        for word in options:
            if word not in _WORDS and not word.startswith(("#", ".")):
                where = visible_line(f"{self.get_source_info()[0]}:{self.first_line() - 1}")
                _log.warning(
                    visible_line(unknown_word(word, _WORDS)), location=where, type="argmap", subtype="word"
                )
        found = self.shown(
            "\n".join(self.content),
            path=self.get_source_info()[0],
            line=self.first_line(),
            show=show,
            options=options,
            is_wrong=bool({*_ON_PURPOSE} & {*words}),
        )
        if "file" in options and show != "map":
            name = nodes.caption("", "", nodes.literal(options["file"], options["file"]))
            classes = ["literal-block-wrapper"]
            found[0] = nodes.container("", name, found[0], literal_block=True, classes=classes)
        return self.framed(found)


def _text_in(path: str, root: str) -> str:
    """Return the text of a file that a page names.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not text in UTF-8, or not inside the folder that pages may read.
    """
    place = Path(path).resolve()
    if not place.is_relative_to(Path(root).resolve()):
        raise ValueError(f"it is not inside {Path(root).name}, see argmap_root")
    return decoded(read_file(place, follows_links=False))


def _fence_names(language: str) -> tuple[str, ...]:
    """Return what MyST takes for the name of a fence, also where it has attributes as in Pandoc."""
    return language, f".{language}", f"{{.{language}"


def _configure(app: Sphinx, config: Config) -> None:
    """Find the paths in the configuration, and make MyST, if it is there, hand over its fences."""
    folder = Path(app.confdir)
    config.argmap_root = str(folder / config.argmap_root) if config.argmap_root else str(app.srcdir)
    if is_path(config.argmap_theme):
        config.argmap_theme = str(folder / config.argmap_theme)
    if config.argmap_fences and "myst_fence_as_directive" in config:
        config["myst_fence_as_directive"] = {
            *config.myst_fence_as_directive,
            *chain.from_iterable(map(_fence_names, _LANGUAGES)),
        }

"""`argmap rename`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
from attrs import Factory, define

from argmap.cli import streams
from argmap.cli.many_files import check_order, named_files
from argmap.cli.pages import markdown_option, parts_of
from argmap.cli.rewriting.text_changes import difference, text_of_file
from argmap.reports.text import as_text, findings
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.text import Edit

# Files that cannot be included, and includes that work in files only.
_NOT_INCLUDED = ("R224", "R225")


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", "checks", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", "shows_diff", is_flag=True, help="Change nothing; show what would change.")
@markdown_option
@click.pass_context
def rename(
    context: click.Context,
    *,
    old: str,
    new: str,
    files: tuple[str, ...],
    checks: bool,
    shows_diff: bool,
    markdown: bool,
) -> None:
    """Give what is called OLD the title NEW, in each FILE and the files that it includes.

    OLD is a title as the markup writes it, such as "[Claim]", "[^Evidence]", "[?Question]" or "<Argument>", a
    "#tag", a "# Heading", the key of a source or the name of a scheme.  Nothing but the name changes, in
    texts, data and settings.  Settings in argmap.toml and rules of themes in the same folder that name it are
    reported, not changed.  Either all files are written or none.  If FILE is `-`, standard input is changed
    to standard output.

    Exit code 0: done; 1: with --check or --diff, a file would change; 2: nothing is called OLD, NEW cannot be
    its title, or a file could not be read or written.
    """
    check_order(files, [old, new])
    changes = _Changes()
    try:
        files = named_files(files)
        for file in files:
            document = streams.read(file, markdown=markdown)
            if len(files) == 1:
                parts_of(document, file=file)
            _complain_of_includes(document, file)
            changes.add(file, document, _edits(document, old, new, file=file, is_only=len(files) == 1))
        if not changes.edits:
            raise streams.StreamError(f"there is no {old} in {counted(len(files), 'file')}")
        texts = changes.texts()
        left = _left_beside(changes.documents, old)
        if not (checks or shows_diff):
            _write(texts)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    changed = [file for file, (before, after) in texts.items() if before != after]
    for file in changed:
        if shows_diff:
            streams.show(difference(*texts[file], file, change="renamed"))
        if checks:
            streams.say(f"would change {streams.shown(file)}")
    if files != (streams.STANDARD_STREAM,):
        done = "would be changed" if checks or shows_diff else "changed"
        places = sum(len(changes.edits[file]) for file in changed)
        streams.say(f"{counted(places, 'place')} in {counted(len(changed), 'file')} {done}")
    for sentence in left:
        streams.say(sentence)
    context.exit(int(bool(changed) and (checks or shows_diff)))


@define(eq=False)
class _Changes:
    """The edits of each file, by the name under which it was found first."""

    edits: dict[str, dict[Edit, None]] = Factory(dict)
    documents: dict[str, Document] = Factory(dict)
    _texts: dict[str, str] = Factory(dict)
    _names: dict[str, str] = Factory(dict)

    def add(self, file: str, document: Document, edits: tuple[Edit, ...]) -> None:
        """Take in the edits of a document and of the files that it includes; each counts once."""
        from attrs import evolve

        if edits:
            self.documents[file] = document
        for edit in edits:
            path = edit.path or file
            name = self._names.setdefault(path if path == "-" else os.path.realpath(path), path)
            if name not in self._texts:
                self._texts[name] = text_of_file(name) if edit.path else document.text
            self.edits.setdefault(name, {})[evolve(edit, span=edit.span._replace(path=None))] = None

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return the text of each file before and after."""
        from argmap.edits import apply

        return {
            name: (self._texts[name], apply(self._texts[name], tuple(edits)))
            for name, edits in self.edits.items()
        }


def _edits(document: Document, old: str, new: str, *, file: str, is_only: bool) -> tuple[Edit, ...]:
    from argmap.edits import rename as renamed
    from argmap.model import NotInDebateError
    from argmap.model.lookup import reference_in

    try:
        edits = renamed(document, old, _title(old, new))
        if not edits:
            raise streams.StreamError(f"{streams.shown(file)}: {old} is called {new} already")
        return edits
    except NotInDebateError as error:
        # What is written as markup may be in some files only; a plain title may mean several things.
        if not is_only and (reference_in(old) or old.startswith("#")):
            return ()
        raise streams.StreamError(f"{streams.shown(file)}: {error}") from None
    except (ValueError, TypeError) as error:
        raise streams.StreamError(f"{streams.shown(file)}: {error}") from None


def _left_beside(documents: Mapping[str, Document], old: str) -> list[str]:
    """Return, in sentences, which settings beside documents still name what has another title now."""
    from argmap.editing.names.named_things import named_ref
    from argmap.editing.names.project_names import project_names
    from argmap.editing.names.theme_names import theme_names, themes_beside
    from argmap.settings.project_folder import load_project

    places: dict[str, dict[str, None]] = {}
    for file, document in documents.items():
        if file == streams.STANDARD_STREAM:
            continue
        ref = named_ref(document.debate, old)
        project = load_project(file)
        if project is not None:
            names = project_names(project.settings, document.debate, ref)
            places.setdefault(project.path, {}).update(dict.fromkeys(names))
        for path, theme in themes_beside(file):
            places.setdefault(path, {}).update(dict.fromkeys(theme_names(theme, document.debate, ref)))
    return [
        f"{streams.shown(path)} still has {old} in {', '.join(names)}: it holds for other documents, too, "
        "so it was not changed"
        for path, names in places.items()
        if names
    ]


def _complain_of_includes(document: Document, file: str) -> None:
    """Say which files cannot be included: what they name keeps its title."""
    for finding in findings(document, document.diagnostics, path=streams.shown(file)):
        if finding.diagnostic.code in _NOT_INCLUDED:
            streams.say(as_text(finding))


def _title(old: str, new: str) -> str:
    """Return a title that may be written in the brackets of the old one."""
    from argmap.model.lookup import reference_in

    before, written = reference_in(old), reference_in(new)
    if before and written:
        if type(before) is not type(written):
            raise ValueError(
                f"{before} cannot become {written}: write a title without brackets, or in the old ones"
            )
        return written.title
    if old.startswith("#") and new.startswith("#"):
        long = new.startswith("#(") and new.endswith(")")
        return new[2:-1] if long else new.lstrip("#").strip()
    return new


def _write(texts: dict[str, tuple[str, str]]) -> None:
    from argmap.files import replace_files

    contents = {file: streams.encoded(after, file=file) for file, (_, after) in texts.items()}
    output = contents.pop(streams.STANDARD_STREAM, None)
    with streams.explained(", ".join(contents)):
        replace_files(contents)
    for file in contents:
        streams.say(f"changed {file}")
    if output is not None:
        streams.write(output, file=streams.STANDARD_STREAM)

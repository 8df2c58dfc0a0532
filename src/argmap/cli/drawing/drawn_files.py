"""Where drawings go: their formats and names, and none in the place of another file."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, chain, count
from pathlib import Path

import click
from attrs import Factory, frozen

from argmap.cli import streams

FORMATS = ("svg", "png", "pdf", "dot", "json", "jpg", "mermaid", "html")
_SUFFIXES = {"gv": "dot", "jpeg": "jpg", "mmd": "mermaid", "htm": "html"}


@frozen(eq=False, repr=False)
class DrawnFiles:
    """The files of a run of the command, each with what it belongs to, which alone may replace it.

    >>> files = DrawnFiles()
    >>> files.claim("page-1.svg", owner="page-1.argdown"), files.claim("page-1.svg", owner="page.md#1")
    ('page-1.svg', 'page-1-2.svg')
    """

    _owners: dict[Path, str] = Factory(dict)

    def claim(self, file: str, *, owner: str) -> str:
        """Return the name for a drawing: that of the file, numbered on if it belongs to something else.

        Who asks again, as after a change of the text, gets the same name.
        """
        if file == streams.STANDARD_STREAM:
            return file
        path = Path(file)
        numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
        free = next(name for name in chain([path], numbered) if self.owner(name) in ("", owner))
        self._owners[free.resolve()] = owner
        return file if free is path else str(free)

    def owner(self, file: str | Path) -> str:
        """Return what a file belongs to, empty if to nothing."""
        return self._owners.get(Path(file).resolve(), "")


def format_of_file(out: str | None) -> str:
    if out is None or out == streams.STANDARD_STREAM or is_folder(out):
        return "svg"
    suffix = Path(out).suffix.lower().removeprefix(".")
    suffix = _SUFFIXES.get(suffix, suffix)
    if suffix not in FORMATS:
        known = ", ".join(f".{suffix}" for suffix in FORMATS)
        raise click.UsageError(f"{out} does not end in any of {known}; choose a format with -f")
    return suffix


def is_folder(out: str) -> bool:
    # Not by `Path`: it raises where a folder above is locked or a name is too long.
    return out.endswith((os.sep, "/")) or os.path.isdir(out)


def targets_of(
    files: Sequence[str], out: str | None, suffix: str, *, what: str = "drawing"
) -> dict[str, str]:
    """Return where the drawing of each file goes, or what else is made of it.

    Raises:
        click.UsageError: two would go to the same file, or one would replace a text.
    """
    if len(files) > 1 and out is not None and (out == streams.STANDARD_STREAM or not is_folder(out)):
        raise click.UsageError(f"several {what}s need a folder, and {out} is none (end it with `/`)")
    targets = [_target(file, out, suffix) for file in files]
    texts = {_identity(file) for file in files if file != streams.STANDARD_STREAM}
    times = Counter(map(_identity, targets))
    for target in targets:
        if times[_identity(target)] > 1:
            raise click.UsageError(f"several {what}s would be written to {target}")
        if _identity(target) in texts:
            raise click.UsageError(f"a {what} would replace the text in {target}")
    return dict(zip(files, targets, strict=True))


def drawn_files(targets: Mapping[str, str]) -> DrawnFiles:
    """Return the files of a run before anything is drawn: the texts, and a file for each."""
    drawn = DrawnFiles()
    for file, target in targets.items():
        if file != streams.STANDARD_STREAM:
            drawn.claim(file, owner=f"the text in {streams.shown(file)}")
        drawn.claim(target, owner=streams.shown(file))
    return drawn


def separate(targets: Mapping[str, str]) -> list[dict[str, str]]:
    """Return files in groups: what is drawn of one cannot have the name of what is in another.

    Fences and sections add to a name behind a hyphen, so `a` and `a-1` may meet.

    >>> separate({"a.ad": "a.svg", "b.ad": "b.svg", "a-1.ad": "a-1.svg"})
    [{'a.ad': 'a.svg', 'a-1.ad': 'a-1.svg'}, {'b.ad': 'b.svg'}]
    """
    stems = {Path(file).stem for file in targets}
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file, target in targets.items():
        groups[_shortest(Path(file).stem, stems)][file] = target
    return list(groups.values())


def _shortest(stem: str, stems: Collection[str]) -> str:
    """Return the shortest of some names to which something is added behind hyphens in a name."""
    words = stem.split("-")
    return next(name for name in accumulate(words, "{}-{}".format) if name in stems)


def _identity(file: str) -> object:
    return file if file == streams.STANDARD_STREAM else Path(file).resolve()


def _target(file: str, out: str | None, form: str) -> str:
    is_stream = file == streams.STANDARD_STREAM
    if out is None:
        return file if is_stream else str(Path(file).parent / f"{Path(file).stem}.{form}")
    if out == streams.STANDARD_STREAM or not is_folder(out):
        return out
    return str(Path(out) / f"{'stdin' if is_stream else Path(file).stem}.{form}")

"""`argmap diff`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import streams
from argmap.cli.comparing.compared_files import Compared, of_revisions, two_files
from argmap.cli.comparing.git_setup import SETUP
from argmap.cli.pages import markdown_option
from argmap.reports.safe_json import printable_json
from argmap.settings.tables import LAYOUTS, SEMANTICS
from argmap.text.visible import Visible

if TYPE_CHECKING:
    from argmap.comparing import Changes

_BEHIND = "argmap.behind_dashes"
_TOPICS = ("text", "data", "tags", "sections", "order")


class _WithDashes(click.Command):
    """A command that knows which words come behind `--`."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Note what is behind `--`, and read the options."""
        context.meta[_BEHIND] = args[args.index("--") + 1 :] if "--" in args else None
        return super().parse_args(context, args)


@click.command(cls=_WithDashes)
@click.argument("words", metavar="[OLD NEW | [REV [REV]] [-- FILE...]]", nargs=-1)
@click.option(
    "--git", "uses_git", is_flag=True, help="Compare revisions, or HEAD with the files as they are."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "argdown"]),
    default="text",
    show_default=True,
    help="How changes are shown; markdown is for comments, argdown compares lines of what is said.",
)
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 if something changed.")
@click.option(
    "--ignore", metavar="TOPICS", default="", help="What to ignore: text, data, tags, sections, order."
)
@click.option(
    "--match", "matches", metavar="OLD=NEW", multiple=True, help="Titles of what is the same, as in [A]=[B]."
)
@click.option(
    "--verdicts",
    metavar="[SEMANTICS]",
    type=click.Choice(SEMANTICS),
    is_flag=False,
    flag_value="grounded",
    help="Evaluate both, and show which verdicts changed.",
)
@click.option("-o", "--out", metavar="OUT", help="Draw what changed: a file such as map.svg, .html or .png.")
@click.option(
    "--context",
    "around",
    metavar="N|all",
    default="1",
    show_default=True,
    help="With -o: edges around changes.",
)
@click.option("--layout", type=click.Choice(LAYOUTS), help="With -o: how it is laid out.")
@click.option("--install-git", "shows_setup", is_flag=True, help="Print how git is set up; write nothing.")
@markdown_option
@click.pass_context
def diff(
    context: click.Context,
    /,
    *,
    words: tuple[str, ...],
    uses_git: bool,
    form: str,
    tells: bool,
    ignore: str,
    matches: tuple[str, ...],
    verdicts: str | None,
    out: str | None,
    around: str,
    layout: str | None,
    shows_setup: bool,
    markdown: bool,
) -> None:
    """Show what changed from OLD to NEW in what is said: files, folders, or `-` for standard input.

    With --git, revisions are compared: REV with REV, or REV (by default HEAD) with the files as they are.

    \b
    argmap diff old.argdown new.argdown
    argmap diff --git
    argmap diff --git v1.0 main -- debate.argdown

    Layout, comments and order are no changes.

    Exit code 0: compared; 1: with --exit-code, something changed; 2: something cannot be read or written.
    """
    if shows_setup:
        streams.show(SETUP)
        context.exit(0)
    options: dict[str, Any] = {
        "ignore": [topic for topic in ignore.split(",") if topic],
        "match": _pairs(matches),
        "verdicts": verdicts or False,
    }
    for topic in options["ignore"]:
        if topic not in _TOPICS:
            raise click.UsageError(f"--ignore has no {topic!r}; there are {', '.join(_TOPICS)}")
    behind = context.meta.get(_BEHIND)
    try:
        with of_revisions(words, behind) if uses_git else nullcontext(two_files(words)) as compared:
            changes = _changes(compared, markdown=markdown, options=options)
            if form == "argdown":
                streams.show(_lines(compared, markdown=markdown))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    if out is not None:
        _draw(changes, out, around=around, layout=layout)
    elif form != "argdown":
        _show(changes, form, is_single=len(compared) == 1 and not uses_git)
    context.exit(int(tells and any(changes.values())))


def _pairs(matches: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for match in matches:
        before, equals, after = match.partition("]=") if "]=" in match else match.partition(">=")
        if not equals:
            raise click.UsageError(f"--match {match!r}: write two titles as in the markup, such as '[A]=[B]'")
        pairs[before + equals[0]] = after
    return pairs


def _changes(
    compared: Sequence[Compared], *, markdown: bool, options: Mapping[str, Any]
) -> dict[str, Changes]:
    from argmap import api

    changes: dict[str, Changes] = {}
    for files in compared:
        old, new = files.documents(markdown=markdown)
        try:
            changes[files.name] = api.diff(old, new, **options)
        except (LookupError, ValueError) as error:
            raise streams.StreamError(str(error)) from error
    return changes


def _show(changes: Mapping[str, Changes], form: str, *, is_single: bool) -> None:
    shown = {name: each for name, each in changes.items() if each or is_single}
    if form == "json":
        values = [
            {"file": name, **_mapping(each)} if name else _mapping(each) for name, each in shown.items()
        ]
        content = values[0] if is_single and values else values
        streams.write(f"{printable_json(content)}\n".encode(), file=streams.STANDARD_STREAM)
    elif form == "markdown":
        from argmap.text.visible import visible_line

        parts = [
            (f"### {_code(visible_line(name))}\n\n" if name else "") + each.markdown()
            for name, each in shown.items()
        ]
        streams.show("\n".join(parts) or "Nothing changed in what is said.\n")
    else:
        parts = [(f"{name}\n" if name else "") + each.text(colored=True) for name, each in shown.items()]
        streams.show(Visible("\n".join(parts)))


def _mapping(changes: Changes) -> dict[str, Any]:
    entries = changes.json()
    assert isinstance(entries, dict), "changes are a mapping"
    return entries


def _code(name: str) -> str:
    return f"`{name.replace('`', '')}`"


def _lines(compared: Sequence[Compared], *, markdown: bool) -> str:
    from argmap.cli.rewriting.text_changes import difference
    from argmap.comparing.forms.normal_form import normal_form

    parts = []
    for files in compared:
        old, new = (normal_form(document.debate) for document in files.documents(markdown=markdown))
        if old != new:
            parts.append(difference(old, new, files.name or files.new or "", change="after"))
    return "".join(parts)


def _draw(changes: Mapping[str, Changes], out: str, *, around: str, layout: str | None) -> None:
    """Draw what changed: in one file, or in one for each of several texts.

    Raises:
        StreamError: a map cannot be drawn or written.
    """
    from argmap import api
    from argmap.cli.drawing.drawn_files import format_of_file
    from argmap.cli.pages import file_of
    from argmap.render import EngineError

    form = format_of_file(out)
    changed = {name: each for name, each in changes.items() if each} or dict(list(changes.items())[:1])
    for number, each in enumerate(changed.values(), start=1):
        target = out if len(changed) == 1 or out == streams.STANDARD_STREAM else file_of(out, str(number))
        try:
            content = api.draw(each.within(_edges(around)), layout=layout).content(form)
        except (EngineError, ValueError) as error:
            raise streams.StreamError(str(error)) from error
        streams.write(content, file=target)


def _edges(around: str) -> int | None:
    if around == "all":
        return None
    if not (around.isascii() and around.isdigit() and len(around) < 6):
        raise click.UsageError(f"--context cannot be {around!r}; write a number from 0, or all")
    return int(around)

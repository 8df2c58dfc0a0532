"""Commands over many files: the same comes out however they are named and however many processes work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from argmap.batch.pool import Crash
from argmap.cli.many_files import crashed, worked_on

Argmap = Callable[..., Result]
PAGE = "# Notes\n\n```argdown\n[Page]: In a page. {source: Mill 1859}\n```\n"


@pytest.fixture
def debates(folder: Path) -> Path:
    """A folder with five debates, one of them with errors, and with other files."""
    inner = folder / "debates" / "inner"
    inner.mkdir(parents=True)
    for name in "cba":
        (inner.parent / f"{name}.argdown").write_text(f"[{name}]: It is so.\n - [^e]: Not. {{source: S}}\n")
    (inner / "bad.ad").write_text("[A]: One. {color: [}\n")
    (inner / "page.md").write_text(PAGE)
    (inner / "plain.md").write_text("# No fence\n")
    (inner / "notes.txt").write_text("[T]: Nothing.\n")
    return inner.parent


FILES = ["a.argdown", "b.argdown", "c.argdown", "inner/bad.ad", "inner/page.md"]


@pytest.mark.parametrize(
    "command",
    [["check"], ["check", "--format", "json"], ["stats"], ["stats", "--format", "json"], ["sources"]],
)
def test_a_folder_is_its_files_whatever_number_of_processes_works(
    argmap: Argmap, debates: Path, command: list[str]
) -> None:
    named = argmap(*command, *(f"debates/{file}" for file in FILES))
    assert named.exit_code == 1
    for more in ([], ["--jobs", "2"], ["-j", "auto"]):
        result = argmap(*command, "debates", *more)
        assert (result.stdout, result.stderr, result.exit_code) == (named.stdout, named.stderr, 1)


@pytest.mark.parametrize(
    "command", [["outline"], ["evaluate"], ["query", "*"], ["rename", "[a]", "a new title", "--diff"]]
)
def test_every_command_over_files_takes_folders(argmap: Argmap, debates: Path, command: list[str]) -> None:
    name, *words = command
    behind = [words.pop()] if name == "query" else []
    named = argmap(name, *words, *(f"debates/{file}" for file in FILES), *behind)
    result = argmap(name, *words, "debates", *behind)
    assert named.stdout
    assert (result.stdout, result.stderr, result.exit_code) == (named.stdout, named.stderr, named.exit_code)


@pytest.mark.parametrize("command", ["check", "format", "render", "why", "outline", "diff", "report"])
def test_an_empty_name_is_no_file(argmap: Argmap, command: str) -> None:
    result = argmap(command, "", *(["good.argdown"] if command in ("why", "diff") else []))
    assert result.exit_code == 2
    assert "'': no such file or directory" in result.stderr


@pytest.mark.parametrize("words", [["why", "[A]", "good.argdown"], ["rename", "good.argdown", "[A]", "[B]"]])
def test_a_file_in_the_wrong_place_is_explained(argmap: Argmap, words: list[str]) -> None:
    result = argmap(*words)
    assert result.exit_code == 2
    assert "good.argdown is a file, and '[" in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["check", "LONG"],
        ["query", "good.argdown", "LONG["],
        ["render", "good.argdown", "-o", "LONG.svg"],
        ["render", "good.argdown", "-o", "LONG/x.svg"],
        ["render", "good.argdown", "--theme", "LONG,dark"],
        ["convert", "good.argdown", "-o", "LONG"],
        ["new", "--scheme", "modus-ponens", "-o", "LONG"],
        ["merge", "LONG", "good.argdown"],
        ["diff", "good.argdown", "LONG"],
        ["outline", "good.argdown", "-o", "LONG"],
    ],
)
def test_a_name_that_no_file_can_have_is_named_in_the_message(argmap: Argmap, command: list[str]) -> None:
    result = argmap(*(word.replace("LONG", "a" * 300) for word in command))
    assert result.exit_code == 2
    assert "a" * 100 in result.stderr
    assert "<stdout>" not in result.stderr


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("command", ["check", "format", "render", "outline"])
def test_text_in_utf_16_is_called_so(argmap: Argmap, folder: Path, command: str, encoding: str) -> None:
    (folder / "wide.argdown").write_bytes("\ufeff[A]: Größe.\n".encode(encoding))
    result = argmap(command, "wide.argdown")
    assert result.stderr.startswith("argmap: wide.argdown: text in UTF-16, not in UTF-8: save it as UTF-8\n")
    assert result.exit_code == 2


def test_a_pattern_is_what_matches_it(argmap: Argmap, debates: Path) -> None:
    assert argmap("check", "debates/*.argdown").stderr == "no findings in 3 files\n"
    assert argmap("check", "debates/**/*.ad").exit_code == 1


def test_nothing_to_work_on_is_an_error(argmap: Argmap, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = argmap("check", "empty")
    assert (result.exit_code, result.stderr) == (2, "argmap: empty: nothing in this folder is a debate\n")
    result = argmap("stats", "*.ad")
    assert (result.exit_code, result.stderr) == (2, "argmap: *.ad: no file matches this pattern\n")


@pytest.mark.parametrize("jobs", ["0", "-1", "many", ""])
def test_jobs_are_a_number_or_auto(argmap: Argmap, jobs: str) -> None:
    result = argmap("check", "good.argdown", "--jobs", jobs)
    assert result.exit_code == 2
    assert "write how many processes, such as 2, or auto" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_files_are_formatted_where_they_are(argmap: Argmap, debates: Path, jobs: str) -> None:
    result = argmap("format", "debates", "--jobs", jobs)
    assert result.exit_code == 0
    assert "3 files formatted, 2 files unchanged" in result.stderr
    assert (debates / "a.argdown").read_text() == "[a]: It is so.\n  - [^e]: Not. {source: S}\n"


def test_a_total_is_the_sum_of_its_files(argmap: Argmap, debates: Path) -> None:
    each = json.loads(argmap("stats", "debates", "--format", "json").stdout)
    total = json.loads(argmap("stats", "debates", "--format", "json", "--total", "-j", "2").stdout)
    assert total["files"] == len(each) == 5
    assert total["claims"] == sum(one["claims"] for one in each)
    assert total["sketched_relations"] == {"attack": 3}
    assert total["depth"] == max(one["depth"] for one in each)
    assert argmap("stats", "debates", "--total").stdout.startswith("5 files\n")


def test_sources_of_several_files_say_whose_they_are(argmap: Argmap, debates: Path) -> None:
    entries = json.loads(argmap("sources", "debates", "--format", "json").stdout)
    assert [entry["path"] for entry in entries] == [
        f"debates/{name}" for name in ("a.argdown", "b.argdown", "c.argdown", "inner/page.md")
    ]
    assert "debates/inner/page.md\n\nMill 1859\n" in argmap("sources", "debates").stdout


def drawn(argmap: Argmap, folder: Path, *words: str) -> dict[str, bytes]:
    """Return what `render` writes into an empty folder, by the names of the files."""
    out = folder / "out"
    result = argmap("render", "debates", "-o", "out/", *words)
    assert result.exit_code == 1, result.stderr
    files = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    for path in out.iterdir():
        path.unlink()
    return {"messages": result.stderr.encode()} | files


def test_maps_are_the_same_whatever_number_of_processes_draws(
    argmap: Argmap, debates: Path, folder: Path
) -> None:
    fence = "```argdown\n[F]: In a fence.\n  + [G]: Another.\n```\n\n"
    # The second fence of `a` wants the name of the drawing of `a-2`, and that of `a-2` another.
    (debates / "a.argdown").rename(debates / "a-2.argdown")
    (debates / "a.md").write_text(fence * 2)
    alone = drawn(argmap, folder, "-f", "dot")
    assert {"a-1.dot", "a-2.dot", "a-2-2.dot", "b.dot", "bad.dot"} <= {*alone}
    assert drawn(argmap, folder, "-f", "dot", "--jobs", "2") == alone


def test_a_process_that_ends_is_reported_for_its_file() -> None:
    work = ["6 * 7", "__import__('os')._exit(1)"]
    (_, result), (name, crash) = worked_on(eval, work, work, "2", label="Working")
    assert result == 42
    assert isinstance(crash, Crash)
    assert str(crashed(name, crash)) == f"{name}: the process that worked on it ended"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_files_are_converted_into_a_folder(argmap: Argmap, debates: Path, jobs: str) -> None:
    result = argmap("convert", "debates", "--to", "opml", "-o", "made/", "--jobs", jobs)
    assert result.exit_code == 1
    wrote = [line for line in result.stderr.splitlines() if line.startswith("wrote")]
    assert wrote == [f"wrote made/{name}.opml" for name in ("a", "b", "c", "bad", "page")]
    assert len([*Path("made").iterdir()]) == len(wrote)
    alone = argmap("convert", "debates/a.argdown", "--to", "opml")
    assert Path("made/a.opml").read_text() == alone.stdout


def test_a_file_that_cannot_be_converted_stops_no_other(argmap: Argmap, debates: Path) -> None:
    result = argmap("convert", "debates/a.argdown", "none.argdown", "--to", "normal", "-o", "made/")
    assert result.exit_code == 2
    assert "none.argdown" in result.stderr
    assert Path("made/a.txt").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "several conversions need a folder"),
        (["-o", "made.json"], "several conversions need a folder"),
        (["-o", "made/"], "choose it with --to"),
        (["--to", "apx", "-o", "made/", "--names", "names.tsv"], "leave out --names"),
        (["--to", "argdown", "-o", "debates/"], "a conversion would replace the text in"),
    ],
)
def test_what_one_place_cannot_hold_is_refused(
    argmap: Argmap, debates: Path, options: list[str], words: str
) -> None:
    result = argmap("convert", "debates/a.argdown", "debates/b.argdown", *options)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_what_is_made_of_a_fence_takes_no_place_of_another_file(argmap: Argmap, debates: Path) -> None:
    (debates / "page.md").write_text(PAGE + PAGE)
    (debates / "page-1.argdown").write_text("[Other]: Something else.\n")
    result = argmap("convert", "debates/page.md", "debates/page-1.argdown", "--to", "normal", "-o", "made/")
    assert result.exit_code == 0
    assert "Other" in Path("made/page-1.txt").read_text()
    made = sorted(file.name for file in Path("made").iterdir())
    assert made == ["page-1-2.txt", "page-1.txt", "page-2.txt"]

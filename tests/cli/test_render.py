"""`argmap render`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

Argmap = Callable[..., Result]
PNG = b"\x89PNG\r\n\x1a\n"


def is_svg(content: bytes) -> bool:
    return ElementTree.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_drawing_is_written_beside_its_file(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "good.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "wrote good.svg\n")
    assert is_svg((folder / "good.svg").read_bytes())


def test_the_suffix_of_the_output_chooses_the_format(argmap: Argmap, folder: Path) -> None:
    assert argmap("render", "good.argdown", "-o", "map.PNG").exit_code == 0
    assert (folder / "map.PNG").read_bytes().startswith(PNG)


def test_an_option_overrules_the_suffix_of_the_output(argmap: Argmap, folder: Path) -> None:
    assert argmap("render", "good.argdown", "-o", "map.txt", "-f", "dot").exit_code == 0
    assert (folder / "map.txt").read_text(encoding="utf-8").lstrip().startswith("digraph")


def test_without_output_the_format_is_the_suffix(argmap: Argmap, folder: Path) -> None:
    assert argmap("render", "good.argdown", "-f", "png").exit_code == 0
    assert (folder / "good.png").read_bytes().startswith(PNG)


def test_standard_input_goes_to_standard_output(argmap: Argmap) -> None:
    result = argmap("render", "-", input="[Ä]: größer\n  + [B]: b\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert is_svg(result.stdout_bytes)
    assert "größer" in result.stdout_bytes.decode()


def test_png_goes_to_standard_output_as_it_is(argmap: Argmap) -> None:
    result = argmap("render", "good.argdown", "-f", "png", "-o", "-")
    assert result.stdout_bytes.startswith(PNG)
    assert result.stderr == ""


def test_standard_input_can_be_written_to_a_file(argmap: Argmap, folder: Path) -> None:
    assert argmap("render", "-", "-o", "map.svg", input="[A]: a\n  + [B]: b\n").exit_code == 0
    assert is_svg((folder / "map.svg").read_bytes())


def test_several_files_go_to_a_folder_that_is_made(argmap: Argmap, folder: Path) -> None:
    (folder / "other.argdown").write_text("[C]: c\n  + [D]: d\n", encoding="utf-8")
    result = argmap("render", "good.argdown", "other.argdown", "-o", "new/maps/")
    assert result.exit_code == 0
    assert sorted(one.name for one in (folder / "new" / "maps").iterdir()) == ["good.svg", "other.svg"]


def test_one_file_may_go_to_a_folder(argmap: Argmap, folder: Path) -> None:
    (folder / "maps").mkdir()
    assert argmap("render", "good.argdown", "-o", "maps", "-f", "dot").exit_code == 0
    assert (folder / "maps" / "good.dot").exists()


def test_a_text_with_errors_is_drawn_and_its_errors_are_said(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "bad.argdown")
    assert result.exit_code == 1
    assert is_svg((folder / "bad.svg").read_bytes())
    assert result.stderr.startswith("bad.argdown:1:")
    assert ": error " in result.stderr.splitlines()[0]
    assert result.stderr.endswith("wrote bad.svg\n")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "missing.argdown", "good.argdown")
    assert result.exit_code == 2
    assert result.stderr == "argmap: missing.argdown: no such file or directory\nwrote good.svg\n"


def test_a_folder_is_no_text(argmap: Argmap, folder: Path) -> None:
    (folder / "texts.argdown").mkdir()
    result = argmap("render", "texts.argdown")
    assert result.exit_code == 2
    assert result.stderr.startswith("argmap: texts.argdown: ")


def test_a_file_that_is_no_text_is_told(argmap: Argmap, folder: Path) -> None:
    (folder / "photo.argdown").write_bytes(b"ab\xff\xfe")
    result = argmap("render", "photo.argdown")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: photo.argdown: not text in UTF-8, see byte 3, in line 1: save it as UTF-8\n",
    )


def test_standard_input_that_is_no_text_is_told(argmap: Argmap) -> None:
    result = argmap("render", "-", input=b"\xff")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: <stdin>: not text in UTF-8, see byte 1, in line 1: save it as UTF-8\n",
    )


def test_a_place_that_cannot_be_written_to_is_told(argmap: Argmap, folder: Path) -> None:
    (folder / "map.svg").mkdir()
    result = argmap("render", "good.argdown", "-o", "good.argdown/map.svg")
    assert result.exit_code == 2
    assert result.stderr.startswith("argmap: good.argdown/map.svg: ")


def test_an_engine_that_is_missing_is_told(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "good.argdown", "--engine", "no/such/dot")
    assert result.exit_code == 2
    assert result.stderr.startswith("argmap: good.argdown: ")
    assert "no/such/dot" in result.stderr
    assert not (folder / "good.svg").exists()


def test_the_environment_chooses_the_engine(argmap: Argmap) -> None:
    result = argmap("render", "good.argdown", env={"ARGMAP_DOT": "no/such/dot"})
    assert result.exit_code == 2


def test_a_theme_that_is_missing_is_told(argmap: Argmap) -> None:
    result = argmap("render", "good.argdown", "--theme", "no-such-theme")
    assert result.exit_code == 2
    assert "no-such-theme" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["good.argdown", "-o", "map.bmp"], "does not end in any of .svg, .png, .pdf, .dot, .json, .jpg"),
        (["good.argdown", "-o", "map"], "does not end in any of .svg, .png, .pdf, .dot, .json, .jpg"),
        (["good.argdown", "bad.argdown", "-o", "map.svg"], "several drawings need a folder"),
        (["good.argdown", "bad.argdown", "-o", "-"], "several drawings need a folder"),
        (["good.argdown", "./good.argdown"], "several drawings would be written to good.svg"),
        (["good.argdown", "-o", "./good.argdown", "-f", "svg"], "would replace the text in ./good.argdown"),
        (["-", "--watch"], "standard input cannot be watched"),
        ([], "Missing argument"),
        (["good.argdown", "-f", "bmp"], "bmp"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_drawn(
    argmap: Argmap, folder: Path, words: list[str], said: str
) -> None:
    before = sorted(folder.iterdir())
    result = argmap("render", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(folder.iterdir()) == before


SECTIONS = "# One\n\n[A]: a\n  + [B]: b\n\n# Two\n\n[C]: c\n  + [A]\n  - <D>: d\n"


@pytest.fixture
def _sections(folder: Path) -> None:
    (folder / "sections.argdown").write_text(SECTIONS, encoding="utf-8")


@pytest.mark.parametrize(("form", "start"), [("jpg", b"\xff\xd8"), ("pdf", b"%PDF"), ("json", b"{")])
def test_other_formats_are_written(argmap: Argmap, folder: Path, form: str, start: bytes) -> None:
    assert argmap("render", "good.argdown", "-o", f"map.{form}").exit_code == 0
    assert (folder / f"map.{form}").read_bytes().startswith(start)


@pytest.mark.usefixtures("_sections")
def test_a_focus_draws_what_is_near(argmap: Argmap) -> None:
    words = ["sections.argdown", "-f", "dot", "-o", "-", "--focus", "[B]", "--radius", "1"]
    result = argmap("render", *words)
    assert (result.exit_code, result.stdout.count("tooltip")) == (0, 3)


@pytest.mark.usefixtures("_sections")
def test_a_focus_that_is_not_there_is_told(argmap: Argmap) -> None:
    result = argmap("render", "sections.argdown", "--focus", "<Dd>")
    assert result.exit_code == 2
    assert (
        result.stderr == "argmap: sections.argdown: the map shows no <Dd>; the nearest that it shows is <D>\n"
    )


@pytest.mark.usefixtures("_sections")
def test_parts_are_files_of_their_own(argmap: Argmap, folder: Path) -> None:
    result = argmap("render", "sections.argdown", "-o", "map.svg", "--parts", "always")
    assert (result.exit_code, result.stderr.splitlines()[1:]) == (
        0,
        ["wrote map.svg", "wrote map-one.svg", "wrote map-two.svg"],
    )
    assert {file.name for file in folder.glob("*.svg")} == {"map.svg", "map-one.svg", "map-two.svg"}


@pytest.mark.usefixtures("_sections")
@pytest.mark.parametrize("parts", ["auto", "never"])
def test_a_small_map_is_drawn_whole(argmap: Argmap, parts: str) -> None:
    assert argmap("render", "sections.argdown", "--parts", parts).stderr == "wrote sections.svg\n"


def test_a_map_without_sections_is_drawn_whole(argmap: Argmap) -> None:
    assert argmap("render", "good.argdown", "--parts", "always").stderr == "wrote good.svg\n"


@pytest.mark.parametrize("words", [["--timeout", "0"], ["--radius", "-1"], ["--dpi", "0"]])
def test_numbers_that_make_no_sense_are_refused(argmap: Argmap, words: list[str]) -> None:
    assert argmap("render", "good.argdown", *words).exit_code == 2


def test_what_is_not_shown_is_said_after_the_drawing_with_the_option_that_shows_it(
    argmap: Argmap, folder: Path
) -> None:
    (folder / "more.argdown").write_text("[A]: a\n  + [B]: b\n\n[C]: c\n", encoding="utf-8")
    assert argmap("render", "more.argdown").stderr.splitlines() == [
        "wrote more.svg",
        "argmap: more.argdown: 1 of 3 elements is not shown because nothing is connected to it; "
        "`--inclusive` shows it",
    ]


def test_options_that_show_more_are_named_as_they_are_typed(argmap: Argmap, folder: Path) -> None:
    (folder / "more.argdown").write_text("[A]: a\n  + [B]: b\n\nProse.\n", encoding="utf-8")
    assert argmap("render", "more.argdown").stderr.endswith("`--inclusive` and `--selection all` show it\n")
    assert argmap("render", "more.argdown", "--inclusive", "--selection", "all").stderr == "wrote more.svg\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[mandate]: Our campus should have a mask mandate.\n", "there is nothing but a claim to draw"),
        ("1. I exist\n2. Everything has a cause\n", "nothing is connected, so everything is drawn"),
        ("# Heading\n", "there is nothing to draw"),
        ("", "there is nothing to draw"),
    ],
)
@pytest.mark.parametrize("form", ["svg", "png", "dot"])
def test_no_drawing_is_blank(argmap: Argmap, folder: Path, text: str, told: str, form: str) -> None:
    (folder / "few.argdown").write_text(text, encoding="utf-8")
    result = argmap("render", "few.argdown", "-f", form)
    assert result.stderr.splitlines()[1].startswith(f"argmap: few.argdown: {told}")
    assert (folder / f"few.{form}").stat().st_size > 300


def test_a_lone_derivation_is_drawn_in_full(argmap: Argmap) -> None:
    result = argmap("render", "-", input="(1) All men die.\n----\n(2) Socrates dies.\n")
    assert (result.stderr, "All men die." in result.stdout) == ("", True)


def test_parts_count_the_elements_of_all_parts(argmap: Argmap, folder: Path) -> None:
    text = "# One\n\n[A]: a\n\n[C]: c\n\n# Two\n\n[B]: b\n  + [A]\n"
    (folder / "parts.argdown").write_text(text, encoding="utf-8")
    result = argmap("render", "parts.argdown", "--parts", "always")
    assert result.stderr.splitlines()[1:] == [
        "wrote parts.svg",
        "argmap: parts.argdown: 1 of 3 elements is not shown because nothing is connected to it; "
        "`--inclusive` shows it",
        "wrote parts-one.svg",
        "wrote parts-two.svg",
    ]

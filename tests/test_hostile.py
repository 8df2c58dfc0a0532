"""Texts and files that are made to break a reader: work grows with their length, and nothing is raised.

Work is counted as calls of functions, which a busy machine does not change.
"""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import argmap
from argmap.cli import main
from argmap.interop import argdown_json

from .fuzz.counting import calls
from .fuzz.laws import broken

Made = Callable[[int], str]

# Four times the text is four times the work, and a little for what is paid once or by logarithms.
_MOST = 4.6


def found(document: argmap.Document) -> list[str]:
    return [one.code for one in document.diagnostics]


def numbered(line: str) -> Made:
    """Return what makes so many lines, `@` standing for their numbers."""
    return lambda count: "".join(line.replace("@", str(number)) for number in range(10_000, 10_000 + count))


def after(start: str, made: Made) -> Made:
    return lambda count: start + made(count)


LINES = {
    **{f"{sign} on lines": numbered(f"{sign}\n") for sign in "{[<*_(#-`"},
    **{f"{sign} in a row": numbered(sign) for sign in "{[<*_(#-`"},
    **{f"{sign} with blanks": numbered(f"{sign} ") for sign in "{[<*_(#-`"},
    **{f"{sign} before words": numbered(f"{sign}a ") for sign in "{[<*_(#-`"},
    **{f"{sign} in blocks": numbered(f"{sign}a\n\n") for sign in "{[<*_(#-`"},
    "flat relations": after("[A]: a\n", numbered("  - <B>: b\n")),
    "flat relations of different things": after("[A]: a\n", numbered("  - <B @>: b\n")),
    "contradictions": after("[A]: a\n", numbered("  >< [B @]: b\n")),
    "undercuts": after("<A>: a\n", numbered("  <_ <B>: b\n")),
    "lone operators": after("[A]: a\n", numbered("  +\n")),
    "one long line": numbered("word "),
    "one paragraph of lines": numbered("some words of a line\n"),
    "headings": numbered("# Heading @\n\n"),
    "equal headings": numbered("## Heading\n\n"),
    "tags behind a reference": after("[A] ", numbered("#t ")),
    "different tags": after("[A] ", numbered("#t@ ")),
    "unclosed comments": numbered("/* a\n\n"),
    "unclosed HTML comments": numbered("<!-- a "),
    "unclosed links": numbered("[a](b "),
    "unclosed mentions": numbered("@[a "),
    "unclosed mentions of arguments": numbered("@<a\n"),
    "unclosed quotes": numbered('{a: "b\n\n'),
    "unclosed quotes in blocks of lines": numbered("{a: 'b\n"),
    "braces in quotes": numbered("'{'{"),
    "closed braces in quotes": numbered("{a: '{'} x "),
    "braces before text": numbered("{a} x "),
    "braces on an inference line": after("(1) a\n-- ", numbered("{ ")),
    "inference lines": after("(1) a\n", numbered("-- a --\n")),
    "inference lines with conclusions": after("(1) a\n", numbered("----\n(2) b\n")),
    "unclosed inference lines": after("(1) a\n", numbered("-- a\n")),
    "rules": after("(1) a\n-- ", numbered("a, ")),
    "premises": numbered("(1) [A @]: a\n"),
    "comments": numbered("a /* b */ // c\n"),
    "includes": numbered("@include(a)\n"),
    "includes with comments": numbered("a // b\n@include(c)\n"),
    "what is referred to and nowhere stated": numbered("[A @]\n\n"),
    "mentions of what is nowhere stated": numbered("@[A @] "),
    "definitions of one claim": numbered("[A]: text @ {k@: 1}\n\n"),
    "titles that differ in case": numbered("[aa @]: a\n\n[AA @]: a\n\n"),
    "data of many keys": lambda count: f"[A]: a {{{numbered('k@: 1, ')(count)}}}",
    "data blocks": after("[A]: a\n", numbered("{a: 1}\n")),
    "data blocks of different keys": after("[A]: a\n", numbered("{k@: 1}\n")),
    "keys that occur twice": lambda count: "===\n" + numbered("a: 1\n")(count) + "===",
    "unknown settings": lambda count: "===\nmodel:\n" + numbered("  k@: 1\n")(count) + "===",
    "unknown sources": after("===\nsources: {a: b}\n===\n\n", numbered("[^E @]: a {source: x@}\n\n")),
    "frontmatter that never ends": numbered("===\na: 1\n"),
    "line ends of old": numbered("a\r"),
    "tags of HTML": after("[A]: ", numbered("<br>")),
    "tags of HTML in blocks": numbered("<details>\n\n"),
    "lone tags of HTML": after("<details>\n", numbered("<summary>\n")),
    "characters of HTML": after("[A]: ", numbered("&nbsp;")),
    "odd comments of HTML": numbered("<!-- a --!>\n\n"),
    "odd comments that one closes": lambda count: numbered("<!-- a --!>\n\n")(count) + "-->",
    "dashes for operators": after("[A]: a\n", numbered("  – <B @>: b\n")),
    "lines of dashes": after("[A]: a\n", numbered("  ———\n  + b\n")),
    "structures in a text": lambda count: "[A]: a\n  + b\n" + numbered("    (1) p\n")(count) + "    ----\nx",
    "references amid a structure": lambda count: "(1) p\n" + numbered("[E @]\n")(count) + "----\n(2) c",
    "definitions amid a structure": lambda count: "(1) p\n" + numbered("[E @]: e\n")(count) + "----\n(2) c",
    "titles without a closing bracket": after("[A]: a\n", numbered("  + [B\n")),
    "relations below blank lines": after("[A]: a\n\n", numbered("  + b\n\n")),
    "relations on a line": after("[A]: ", numbered("[A] + [B] ")),
    "colons behind spaces": numbered("[A @] : a\n\n"),
    "missing colons": numbered("[A @] a\n\n"),
    "labels": numbered("P1. p\n"),
    "misspelt titles": lambda count: (
        numbered("[Some claim of @]: a\n\n")(count) + numbered("[Some clam of @]\n\n")(count)
    ),
    "titles that look the same": numbered("[Don't @]: a\n\n[Don’t @]: b\n\n"),
    "special spaces in a row": lambda count: "[A]: a\n" + numbered("\u00a0")(count) + "+ b",
    "fences": numbered("```argdown\n"),
    "uneven steps": after("[A]: a\n", numbered("  + b\n   - c\n")),
    "blank lines": numbered(" \n"),
}


@pytest.mark.parametrize("name", LINES)
def test_four_times_the_text_is_four_times_the_work(name: str) -> None:
    made = LINES[name]
    argmap.parse(made(2))
    # Beyond the limits to what is looked for in other titles.
    few = calls(lambda: argmap.check(argmap.parse(made(400))))
    many = calls(lambda: argmap.check(argmap.parse(made(1600))))
    assert many <= _MOST * few + 500


SIZES = {
    "flat relations": 100_000,
    "headings": 100_000,
    "tags behind a reference": 50_000,
    "data blocks of different keys": 12_000,
    "unclosed comments": 20_000,
    "unclosed links": 20_000,
    "unclosed mentions": 20_000,
    "unclosed quotes": 20_000,
    "inference lines with conclusions": 20_000,
    "inference lines": 20_000,
    "one long line": 200_000,
    # 11 MB.
    "one paragraph of lines": 500_000,
    **{f"{sign} {how}": 50_000 for sign in "{[<*_(#-`" for how in ("on lines", "in a row", "with blanks")},
}


@pytest.mark.parametrize("name", SIZES)
def test_a_text_may_be_long(name: str) -> None:
    text = LINES[name](SIZES[name])
    assert argmap.parse(text).text == text


def nested(depth: int) -> str:
    return "[A]: a\n" + "".join(f"{' ' * level}- <B {level}>: b\n" for level in range(1, depth + 1))


def test_relations_may_be_nested_deeper_than_the_stack_of_python() -> None:
    document = argmap.parse(nested(5000))
    assert (found(document), len(document.debate.relations)) == ([], 5000)


def test_nested_relations_can_be_exported_and_drawn() -> None:
    document = argmap.parse(nested(2000))
    assert argdown_json.dumps(document)
    assert argmap.draw(document).dot.count("->") == 2000


def test_deeper_relations_take_no_more_work_each() -> None:
    argmap.parse(nested(2))
    assert calls(lambda: argmap.parse(nested(2000))) <= _MOST * calls(lambda: argmap.parse(nested(500)))


@pytest.mark.parametrize("form", ["[{}]: text", "<{}>: text", "[^{}]: text {{source: s}}", "# {}"])
def test_titles_may_be_long(form: str) -> None:
    title = ("word " * 2000).strip()
    document = argmap.parse(f"[A]: a\n\n{form.format(title)}")
    named = [one.title for one in (*document.debate.elements, *document.debate.sections)]
    assert (found(document), title in named) == ([], True)


def test_long_titles_are_not_compared_with_each_other() -> None:
    made = numbered(f"[{'a' * 5000} @]\n\n")
    assert found(argmap.parse(made(50))) == ["R220"] * 50


def test_memory_grows_with_the_text() -> None:
    def peak(count: int) -> int:
        text = LINES["flat relations of different things"](count)
        tracemalloc.start()
        argmap.parse(text)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    # What is made once, and remembered, is no part of it.
    peak(500)
    assert peak(2000) <= 5 * peak(500)


def test_drawing_takes_hardly_more_memory_than_what_is_drawn() -> None:
    block = "[C @]: A claim, with some words → no. @.\n  + <A @>: An argument in a few words.\n  - [D]\n\n"

    def draw(count: int) -> argmap.Drawing:
        return argmap.draw(argmap.parse(numbered(block)(count)), layout="layered")

    draw(100)
    tracemalloc.start()
    drawing = draw(100)
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert drawing.map.nodes
    assert most <= 1.15 * kept


# Data


def test_data_may_be_nested_only_so_deep() -> None:
    assert "R205" in found(argmap.parse(f"[A]: a {{a: {'[' * 5000}{']' * 5000}}}"))


def test_frontmatter_may_be_nested_only_so_deep() -> None:
    lines = "".join(f"{' ' * level}a:\n" for level in range(500))
    document = argmap.parse(f"===\n{lines}===\n\n[A]: a")
    assert (found(document), list(document.debate.claims)) == (["R205"], ["A"])


def test_aliases_do_not_explode() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    document = argmap.parse(f"===\na0: &a0 [lol]\n{levels}===\n\n[A]: a")
    assert (found(document), document.debate.metadata) == (["R205"], {})


def test_many_anchors_and_aliases_are_read() -> None:
    lines = "".join(f"a{n}: &a{n} x\nb{n}: *a{n}\n" for n in range(2000))
    document = argmap.parse(f"===\n{lines}===")
    assert (found(document), document.debate.metadata["b1999"]) == ([], "x")


def test_an_alias_of_itself_is_told() -> None:
    assert found(argmap.parse("===\na: &a [*a]\n===")) == ["R201"]


# Characters


@pytest.mark.parametrize("line_end", ["\r", "\r\n"])
def test_line_ends_do_not_count(line_end: str) -> None:
    text = "===\ntitle: T\n===\n\n# H\n\n[A]: a\nb {k: v}\n  - <B>: b // c\n\n<B>\n\n(1) p\n----\n(2) [A]\n"
    document = argmap.parse(text.replace("\n", line_end))
    assert (document.debate, found(document)) == (argmap.parse(text).debate, [])


def test_a_mark_of_byte_order_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_bytes(b"\xef\xbb\xbf===\ntitle: T\n===\n\n[A]: a\n")
    document = argmap.load(tmp_path / "a.argdown")
    assert (document.debate.metadata, list(document.debate.claims)) == ({"title": "T"}, ["A"])


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800", "[\udfff]: \x00 {a: \ud800}", "\ufeff", "\ufdd0 \ufdd0", "\x1b[2J"]
)
def test_any_character_may_stand_anywhere(text: str) -> None:
    document = argmap.parse(text)
    assert argdown_json.dumps(document)
    assert argmap.draw(document).dot.encode()


@pytest.mark.parametrize("text", ["<a // x\n b>: t", "<a\n/* x */ b>: t", "<a /**/ b>: t"])
def test_comments_in_a_title_are_no_part_of_it(text: str) -> None:
    debate = argmap.parse(text).debate
    assert "\ufdd0" not in "".join(debate.arguments)


def test_comments_in_a_title_are_no_part_of_a_message() -> None:
    messages = [one.message for one in argmap.parse("<\n<!---->>\na\n\n[]<!---->]:").diagnostics]
    assert "\ufdd0" not in "".join(messages)


@pytest.mark.parametrize("text", ["--{\n\r # }", "--{\n\n (2)}", "(1) a\n-- b {\n  uses: [1]\n}\n(2) c"])
def test_data_of_an_unclosed_inference_line_may_span_lines(text: str) -> None:
    assert argmap.parse(text).tree.blocks[0].elements


def test_what_an_inference_without_conclusion_bears_on_stays() -> None:
    debate = argmap.parse("(2)\n--\n_>").debate
    assert [type(one.source).__name__ for one in debate.relations] == ["ArgumentRef"]


# What `python -m tests.fuzz` has found
@pytest.mark.parametrize(
    "text",
    [
        "<//\n>",
        "[]/**/]:",
        "[/*\n*/]",
        "< /**/>",
        "<>/**/>:",
        "<//\r>{}",
        "<\n<!---->>\na",
        "--{\n\r # }",
        "--{\n\n (2)}",
        "(2)\n--\n_>",
        "[.\t](1)",
    ],
)
def test_no_law_is_broken(text: str) -> None:
    assert broken(text) is None


# Files


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def why(path: Path) -> list[str]:
    messages = [one.message for one in argmap.load(path).diagnostics if one.code in ("R224", "R228")]
    return [one.rpartition(": ")[2] for one in messages]


def test_a_file_that_is_not_utf_8_names_the_byte_and_the_line(tmp_path: Path) -> None:
    path = write(tmp_path, "a.argdown", b"[A]: a\n\n[B]: \xfc\n")
    result = CliRunner().invoke(main, ["check", str(path)])
    assert (result.exit_code, result.stderr) == (
        2,
        f"argmap: {path}: not text in UTF-8, see byte 14, in line 3: save it as UTF-8\n",
    )


def test_loading_what_is_not_utf_8_raises_with_the_byte(tmp_path: Path) -> None:
    path = write(tmp_path, "a.argdown", "[A]: ü".encode("utf-16"))
    with pytest.raises(UnicodeDecodeError, match="position 0"):
        argmap.load(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    path = write(tmp_path, "a.argdown", "===\nbibliography: pipe\n===\n\n@include(pipe)\n\n[A]: a")
    assert why(path) == ["it is not a regular file"] * 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin"])
def test_a_device_is_not_read(tmp_path: Path, target: str) -> None:
    path = write(tmp_path, "a.argdown", f"@include({target})")
    assert len(argmap.load(path, root="/").diagnostics) == 1


def test_an_included_file_may_be_only_so_large(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(10_000_000_000)
    path = write(tmp_path, "a.argdown", "@include(large)\n\n[A]: a")
    assert why(path) == ["it makes more than 64 MB"]


def test_a_bibliography_may_be_only_so_deep(tmp_path: Path) -> None:
    write(tmp_path, "refs.json", "[" * 100_000)
    path = write(tmp_path, "a.argdown", "===\nbibliography: refs.json\n===\n\n[A]: a")
    assert why(path) == ["it is nested too deeply"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to(tmp_path / "y")
    (tmp_path / "y").symlink_to(tmp_path / "x")
    path = write(tmp_path, "a.argdown", "===\nbibliography: x\n===\n\n@include(x)")
    assert len(why(path)) == 2


def test_a_folder_that_links_to_itself_is_left(tmp_path: Path) -> None:
    (tmp_path / "sub").symlink_to(tmp_path)
    path = write(tmp_path, "a.argdown", f"@include({'sub/' * 20}b.argdown)\n@include(b.argdown)")
    write(tmp_path, "b.argdown", "[B]: b")
    assert list(argmap.load(path).debate.claims) == ["B"]


def test_files_that_all_include_all_are_read_once_each(tmp_path: Path) -> None:
    lines = "".join(f"@include({number}.argdown)\n" for number in range(60))
    for number in range(60):
        write(tmp_path, f"{number}.argdown", f"[A {number}]: a\n{lines}")
    path = write(tmp_path, "main.argdown", lines)
    document = argmap.load(path)
    assert len(document.debate.claims) == 60
    # What includes itself, at whatever distance, is told; what stands already is not.
    assert set(found(document)) == {"R224"}


@pytest.mark.parametrize("target", ["../x", "a/../../x", "/etc/passwd", "//etc/passwd", "link", "up/x"])
def test_includes_cannot_leave_their_folder(tmp_path: Path, target: str) -> None:
    write(tmp_path, "x", "[Secret]: s")
    folder = tmp_path / "inner"
    path = write(folder, "a.argdown", f"@include({target})")
    (folder / "link").symlink_to(tmp_path / "x")
    (folder / "up").symlink_to(tmp_path)
    assert why(path) == ["it is not inside inner"]

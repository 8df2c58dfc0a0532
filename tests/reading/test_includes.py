"""Files that include others."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

import argmap
from argmap import strategies
from argmap.reading.includes import load_source_file


def write(folder: Path, **files: str) -> Path:
    """Write files, `a__b` for b.argdown in the folder a; return the path of the one called `main`."""
    paths = {folder / f"{name.replace('__', '/')}.argdown": text for name, text in files.items()}
    [path.parent.mkdir(exist_ok=True) for path in paths]
    [path.write_text(text, encoding="utf-8") for path, text in paths.items()]
    return folder / "main.argdown"


def found(path: Path) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in argmap.load(path).diagnostics]


def why(path: Path) -> str:
    ((code, message),) = found(path)
    assert code == "R224"
    return message.partition(" cannot be included: ")[2]


def test_a_file_is_a_document(tmp_path: Path) -> None:
    path = write(tmp_path, main="[A]: ü\n")
    document = argmap.load(path)
    assert (document.text, document.path, document.debate.claims["A"].text) == ("[A]: ü\n", str(path), "ü")


def test_a_file_takes_the_place_of_the_line_that_includes_it(tmp_path: Path) -> None:
    path = write(tmp_path, main="[A]: a\n@include(other.argdown)\n[C]: c", other="[B]: b")
    document = argmap.load(path)
    assert (list(document.debate.claims), document.diagnostics) == (["A", "B", "C"], ())


def test_paths_count_from_the_file_that_includes(tmp_path: Path) -> None:
    path = write(
        tmp_path, main="@include(sub/a.argdown)", sub__a="[A]: a\n\n@include(b.argdown)", sub__b="[B]: b"
    )
    assert list(argmap.load(path).debate.claims) == ["A", "B"]


def test_an_included_file_has_the_section_of_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, main="# H\n\n@include(a.argdown)\n\n[B]: b", a="[A]: a\n\n## I")
    debate = argmap.load(path).debate
    assert (debate.claims["A"].section, debate.claims["B"].section) == ("s1", "s2")


def test_a_structure_may_go_on_in_another_file(tmp_path: Path) -> None:
    path = write(tmp_path, main="<A>\n\n@include(a.argdown)", a="(1) p\n----\n(2) c")
    assert argmap.load(path).debate.arguments["A"].is_reconstructed


def test_settings_and_title_of_an_included_file_do_not_count_and_that_is_reported(tmp_path: Path) -> None:
    path = write(
        tmp_path, main="@include(a.argdown)", a="===\ntitle: T\nmodel: {mode: strict}\n===\n\n[A]: a"
    )
    document = argmap.load(path)
    assert (document.debate.metadata, document.settings.model.mode) == ({}, "loose")
    assert [(finding.code, finding.message) for finding in document.diagnostics] == [
        ("R286", "`title`, `model` in the frontmatter of an included file have no effect")
    ]


CHAN = "===\nsources: {chan: {title: Survey, author: Chan}}\n===\n\n[^E]: e {source: chan}"


def test_sources_of_an_included_file_count(tmp_path: Path) -> None:
    path = write(tmp_path, main="@include(a.argdown)\n\n[^F]: f {source: chan}", a=CHAN)
    document = argmap.load(path)
    (source,) = document.debate.evidence["F"].sources
    assert (source.title, source.authors, document.diagnostics) == ("Survey", ("Chan",), ())
    assert list(document.debate.sources) == ["chan"]


def test_sources_of_all_files_are_united(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        main="===\nsources: {mill: {title: On Liberty}}\n===\n\n@include(a.argdown)\n\n@include(b.argdown)",
        a=CHAN,
        b=CHAN.replace("chan", "chen").replace("Chan", "Chen").replace("[^E]", "[^F]"),
    )
    document = argmap.load(path)
    assert (list(document.debate.sources), document.diagnostics) == (["mill", "chan", "chen"], ())
    assert argmap.parse(argmap.to_text(document.debate)).debate == document.debate


def test_the_first_declaration_of_a_source_counts(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        main="===\nsources: {chan: {title: Other}}\n===\n\n@include(a.argdown)",
        a=CHAN,
    )
    document = argmap.load(path)
    (finding,) = document.diagnostics
    assert document.debate.evidence["E"].sources[0].title == "Other"
    assert (finding.code, finding.span.path) == ("R285", str(tmp_path / "a.argdown"))
    assert [CHAN[slice(*finding.span[:2])], finding.related[0].span.path] == ["chan", None]


def test_a_source_may_be_declared_twice_in_the_same_way(tmp_path: Path) -> None:
    path = write(tmp_path, main=CHAN.replace("[^E]", "[^F]") + "\n\n@include(a.argdown)", a=CHAN)
    assert argmap.load(path).diagnostics == ()


def test_a_bibliography_of_an_included_file_lies_beside_that_file(tmp_path: Path) -> None:
    main = write(
        tmp_path,
        main="===\nbibliography: refs.json\n===\n\n@include(sub/a.argdown)\n\n[^F]: f {source: mill}",
        sub__a="===\nbibliography: refs.json\n===\n\n[^E]: e {source: kant}",
    )
    (tmp_path / "refs.json").write_text('[{"id": "mill", "title": "M"}]', encoding="utf-8")
    (tmp_path / "sub/refs.json").write_text('[{"id": "kant", "title": "K"}]', encoding="utf-8")
    document = argmap.load(main)
    assert [document.debate.evidence[title].sources[0].title for title in "EF"] == ["K", "M"]
    assert document.debate.metadata["bibliography"] == ("refs.json", "sub/refs.json")
    again = argmap.parse(argmap.to_text(document.debate), path=main)
    assert (again.debate, document.diagnostics) == (document.debate, ())


def test_a_bibliography_that_cannot_be_read_is_reported_where_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, main="@include(a.argdown)", a="===\nbibliography: none.json\n===\n\n[A]: a")
    (finding,) = argmap.load(path).diagnostics
    assert (finding.code, finding.span) == ("R228", (4, 16, str(tmp_path / "a.argdown")))


def test_entries_of_two_bibliographies_may_conflict(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.json").write_text(f'[{{"id": "mill", "title": "{name}"}}]', encoding="utf-8")
    path = write(tmp_path, main="===\nbibliography: [a.json, b.json]\n===\n\n[^E]: e {source: mill}")
    document = argmap.load(path)
    assert document.debate.evidence["E"].sources[0].title == "a"
    assert [finding.code for finding in document.diagnostics] == ["R285"]


SCHEME = '[hunch]\ntitle = "Argument from a hunch"\nconclusion = "{}"\n'


def test_schemes_of_an_included_file_count(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/own.toml").write_text(SCHEME.format("c"), encoding="utf-8")
    path = write(
        tmp_path,
        main="@include(sub/a.argdown)\n\n<B>\n\n(1) p\n-- hunch --\n(2) c",
        sub__a="===\nschemes: own.toml\n===\n\n[A]: a",
    )
    document = argmap.load(path)
    scheme = document.debate.arguments["B"].inferences[0].scheme
    assert (scheme and scheme.title, document.diagnostics) == ("Argument from a hunch", ())


def test_schemes_of_two_files_may_conflict(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.toml").write_text(SCHEME.format(name), encoding="utf-8")
    path = write(tmp_path, main="===\nschemes: [a.toml, b.toml]\n===\n\n[A]: a")
    (finding,) = argmap.load(path).diagnostics
    assert (finding.code, finding.message.split(";")[0]) == (
        "R287",
        "the scheme `hunch` in b.toml is already described in another file",
    )


@given(data=strategies.data(), own=strategies.data())
def test_frontmatter_of_an_included_file_is_united_with_the_own(data: str, own: str) -> None:
    with TemporaryDirectory() as folder:
        texts = {
            "main": f"===\nsources: {own}\n===\n\n@include(a.argdown)",
            "a": f"===\nsources: {data}\n===",
        }
        document = argmap.load(write(Path(folder), **texts))
    first, second = (argmap.parse(f"===\nsources: {part}\n===").debate.sources for part in (own, data))
    assert document.debate.sources == {**second, **first}


def test_each_file_is_included_once(tmp_path: Path) -> None:
    path = write(tmp_path, main="@include(a.argdown)\n@include(./a.argdown)\n\n[B]: b", a="one")
    document = argmap.load(path)
    assert (len(document.debate.claims), document.diagnostics) == (2, ())


def test_a_file_that_two_include_is_included_where_it_is_read_first(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        main="@include(a.argdown)\n@include(c.argdown)",
        a="[A]: a\n\n@include(c.argdown)\n\n[B]: b",
        c="[C]: c",
    )
    assert list(argmap.load(path).debate.claims) == ["A", "C", "B"]


def test_a_file_that_includes_itself_is_told(tmp_path: Path) -> None:
    assert why(write(tmp_path, main="x\n\n@include(main.argdown)")) == "it includes itself"


def test_a_circle_is_told_where_it_closes(tmp_path: Path) -> None:
    path = write(tmp_path, main="@include(a.argdown)", a="@include(b.argdown)", b="\n@include(a.argdown)")
    (diagnostic,) = argmap.load(path).diagnostics
    assert diagnostic.message == "a.argdown cannot be included: it includes itself"
    assert diagnostic.span == (1, 20, str(tmp_path / "b.argdown"))


def test_diagnostics_name_the_file_in_which_they_are(tmp_path: Path) -> None:
    path = write(tmp_path, main="x {\n\n@include(a.argdown)", a="===\nsources: {}\n===\nxy {")
    assert [(one.code, one.span.path) for one in argmap.load(path).diagnostics] == [
        ("S111", None),
        ("S114", str(tmp_path / "a.argdown")),
        ("S111", str(tmp_path / "a.argdown")),
    ]


@pytest.mark.parametrize("outside", ["../other.argdown", "/etc/passwd", "sub/../../other.argdown"])
def test_a_file_outside_of_the_folder_is_told(tmp_path: Path, outside: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    write(tmp_path, other="x")
    assert why(write(folder, main=f"@include({outside})")) == "it is not inside inner"


def test_a_caller_may_widen_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    write(tmp_path, other="[A]: a")
    path = write(folder, main="@include(../other.argdown)")
    assert list(argmap.load(path, root=tmp_path).debate.claims) == ["A"]


def test_a_symbolic_link_that_leads_outside_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    write(tmp_path, other="x")
    (folder / "link.argdown").symlink_to(tmp_path / "other.argdown")
    assert why(write(folder, main="@include(link.argdown)")) == "it is not inside inner"


def test_a_symbolic_link_inside_is_followed_and_is_the_same_file(tmp_path: Path) -> None:
    path = write(tmp_path, main="@include(link.argdown)\n@include(a.argdown)", a="one")
    (tmp_path / "link.argdown").symlink_to(tmp_path / "a.argdown")
    document = argmap.load(path)
    assert (len(document.debate.claims), document.diagnostics) == (1, ())


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert why(write(tmp_path, main="@include(none.argdown)")) == "no such file or directory"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert why(write(tmp_path, main="@include(sub)")) == "is a directory"


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.argdown").write_bytes(b"[A]: \xfc")
    assert (
        why(write(tmp_path, main="@include(latin.argdown)"))
        == "it is not text in UTF-8, see byte 6, in line 1: save it as UTF-8"
    )


def test_a_path_that_is_none_is_told(tmp_path: Path) -> None:
    assert "null" in why(write(tmp_path, main="@include(a\x00b)"))


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert why(write(tmp_path, main="@include(a)"))


def test_there_are_only_so_many_files(tmp_path: Path) -> None:
    path = write(tmp_path, main="\n".join(f"@include({number}.argdown)" for number in range(1001)))
    write(tmp_path, **{str(number): "x" for number in range(1001)})
    assert why(path) == "there are more than 1000 files"


def test_includes_may_be_deep(tmp_path: Path) -> None:
    path = write(
        tmp_path, main="@include(0.argdown)", **{str(n): f"@include({n + 1}.argdown)" for n in range(500)}
    )
    write(tmp_path, **{"500": "[A]: deep"})
    assert argmap.load(path).debate.claims["A"].text == "deep"


@pytest.mark.parametrize("text", ["@include(a.argdown)", "x\n@include(a.argdown)\ny"])
def test_a_text_includes_nothing_and_that_is_told(text: str) -> None:
    assert [one.code for one in argmap.parse(text).diagnostics] == ["R225"]


def test_a_file_that_is_missing_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        argmap.load(tmp_path / "none.argdown")


def test_a_first_file_that_is_not_utf_8_raises(tmp_path: Path) -> None:
    (tmp_path / "latin.argdown").write_bytes(b"\xfc")
    with pytest.raises(UnicodeDecodeError):
        argmap.load(tmp_path / "latin.argdown")


def test_a_page_keeps_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_bytes(b"a\r\nb\r")
    assert load_source_file(str(tmp_path / "a.argdown")).text == "a\r\nb\r"


def test_a_bibliography_stands_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "refs.json").write_text('[{"id": "mill", "title": "T"}]', encoding="utf-8")
    path = write(tmp_path, main="===\nbibliography: refs.json\n===\n\n[^E]: x {source: mill}")
    assert argmap.load(path).debate.evidence["E"].sources[0].title == "T"


def test_all_included_files_together_may_be_only_so_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.reading.includes.MOST_BYTES", 100)
    for name in "bc":
        (tmp_path / name).write_text(f"[{name}]: {'word ' * 12}\n", encoding="utf-8")
    path = tmp_path / "a.argdown"
    path.write_text("@include(b)\n\n@include(c)\n", encoding="utf-8")
    assert list(argmap.load(path).debate.claims) == ["b"]


def test_texts_that_are_not_saved_yet_count(tmp_path: Path) -> None:
    main, part = tmp_path / "main.argdown", tmp_path / "part.argdown"
    main.write_text("@include(part.argdown)")
    part.write_text("[Saved]")
    unsaved = {str(part.resolve()): "[Unsaved]", str(main): "@include(part.argdown)\n\n[Main]"}
    document = argmap.load(main, read=unsaved.get)
    assert list(document.debate.claims) == ["Unsaved", "Main"]


def test_what_asks_for_a_file_after_a_change_is_read_with_it(tmp_path: Path) -> None:
    main = tmp_path / "main.argdown"
    main.write_text("[A]\n\n[B]\n\n[C]: c")
    (tmp_path / "part.argdown").write_text("[Part]")
    before = argmap.load(main)
    main.write_text("[A]\n\n[B]\n\n@include(part.argdown)\n\n[C]: c")
    assert argmap.load(main, previous=before) == argmap.load(main)
    assert "Part" in argmap.load(main, previous=before).debate.claims


def test_a_change_of_words_is_read_as_all_of_it(tmp_path: Path) -> None:
    main = tmp_path / "main.argdown"
    main.write_text("[A]: one\n\n[B]: two")
    before = argmap.load(main)
    main.write_text("[A]: one\n\n[B]: three")
    assert argmap.load(main, previous=before) == argmap.load(main)

"""Names of folders and patterns mean the files in them, each once and in order."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.batch.paths import files_named

names = st.sampled_from(["a", "b.argdown", "c.md", ".hidden", "node_modules", "ä b"])
paths = st.lists(st.lists(names, min_size=1, max_size=3).map(lambda parts: "/".join(parts)), max_size=8)


@contextmanager
def folder_with(files: list[str]) -> Iterator[Path]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            path = folder / file
            if not path.exists() and not any(above.is_file() for above in path.parents):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("x", encoding="utf-8")
        yield folder


def named(*names: object) -> list[str]:
    return [*files_named([str(name) for name in names], lambda path: path.suffix == ".argdown")]


@given(paths)
def test_a_folder_means_what_is_wanted_in_it_and_its_folders(files: list[str]) -> None:
    with folder_with([*files, "sure.argdown"]) as folder:
        wanted = {
            path
            for path in folder.rglob("*.argdown")
            if path.is_file()
            and not {".hidden", "node_modules", "__pycache__"} & {*path.relative_to(folder).parts}
        }
        assert {Path(file) for file in named(folder)} == wanted
        assert named(folder, folder) == named(folder)


@given(paths)
def test_a_pattern_means_what_matches_it(files: list[str]) -> None:
    with folder_with([*files, "sure.argdown"]) as folder:
        matches = {*folder.glob("*.argdown")}
        files_meant = {Path(file) for file in named(folder / "*.argdown")}
        assert files_meant >= {match for match in matches if match.is_file()}
        assert all(path in matches or matches & {*path.parents} for path in files_meant)
        assert {Path(file) for file in named(f"{folder}/**/*.argdown")} >= files_meant


@given(st.lists(st.sampled_from(["b", "a", "c", "-"]), max_size=5))
def test_other_names_mean_themselves_in_their_order(files: list[str]) -> None:
    assert named(*files) == [*dict.fromkeys(files)]


def test_a_file_may_look_like_a_pattern() -> None:
    with folder_with(["[a].argdown", "a.argdown"]) as folder:
        assert named(folder / "[a].argdown") == [str(folder / "[a].argdown")]


def test_nothing_in_a_folder_or_for_a_pattern_is_an_error() -> None:
    with folder_with(["notes.txt"]) as folder:
        with pytest.raises(LookupError, match="nothing in this folder is a debate"):
            named(folder)
        with pytest.raises(LookupError, match="no file matches this pattern"):
            named(folder / "*.argdown")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
def test_links_in_a_circle_end() -> None:
    with folder_with(["a.argdown"]) as folder:
        (folder / "again").symlink_to(folder, target_is_directory=True)
        assert named(folder) == [str(folder / "a.argdown")]


def test_a_folder_that_cannot_be_looked_into_is_among_the_files() -> None:
    with folder_with(["a.argdown", "b.argdown", "inner/c.argdown"]) as folder:

        def is_wanted(path: Path) -> bool:
            # Nobody is locked out as an administrator: the folder goes while the others are looked at.
            shutil.rmtree(folder / "inner", ignore_errors=True)
            return path.name == "b.argdown"

        assert [*files_named([str(folder)], is_wanted)] == [str(folder / "b.argdown"), str(folder / "inner")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("name", ["pipe.argdown", "device.argdown"])
def test_what_may_never_end_is_no_file_of_a_folder_or_pattern(name: str) -> None:
    with folder_with(["a.argdown"]) as folder:
        os.mkfifo(folder / "pipe.argdown")
        (folder / "device.argdown").symlink_to("/dev/zero")
        (folder / "gone.argdown").symlink_to("nowhere")
        others = [str(folder / "a.argdown"), str(folder / "gone.argdown")]
        assert named(folder) == named(folder / "*.argdown") == others
        assert named(folder / name) == [str(folder / name)]

"""Files are read only if they have an end, and written whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.files import path_below, read_file, replace_file, replace_files

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and owners of POSIX")


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"new")
    replace_file(tmp_path / "a", b"newer")
    assert (os.listdir(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"newer")


@posix
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(0o640)
    replace_file(tmp_path / "a", b"new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    os.chown(tmp_path / "a", 12, 34)
    (tmp_path / "a").chmod(0o4750)
    replace_file(tmp_path / "a", b"new")
    known = (tmp_path / "a").stat()
    assert (known.st_uid, known.st_gid, stat.S_IMODE(known.st_mode)) == (12, 34, 0o4750)


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder of a user who may not do everything, which is who runs the test as long as it has it."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() != 0:
            yield Path(folder)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(0)


@posix
def test_a_file_that_is_protected_from_being_changed_is_not_replaced(folder_of_nobody: Path) -> None:
    file = folder_of_nobody / "a"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(PermissionError, match="a'"):
        replace_file(file, b"new")
    assert (os.listdir(folder_of_nobody), file.read_bytes()) == (["a"], b"old")


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "link").symlink_to("a")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


@posix
def test_another_hard_link_keeps_the_old_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    os.link(tmp_path / "a", tmp_path / "b")
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "b").read_bytes() == b"old"


@posix
def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path, b"new")
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)


@posix
def test_what_has_no_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ValueError, match="no"):
        read_file(tmp_path / "pipe")
    with pytest.raises(ValueError, match="not a regular file"):
        read_file("/dev/zero")


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert read_file(tmp_path / "a", most=10) == b"x" * 10
    with pytest.raises(ValueError, match="it makes more than"):
        read_file(tmp_path / "a", most=10, already=1)


@pytest.mark.parametrize("name", ["a", "a/b.toml", "./a", ".hidden", "ä b"])
def test_a_path_below_a_folder_is_found(tmp_path: Path, name: str) -> None:
    assert path_below(name, tmp_path) == (tmp_path / name).resolve()


@pytest.mark.parametrize("name", ["..", "../a", "a/../b", "/a", "\\a", "C:a", "a:b", "~/a", "a\0", "a\nb"])
def test_a_path_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a path below the folder"):
        path_below(name, tmp_path)


# A disk that is full after 2,048 bytes.
FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
from argmap.cli import main
main()
"""
TEXT = "".join(f"[A{number}]:  a\n  + [B{number}]: b {{source: x}}\n\n" for number in range(200))


@posix
@pytest.mark.parametrize(
    "words",
    [
        "convert new.argdown -o old",
        "convert --to argdown new.argdown -o old",
        "sources new.argdown --format json -o old",
        "render -f dot new.argdown -o old",
        "render -f svg new.argdown -o old",
        "format old",
        "check --fix old",
    ],
)
def test_a_full_disk_keeps_the_old_file(tmp_path: Path, words: str) -> None:
    (tmp_path / "new.argdown").write_text(TEXT)
    # What is repaired, too: a separator of three.
    old = f"{TEXT}(1) p\n---\n(2) q\n"
    (tmp_path / "old").write_text(old)
    command = [sys.executable, "-c", FULL, *words.split()]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, (tmp_path / "old").read_text()) == (2, old), done.stderr
    assert "argmap: old: file too large" in done.stderr.splitlines()
    assert sorted(os.listdir(tmp_path)) == ["new.argdown", "old"]


@posix
def test_what_could_not_be_written_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "large").write_text(TEXT)
    (tmp_path / "small").write_text("[A]:   a\n")
    (tmp_path / "done").write_text("[A]: a\n")
    command = [sys.executable, "-c", FULL, "format", "large", "small", "done"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.splitlines()[-1] == "1 file formatted, 1 file unchanged"


class _Vanishing(dict[str, bytes]):
    """Files to write, of which the folder of the last is gone when its turn comes."""

    def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]  # it is only iterated over
        *others, last = super().items()
        yield from others
        shutil.rmtree(Path(last[0]).parent)
        yield last


def test_of_several_files_all_or_none_are_written(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "folder" / "second"
    second.parent.mkdir()
    for file in (first, second):
        file.write_bytes(b"old")
    replace_files({str(first): b"new", str(second): b"new"})
    assert (first.read_bytes(), second.read_bytes()) == (b"new", b"new")
    with pytest.raises(FileNotFoundError):
        replace_files(_Vanishing({str(first): b"newer", str(second): b"newer"}))
    assert first.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["first"]


@posix
@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("folder", "folder"),
        ("missing", "missing"),
        ("/dev/full", "/dev/full"),
        ("/dev/null", "not a regular file"),
        # It can be read, but nothing can be put beside it.
        ("/proc/self/comm", "/proc/"),
    ],
)
def test_nothing_is_written_if_a_file_cannot_be_replaced(tmp_path: Path, other: str, words: str) -> None:
    first = tmp_path / "first"
    first.write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=words):
        replace_files({str(first): b"new", str(tmp_path / other): b"new"})
    assert first.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "folder"]

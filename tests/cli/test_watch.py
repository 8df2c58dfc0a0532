"""Files that change while we look."""

from __future__ import annotations

import os
from pathlib import Path

from argmap.cli.watch import changes


def test_a_file_of_another_size_has_changed_even_in_the_same_moment(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "ab"]
    for file in files:
        file.write_text("old", encoding="utf-8")
        os.utime(file, ns=(1, 1))
    changed = changes(map(str, files))
    files[0].write_text("longer", encoding="utf-8")
    os.utime(files[0], ns=(1, 1))
    # So that it ends if the other one is not seen.
    files[1].write_text("newer", encoding="utf-8")
    assert next(changed) == str(files[0])


def test_a_file_that_is_written_again_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old", encoding="utf-8")
    changed = changes([str(file)])
    os.utime(file, ns=(1, 1))
    assert next(changed) == str(file)

"""Tables in TOML have twins in JSON that say the same."""

import tomllib
from pathlib import Path

import pytest

import argmap
from argmap.data.packaged_tables import PACKAGED_TABLES, packaged_table, twin_of
from argmap.files import packaged

_FOLDER = Path(argmap.__file__).parent


@pytest.mark.parametrize(("package", "name"), PACKAGED_TABLES)
def test_a_twin_says_what_its_table_says(package: str, name: str) -> None:
    source = packaged(package, name)
    assert packaged_table(package, name) == tomllib.loads(source.decode())
    assert packaged(package, f"{name}.json").decode() == twin_of(source)


def test_each_twin_is_that_of_a_table() -> None:
    twins = {str(file.relative_to(_FOLDER)) for file in _FOLDER.rglob("*.toml.json")}
    assert twins == {str(Path(*package.split(".")[1:], f"{name}.json")) for package, name in PACKAGED_TABLES}


def test_a_table_is_read_itself_where_it_was_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for file in ("__init__.py", "made_up.toml", "made_up.toml.json"):
        (tmp_path / "made_up_tables").mkdir(exist_ok=True)
        (tmp_path / "made_up_tables" / file).touch()
    folder = tmp_path / "made_up_tables"
    (folder / "made_up.toml.json").write_text(twin_of(b'name = "before"'), encoding="utf-8")
    (folder / "made_up.toml").write_text('name = "after"', encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert packaged_table("made_up_tables", "made_up.toml") == {"name": "after"}

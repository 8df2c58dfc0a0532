"""The page of a file is that of what the file has in the end, whenever it is changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.preview.live_map import LiveMap
from argmap.render import DrawOptions


def live_map(path: Path) -> LiveMap:
    return LiveMap(path, DrawOptions(engine="embedded"), {})


@pytest.mark.parametrize("changed", ["debate.argdown", "more.argdown"])
def test_what_is_changed_while_it_is_read_is_read_again(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {
        "debate.argdown": "@include(more.argdown)\n\n[Sun]: It shines.\n",
        "more.argdown": "[Moon]: It wanes.\n",
    }
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(text)
    load, waiting = argmap.load, ["Half", "Whole"]

    def load_before_it_is_written(path: Path, **options: Any) -> argmap.Document:
        document = load(path, **options)
        if waiting:
            tmp_path.joinpath(changed).write_text(f"{texts[changed]}\n[{waiting.pop(0)}]: It is there.\n")
        return document

    monkeypatch.setattr("argmap.preview.live_map.api.load", load_before_it_is_written)
    live = live_map(tmp_path / "debate.argdown")
    for _ in range(3):
        live.look()
    version = live.version
    assert "Whole" in live.page()
    assert live.version == version

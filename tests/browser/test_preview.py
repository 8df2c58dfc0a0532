"""A preview follows its text in the browser, and keeps its place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from argmap.preview.preview_server import PreviewServer
from argmap.render import DrawOptions

from .visitor import Visitor

BEFORE = "[Sun]: It shines.\n  + <Forecast>: They said so.\n    + [Radio]: It was on the radio.\n"
AFTER = f"{BEFORE}  - [Clouds]: There are clouds.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argdown"
    path.write_text(BEFORE)
    return path


@pytest.fixture
def address(text: Path) -> Iterator[str]:
    with PreviewServer(text, options=DrawOptions(engine="embedded")) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.address
        server.shutdown()


def _appears(visitor: Visitor, key: str) -> None:
    visitor.wait(
        "return [...document.querySelectorAll('svg [data-key]')].some(n => n.dataset.key === arguments[0])",
        key,
    )
    visitor.rest()


def test_the_map_follows_the_text(visitor: Visitor, text: Path, address: str) -> None:
    visitor.visit(address)
    text.write_text(AFTER)
    _appears(visitor, "[Clouds]")
    assert visitor.told() == []


def test_place_choice_and_folds_are_kept(visitor: Visitor, text: Path, address: str) -> None:
    visitor.visit(address)
    visitor.click_node("<Forecast>")
    visitor.press("f", "+")
    visitor.drag((300, 500), (340, 530))
    place, name = visitor.box("<Forecast>"), visitor.hash
    text.write_text(AFTER)
    _appears(visitor, "[Clouds]")
    assert (visitor.chosen, visitor.hash) == ("Forecast", name)
    assert "[Radio]" not in visitor.shown
    assert visitor.box("<Forecast>")["width"] == pytest.approx(place["width"], rel=0.01)


def test_what_is_wrong_is_shown_and_goes_again(visitor: Visitor, text: Path, address: str) -> None:
    visitor.visit(address)
    text.write_text(f"{BEFORE}\n[Open: no end {{a: [}}\n")
    words = visitor.wait("return document.querySelector('#findings')?.textContent")
    assert "line 5" in words
    text.write_text(AFTER)
    _appears(visitor, "[Clouds]")
    assert visitor.run("return document.querySelector('#findings')") is None


def test_nothing_but_the_server_is_asked(visitor: Visitor, address: str) -> None:
    visitor.visit(address)
    time.sleep(0.2)
    assert all(request.startswith(address) for request in visitor.requests())

"""A browser for all tests of a process: Debian's Chromium, without a window and without the network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import argmap

from .visitor import Visitor

TEXT = """===
title: Rain
===
# The road

[Wet]: The road is wet. #road
  + <Clouds>: There were clouds.
    <_ [^Radar]: No clouds on the radar. {reliability: 0.8}
    + [Dark sky]: The sky was dark.
  + [^Photo]: A photo shows puddles. #road
  - <Sprinkler>: Somebody watered the garden.
    + [Garden party]: There was a party in the café.

# The sky

[Sunny]: The sun shines.
  >< [Cloudy]: The sky is grey.
    + [Forecast]: They said so.
"""


@pytest.fixture(scope="session")
def visitor() -> Iterator[Visitor]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("there is no browser: `apt-get install chromium chromium-driver` installs one")
    with TemporaryDirectory() as profile:
        visitor = Visitor.start(chromium, driver, profile)
        try:
            yield visitor
        finally:
            visitor.quit()


@pytest.fixture(scope="session")
def rain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "rain.html"
    argmap.draw(argmap.parse(TEXT), engine="embedded", verdicts=True).save(path)
    return path


@pytest.fixture
def page(visitor: Visitor, rain: Path) -> Visitor:
    visitor.visit(rain)
    return visitor


@pytest.fixture
def page_of(visitor: Visitor, tmp_path: Path) -> Callable[[str], Visitor]:
    def visit(text: str) -> Visitor:
        path = tmp_path / "page.html"
        argmap.draw(argmap.parse(text), engine="embedded").save(path)
        visitor.visit(path)
        return visitor

    return visit

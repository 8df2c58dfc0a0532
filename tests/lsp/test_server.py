"""The server as a process, byte by byte."""

from collections.abc import Iterator

import pytest
from tests.lsp.raw_client import RawClient

_URI = "file:///nowhere/debate.argdown"


@pytest.fixture(scope="module")
def client() -> Iterator[RawClient]:
    with RawClient() as client:
        client.start(general={"positionEncodings": ["utf-16", "utf-32"]})
        client.open(_URI, "[Sun]: It shines.\n  + <Forecast>: See @[Sun].")
        yield client


def test_a_hover_is_answered(client: RawClient) -> None:
    answer = client.ask("textDocument/hover", client.at(_URI, 1, 20))
    assert "**claim** `[Sun]`" in answer["contents"]["value"]


def test_code_points_are_counted_if_the_client_can() -> None:
    with RawClient() as client:
        capabilities = client.start(general={"positionEncodings": ["utf-16", "utf-8", "utf-32"]})
    assert capabilities["positionEncoding"] == "utf-32"


def test_a_server_that_is_told_to_leave_leaves() -> None:
    with RawClient() as client:
        client.start()
        assert client.leave() == 0

"""The server of a preview shows maps to those who know its address, and nothing else to anybody."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from email.message import Message
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from argmap.preview.preview_server import PreviewServer
from argmap.render import DrawOptions

Serve = Callable[[Path], PreviewServer]
TEXT = "[Sun]: It shines.\n  + <Forecast>: They said so.\n"


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[PreviewServer] = []

    def start(path: Path) -> PreviewServer:
        server = PreviewServer(path, options=DrawOptions(engine="embedded"))
        servers.append(server)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def debate(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argdown"
    path.write_text(TEXT)
    return path


class Answer(NamedTuple):
    status: int
    headers: Message
    content: bytes


@contextmanager
def asked(server: PreviewServer, more: str = "", *, host: str | None = None) -> Iterator[HTTPResponse]:
    """Ask for a page, whose answer may come bit by bit."""
    address = urlsplit(server.address)
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=20)) as connection:
        connection.request("GET", address.path + more, headers={"Host": host or address.netloc})
        with connection.getresponse() as response:
            yield response


def answer(server: PreviewServer, more: str = "", *, host: str | None = None) -> Answer:
    with asked(server, more, host=host) as response:
        return Answer(response.status, response.headers, response.read())


def page(server: PreviewServer, more: str = "") -> str:
    return answer(server, more).content.decode()


def save(path: Path, text: str) -> None:
    """Write a text as editors do: a new file in the place of the old one."""
    new = path.with_name(".new")
    new.write_text(text)
    os.replace(new, path)


def test_the_map_of_a_file_is_shown(serve: Serve, debate: Path) -> None:
    assert 'data-key="[Sun]"' in page(serve(debate))


def test_the_server_listens_on_this_machine_only(serve: Serve, debate: Path) -> None:
    assert serve(debate).server_address[0] == "127.0.0.1"


def test_every_server_has_a_token_of_its_own(serve: Serve, debate: Path) -> None:
    assert serve(debate).token != serve(debate).token


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", ""])
def test_whoever_calls_it_by_another_name_gets_nothing(serve: Serve, debate: Path, host: str) -> None:
    assert answer(serve(debate), host=host or "x").status == 403


def test_localhost_is_its_name_as_well(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    assert answer(server, host=f"localhost:{server.server_port}").status == 200


def test_without_the_token_there_is_nothing(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    assert answer(server, "../").status == 404
    server.token = "another"
    old = server.address
    server.token = "token"
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=20)) as connection:
        connection.request("GET", urlsplit(old).path, headers={"Host": urlsplit(old).netloc})
        with connection.getresponse() as response:
            assert response.status == 404
            response.read()


@pytest.mark.parametrize(
    "more",
    ["debate.argdown", "map/../debate.argdown", "map/..%2Fsecret.txt", "map//etc/passwd", "..", "map/"],
)
def test_what_is_not_listed_is_not_shown(serve: Serve, debate: Path, more: str) -> None:
    (debate.parent / "secret.txt").write_text("secret")
    (debate.parent / "folder").mkdir()
    (debate.parent / "folder" / "inner.argdown").write_text(TEXT)
    assert answer(serve(debate.parent / "folder"), more).status == 404


def test_links_out_of_the_folder_are_not_listed(serve: Serve, debate: Path) -> None:
    folder = debate.parent / "folder"
    folder.mkdir()
    (folder / "outside.argdown").symlink_to(debate)
    assert "outside" not in page(serve(folder))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("name", ["pipe.argdown", "pipe.md"])
def test_pipes_are_not_listed(serve: Serve, debate: Path, name: str) -> None:
    os.mkfifo(debate.parent / name)
    assert f"map/{name}" not in page(serve(debate.parent))


def test_answers_are_kept_by_nobody(serve: Serve, debate: Path) -> None:
    headers = answer(serve(debate)).headers
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert headers["Server"].strip() == "argmap"


def test_a_page_follows_its_file(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    page(server)
    save(debate, "[Moon]: It shines.\n")
    assert 'data-key="[Moon]"' in page(server)


def test_a_change_is_told(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    page(server)
    with asked(server, "?since=1") as news:
        save(debate, "[Moon]: It shines.\n")
        assert news.read() == b"event: change\ndata: 1\n\n"


def test_who_has_an_old_page_is_told_at_once(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    page(server)
    assert b"event: change" in answer(server, "?since=nonsense").content


def test_a_change_of_an_included_file_is_told(serve: Serve, debate: Path) -> None:
    other = debate.with_name("other.argdown")
    other.write_text("[Moon]: It shines.\n  + [Night]\n")
    debate.write_text(f"@include(other.argdown)\n\n{TEXT}")
    server = serve(debate)
    page(server)
    with asked(server, "?since=1") as news:
        save(other, "[Star]: It shines.\n  + [Night]\n")
        news.read()
    assert 'data-key="[Star]"' in page(server)


def test_what_is_wrong_is_shown_above_the_map(serve: Serve, debate: Path) -> None:
    debate.write_text(f"{TEXT}\n[Open: no end {{a: [}}\n")
    shown = page(serve(debate))
    assert shown.index('id="findings"') < shown.index('id="map"')
    assert "<span>line 4</span>" in shown


def test_a_file_that_is_gone_for_a_moment_is_not_missed(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    page(server)
    debate.unlink()
    assert 'data-key="[Sun]"' in page(server)


def test_a_file_that_cannot_be_read_leaves_the_map_as_it_was(serve: Serve, debate: Path) -> None:
    server = serve(debate)
    page(server)
    debate.write_bytes(b"\xff\xfe[Moon]")
    shown = page(server)
    assert 'data-key="[Sun]"' in shown
    assert "the map is as before" in shown


def test_a_file_that_never_could_be_read_has_a_page_that_says_so(serve: Serve, debate: Path) -> None:
    debate.write_bytes(b"\xff\xfe")
    assert "cannot be read" in page(serve(debate))


def test_a_theme_that_is_not_there_is_reported_on_the_page(debate: Path, serve: Serve) -> None:
    server = serve(debate)
    server._options = DrawOptions("nonsense")
    assert "no theme" in page(server)


def test_a_folder_has_a_list(serve: Serve, debate: Path) -> None:
    folder = debate.parent
    (folder / "page.md").write_text("~~~argdown\n[A]: a\n~~~\n\n~~~argdown\n[B]: b\n~~~\n")
    (folder / "readme.md").write_text("Nothing.\n")
    (folder / ".hidden.argdown").write_text(TEXT)
    shown = page(serve(folder))
    assert [name in shown for name in ("debate.argdown", "page.md", "readme.md", ".hidden.argdown")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_file_of_a_folder_is_shown(serve: Serve, debate: Path) -> None:
    assert 'data-key="[Sun]"' in page(serve(debate.parent), "map/debate.argdown")


def test_the_list_follows_the_folder(serve: Serve, debate: Path) -> None:
    server = serve(debate.parent)
    page(server)
    with asked(server, "?since=1") as news:
        (debate.parent / "another.argdown").write_text(TEXT)
        news.read()
    assert "another.argdown" in page(server)


def test_each_fence_of_a_page_has_a_map(serve: Serve, tmp_path: Path) -> None:
    markdown = tmp_path / "page.md"
    markdown.write_text("~~~argdown\n[A]: a\n~~~\n\n~~~argdown\n[B]: b\n~~~\n")
    server = serve(markdown)
    assert "?part=2" in page(server)
    assert 'data-key="[B]"' in page(server, "?part=2")


def test_nothing_is_written(serve: Serve, debate: Path) -> None:
    page(serve(debate))
    assert [path.name for path in debate.parent.iterdir()] == ["debate.argdown"]


def test_a_page_may_ask_only_its_own_server(serve: Serve, debate: Path) -> None:
    assert "connect-src 'self';" in page(serve(debate))

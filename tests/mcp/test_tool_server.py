"""Assistants reach all tools and pages, in memory and over a process; every wait has an end."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import anyio
import pytest
from mcp import Client, MCPError
from mcp.client.stdio import StdioServerParameters
from mcp.types import ImageContent, TextContent

from argmap.mcp.permissions import Permissions
from argmap.mcp.reference_pages import FAMILIES, PAGES
from argmap.mcp.tool_calls import TOOLS, call_tool
from argmap.mcp.tool_server import tool_server

# In seconds: a server that answers nothing must fail a test, not keep it waiting.
_PATIENCE = 60


def session(
    ask: Callable[[Client], Awaitable[None]], permissions: Permissions | None = None, mode: str = "legacy"
) -> None:
    """Ask a server in memory; `legacy` is what most assistants speak."""

    async def talk() -> None:
        with anyio.fail_after(_PATIENCE):
            known = permissions or Permissions()
            server = tool_server(known, partial(call_tool, permissions=known))
            async with Client(server, mode=mode, read_timeout_seconds=_PATIENCE) as client:
                await ask(client)

    anyio.run(talk)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_all_tools_are_listed_with_their_schemas(mode: str) -> None:
    async def ask(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == list(TOOLS)
        assert all(tool.output_schema and tool.description and tool.annotations for tool in tools)
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)

    session(ask, mode=mode)


def test_a_tool_that_may_write_says_so() -> None:
    async def ask(client: Client) -> None:
        tools = (await client.list_tools()).tools
        writing = [tool.name for tool in tools if tool.annotations and not tool.annotations.read_only_hint]
        assert writing == ["edit"]

    session(ask, Permissions(["."], may_write=True))


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_an_answer_is_data_and_words(mode: str) -> None:
    async def ask(client: Client) -> None:
        result = await client.call_tool("select", {"text": "[A]: a", "selector": "claims"})
        assert result.structured_content == {
            "number": 1,
            "things": [{"name": "[A]", "kind": "claim", "line": 1, "text": "a"}],
        }
        (content,) = result.content
        assert isinstance(content, TextContent)
        assert '"[A]"' in content.text

    session(ask, mode=mode)


def test_a_picture_comes_with_data() -> None:
    async def ask(client: Client) -> None:
        result = await client.call_tool("map", {"text": "[A]: a", "as": "png"})
        image, words = result.content
        assert isinstance(image, ImageContent)
        assert image.mime_type == "image/png"
        assert isinstance(words, TextContent)

    session(ask)


def test_a_refusal_is_an_answer() -> None:
    async def ask(client: Client) -> None:
        for name, arguments in (("check", {}), ("nothing", {}), ("check", {"path": "/etc/passwd"})):
            result = await client.call_tool(name, arguments)
            assert result.is_error
            (content,) = result.content
            assert isinstance(content, TextContent)
            assert content.text
            assert "Traceback" not in content.text

    session(ask)


def test_pages_are_listed_and_read() -> None:
    async def ask(client: Client) -> None:
        pages = (await client.list_resources()).resources
        assert [page.uri for page in pages] == list(PAGES)
        families = (await client.list_resource_templates()).resource_templates
        assert [family.uri_template for family in families] == [family.address for family in FAMILIES]
        for address in (*PAGES, "argmap://schemes/expert_opinion", "argmap://codes/S107"):
            (content,) = (await client.read_resource(address)).contents
            assert content.mime_type == "text/markdown"

    session(ask)


def test_a_page_that_is_not_there_is_refused() -> None:
    async def ask(client: Client) -> None:
        with pytest.raises(MCPError, match="did you mean argmap://markup"):
            await client.read_resource("argmap://markdown")

    session(ask)


def test_many_calls_at_once_are_all_answered() -> None:
    async def ask(client: Client) -> None:
        numbers: list[int] = []

        async def count(number: int) -> None:
            text = "\n\n".join(f"[C{place}]: c" for place in range(number))
            result = await client.call_tool("select", {"text": text, "selector": "claims"})
            assert result.structured_content["number"] == number
            numbers.append(number)

        async with anyio.create_task_group() as group:
            for number in range(1, 9):
                group.start_soon(count, number)
        assert sorted(numbers) == list(range(1, 9))

    session(ask)


def test_a_process_answers_and_ends(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text("[A]: a\n  + <B>\n")
    program = [sys.executable, "-m", "argmap.cli", "mcp", "--write", str(tmp_path)]

    async def talk() -> None:
        with anyio.fail_after(_PATIENCE):
            server = StdioServerParameters(command=program[0], args=program[1:])
            async with Client(server, read_timeout_seconds=_PATIENCE) as client:
                result = await client.call_tool("check", {"path": "debate.argdown"})
                assert result.structured_content["ok"]
                edit = {"path": "debate.argdown", "action": "rename", "thing": "[A]", "title": "C"}
                result = await client.call_tool("edit", {**edit, "write": True})
                assert result.structured_content["written"]
                result = await client.call_tool("check", {"path": "../debate.argdown"})
                assert result.is_error

    anyio.run(talk)
    assert (tmp_path / "debate.argdown").read_text() == "[C]: a\n  + <B>\n"

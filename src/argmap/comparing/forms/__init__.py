"""Changes as lines, as tables in Markdown, as JSON; debates with a line for each thing."""

from __future__ import annotations

from typing import TypeAlias

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"

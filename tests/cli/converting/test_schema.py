"""`argmap schema`."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

Argmap = Callable[..., Result]


def test_a_schema_is_printed(argmap: Argmap) -> None:
    result = argmap("schema", "verdicts")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_schema_that_is_not_there_is_named_with_the_nearest(argmap: Argmap) -> None:
    result = argmap("schema", "verdict")
    assert result.exit_code == 2
    assert "did you mean 'verdicts'?" in result.stderr

"""What all tests share: Hypothesis without a clock, so that a busy machine fails no test."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What the tests run is counted on the same inputs each time.
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=20,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For laws that are looked at once and thoroughly: docs/development.md says how.
settings.register_profile(
    "long", deadline=None, max_examples=20_000, database=None, suppress_health_check=list(HealthCheck)
)
# Each run tries other inputs, but for the gates: a change that is in order passes them every time.
settings.register_profile(
    "argmap",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("argmap")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Write what comes out into tests/golden; read the diff."
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the tests in a browser to the gate of their own, which names their folder."""
    is_asked = any("browser" in argument for argument in config.invocation_params.args)
    return True if collection_path.name == "browser" and not is_asked else None

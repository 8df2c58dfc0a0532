"""What the server offers is what its handlers answer."""

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import argmap.lsp.handlers
from argmap.lsp.handlers.handler_table import COMMANDS, OFFERED, answering, running

_MODULES = [
    import_module(f"argmap.lsp.handlers.{module.name}")
    for module in iter_modules(argmap.lsp.handlers.__path__)
]


def test_all_that_is_answered_is_offered() -> None:
    answered = {
        module.__name__.rpartition(".")[2]: {handler.method for handler in module.HANDLERS}
        for module in _MODULES
        if hasattr(module, "HANDLERS")
    }
    assert answered == {module: set(methods) for module, methods in OFFERED.items()}
    assert all(callable(answering(module, method)) for module in OFFERED for method in OFFERED[module])


def test_all_commands_are_run() -> None:
    names = {
        command.name
        for module in _MODULES
        if not module.__name__.endswith("handler_table")
        for command in getattr(module, "COMMANDS", ())
    }
    assert names == set(COMMANDS)
    assert all(callable(running(name)) for name in COMMANDS)


def test_the_server_begins_without_what_knows_texts() -> None:
    rooms = "{'argmap.api', 'argmap.model', 'argmap.render'}"
    code = f"import argmap.lsp.server, sys; assert not {rooms} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

"""All that the server answers."""

from __future__ import annotations

from argmap.lsp.handler import Command, Handler
from argmap.lsp.handlers.acting import HANDLERS as ACTING
from argmap.lsp.handlers.connecting import HANDLERS as CONNECTING
from argmap.lsp.handlers.diagnosing import HANDLERS as DIAGNOSING
from argmap.lsp.handlers.hovering import HANDLERS as HOVERING
from argmap.lsp.handlers.suggesting import HANDLERS as SUGGESTING
from argmap.lsp.handlers.synchronizing import HANDLERS as SYNCHRONIZING

HANDLERS: tuple[Handler, ...] = (
    *CONNECTING,
    # The texts, what is wrong in them, and what can be done.
    *SYNCHRONIZING,
    *DIAGNOSING,
    *ACTING,
    *SUGGESTING,
    *HOVERING,
    # Where things are named, and how a text is laid out.
)

COMMANDS: tuple[Command, ...] = ()

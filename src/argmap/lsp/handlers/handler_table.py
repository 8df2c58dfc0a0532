"""All that the server answers."""

from __future__ import annotations

from argmap.lsp.handler import Command, Handler
from argmap.lsp.handlers.acting import HANDLERS as ACTING
from argmap.lsp.handlers.annotating import HANDLERS as ANNOTATING
from argmap.lsp.handlers.colouring import HANDLERS as COLOURING
from argmap.lsp.handlers.commanding import COMMANDS as COMMANDING
from argmap.lsp.handlers.connecting import HANDLERS as CONNECTING
from argmap.lsp.handlers.diagnosing import HANDLERS as DIAGNOSING
from argmap.lsp.handlers.hovering import HANDLERS as HOVERING
from argmap.lsp.handlers.listing import HANDLERS as LISTING
from argmap.lsp.handlers.navigating import COMMANDS as SHOWING
from argmap.lsp.handlers.navigating import HANDLERS as NAVIGATING
from argmap.lsp.handlers.relating import HANDLERS as RELATING
from argmap.lsp.handlers.retitling import HANDLERS as RETITLING
from argmap.lsp.handlers.shaping import HANDLERS as SHAPING
from argmap.lsp.handlers.suggesting import HANDLERS as SUGGESTING
from argmap.lsp.handlers.synchronizing import HANDLERS as SYNCHRONIZING
from argmap.lsp.handlers.watching import HANDLERS as WATCHING

HANDLERS: tuple[Handler, ...] = (
    *CONNECTING,
    # The texts, what is wrong in them, and what can be done.
    *SYNCHRONIZING,
    *WATCHING,
    *DIAGNOSING,
    *ACTING,
    *SUGGESTING,
    *HOVERING,
    # Where things are named, and how a text is built and laid out.
    *NAVIGATING,
    *RETITLING,
    *LISTING,
    *SHAPING,
    *COLOURING,
    *ANNOTATING,
    *RELATING,
)

COMMANDS: tuple[Command, ...] = (*COMMANDING, *SHOWING)

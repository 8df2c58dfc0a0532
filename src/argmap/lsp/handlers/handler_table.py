"""All that the server answers, by the modules that do it: they are loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from argmap.lsp.features.actions.code_action import ActionKind
from argmap.lsp.handlers.semantic_legend import LEGEND

if TYPE_CHECKING:
    from argmap.lsp.session import Session

_TRIGGERS = ["[", "<", "@", "^", "?", "#", "(", "{", ",", ":", "/", " ", "+", "-", "_"]
_ACTIONS = types.CodeActionOptions(
    code_action_kinds=[kind.value for kind in ActionKind], resolve_provider=True
)
_DIAGNOSTICS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=False, identifier="argmap"
)
_TOKENS = types.SemanticTokensRegistrationOptions(
    legend=LEGEND, full=types.SemanticTokensFullDelta(delta=True), range=True
)

# By module: the methods that it answers, each with what is offered for it.
OFFERED: Mapping[str, Mapping[str, Any]] = {
    "synchronizing": {
        types.TEXT_DOCUMENT_DID_OPEN: None,
        types.TEXT_DOCUMENT_DID_CHANGE: None,
        types.TEXT_DOCUMENT_DID_CLOSE: None,
    },
    "watching": {
        types.INITIALIZED: None,
        types.WORKSPACE_DID_CHANGE_CONFIGURATION: None,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: None,
        types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: None,
    },
    "diagnosing": {types.TEXT_DOCUMENT_DIAGNOSTIC: _DIAGNOSTICS},
    "acting": {types.TEXT_DOCUMENT_CODE_ACTION: _ACTIONS, types.CODE_ACTION_RESOLVE: None},
    "suggesting": {
        types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(
            trigger_characters=_TRIGGERS, resolve_provider=True
        ),
        types.COMPLETION_ITEM_RESOLVE: None,
    },
    "hovering": {types.TEXT_DOCUMENT_HOVER: None},
    "navigating": {
        types.TEXT_DOCUMENT_DEFINITION: None,
        types.TEXT_DOCUMENT_DECLARATION: None,
        types.TEXT_DOCUMENT_REFERENCES: None,
        types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: None,
        types.TEXT_DOCUMENT_DOCUMENT_LINK: types.DocumentLinkOptions(resolve_provider=False),
    },
    "retitling": {
        types.TEXT_DOCUMENT_PREPARE_RENAME: None,
        types.TEXT_DOCUMENT_RENAME: types.RenameOptions(prepare_provider=True),
    },
    "listing": {types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: None, types.WORKSPACE_SYMBOL: None},
    "shaping": {
        types.TEXT_DOCUMENT_FOLDING_RANGE: None,
        types.TEXT_DOCUMENT_SELECTION_RANGE: None,
        types.TEXT_DOCUMENT_FORMATTING: None,
        types.TEXT_DOCUMENT_RANGE_FORMATTING: None,
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING: types.DocumentOnTypeFormattingOptions("\n"),
    },
    "colouring": {
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: _TOKENS,
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA: _TOKENS,
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: _TOKENS,
    },
    "annotating": {
        types.TEXT_DOCUMENT_INLAY_HINT: None,
        types.TEXT_DOCUMENT_CODE_LENS: types.CodeLensOptions(resolve_provider=False),
    },
    "relating": {
        types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY: None,
        types.CALL_HIERARCHY_INCOMING_CALLS: None,
        types.CALL_HIERARCHY_OUTGOING_CALLS: None,
    },
}
# By command: the module that runs it.
COMMANDS: Mapping[str, str] = {
    "argmap.preview": "commanding",
    "argmap.export": "commanding",
    "argmap.query": "commanding",
    "argmap.showReferences": "navigating",
}


def answering(module: str, method: str) -> Callable[[Session, Any], Any]:
    """Return what answers a method; its module is loaded if it is not yet."""
    handlers = import_module(f"argmap.lsp.handlers.{module}").HANDLERS
    return {handler.method: handler.answer for handler in handlers}[method]  # type: ignore[no-any-return]  # a module


def running(name: str) -> Callable[[Session, list[Any]], Any]:
    """Return what runs a command."""
    commands = import_module(f"argmap.lsp.handlers.{COMMANDS[name]}").COMMANDS
    return {command.name: command.run for command in commands}[name]  # type: ignore[no-any-return]  # a module

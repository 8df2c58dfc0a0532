"""What changes around the texts: folders, files and what is set in the editor."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.client_settings import Configuration
from argmap.lsp.handler import Handler
from argmap.lsp.session import Session
from argmap.lsp.uris import path_of

_SECTION = "argmap"
_WATCHED = "**/{*.argdown,*.ad,*.adown,*.argdn,argmap.toml,argdown.config.json,*.bib,*.json,*.md,*.toml}"


async def _initialized(session: Session, params: types.InitializedParams) -> None:
    """Ask for the settings, and to be notified of changes."""
    workspace = session.client.workspace
    if workspace is None:
        return
    registrations = []
    watched = workspace.did_change_watched_files
    if watched is not None and watched.dynamic_registration:
        watchers = [types.FileSystemWatcher(_WATCHED)]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registrations.append(types.Registration("argmap-files", method, options))
    configured = workspace.did_change_configuration
    if configured is not None and configured.dynamic_registration:
        section = types.DidChangeConfigurationRegistrationOptions(_SECTION)
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        registrations.append(types.Registration("argmap-settings", method, section))
    if registrations:
        await _ask(session, types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams(registrations))
    if workspace.configuration:
        await _ask_settings(session)


async def _configured(session: Session, params: types.DidChangeConfigurationParams) -> None:
    """Take over the settings: from the message, or by asking an editor that expects to be asked."""
    settings: Any = params.settings
    if isinstance(settings, dict) and _SECTION in settings:
        session.configure(Configuration.of(settings[_SECTION]))
    elif session.client.workspace is not None and session.client.workspace.configuration:
        await _ask_settings(session)


async def _ask_settings(session: Session) -> None:
    item = types.ConfigurationItem(section=_SECTION)
    answer = await _ask(session, types.WORKSPACE_CONFIGURATION, types.ConfigurationParams([item]))
    if isinstance(answer, list | tuple) and answer:
        session.configure(Configuration.of(answer[0]))


async def _ask(session: Session, method: str, params: object) -> Any:
    """Return what an editor answers, None if it answers that it cannot."""
    try:
        return await session.connection.send_request_async(method, params)
    except JsonRpcException:
        return None


def _files_changed(session: Session, params: types.DidChangeWatchedFilesParams) -> None:
    paths = [path for change in params.changes if (path := path_of(change.uri))]
    session.read_again(paths)


def _folders_changed(session: Session, params: types.DidChangeWorkspaceFoldersParams) -> None:
    gone = {path_of(folder.uri) for folder in params.event.removed}
    added = [path for folder in params.event.added if (path := path_of(folder.uri))]
    session.folders[:] = [folder for folder in session.folders if folder not in gone] + added
    session.read_all_again()


HANDLERS = (
    Handler(types.INITIALIZED, _initialized),
    Handler(types.WORKSPACE_DID_CHANGE_CONFIGURATION, _configured),
    Handler(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _files_changed),
    Handler(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, _folders_changed),
)

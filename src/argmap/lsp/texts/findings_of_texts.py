"""The findings in the texts that are open, and when they are looked for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from itertools import count

from attrs import define, field

from argmap import api
from argmap.lsp.features.moved_findings import moved_findings
from argmap.lsp.texts.open_text import OpenText
from argmap.lsp.texts.snapshot import Snapshot
from argmap.reports.text import judged
from argmap.text import Diagnostic

_LOG = logging.getLogger(__name__)
# In seconds: how long a text has to stay unchanged before the rules, which look at the whole debate, run.
_IDLE = 0.3


@define(eq=False)
class VersionFindings:
    """The findings of one version of a text: of reading it, and of the rules, if they have run."""

    snapshot: Snapshot
    number: int
    of_reading: tuple[Diagnostic, ...] = ()
    # Until the rules have run: their earlier findings, at their present places.
    of_rules: tuple[Diagnostic, ...] = ()
    is_checked: bool = False

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All of it, in the order of the text."""
        each = dict.fromkeys((*self.of_reading, *self.of_rules))
        return tuple(sorted(each, key=lambda finding: (finding.span.path or "", finding.span[:2])))


@define(eq=False)
class FindingsOfTexts:
    """The findings of the texts that are open, by their addresses.

    `show` is called with what is to be shown; `is_checking` says whether the rules should run.
    """

    show: Callable[[VersionFindings], None]
    is_checking: Callable[[], bool]
    _by_uri: dict[str, VersionFindings] = field(factory=dict)
    _waiting: dict[str, asyncio.Task[None]] = field(factory=dict)
    _numbers: count[int] = field(factory=count)

    def read(self, opened: OpenText, snapshot: Snapshot) -> None:
        """Take in a version that was read; its findings are shown at once, those of rules a little later."""
        self._forget_waiting(opened.uri)
        before = self._by_uri.get(opened.uri)
        version = VersionFindings(snapshot, next(self._numbers), judged(snapshot.document))
        if self.is_checking():
            if before is not None:
                texts = before.snapshot.buffer.text, snapshot.buffer.text
                version.of_rules = moved_findings(before.of_rules, *texts)
            self._waiting[opened.uri] = asyncio.get_running_loop().create_task(self._check_later(version))
        else:
            version.is_checked = True
        self._by_uri[opened.uri] = version
        self.show(version)

    def close(self, uri: str) -> None:
        """Forget a text."""
        self._forget_waiting(uri)
        self._by_uri.pop(uri, None)

    def latest(self, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
        """Return the findings known so far in a version of a text."""
        version = self._by_uri.get(snapshot.uri)
        return version.findings if version is not None and version.snapshot is snapshot else ()

    async def checked(self, uri: str) -> VersionFindings | None:
        """Return the findings of a text after the rules have run, without waiting; None if it is gone."""
        version = self._by_uri.get(uri)
        if version is not None and not version.is_checked:
            await self._check(version)
        return version

    async def _check_later(self, version: VersionFindings) -> None:
        await asyncio.sleep(_IDLE)
        if not version.is_checked:
            await self._check(version)

    async def _check(self, version: VersionFindings) -> None:
        try:
            of_rules: tuple[Diagnostic, ...] = await asyncio.to_thread(api.check, version.snapshot.document)
        # Whatever goes wrong in one text, the others still have to be served.
        except Exception:
            _LOG.exception("%s cannot be checked", version.snapshot.uri)
            of_rules = ()
        if not version.is_checked and self._by_uri.get(version.snapshot.uri) is version:
            version.of_rules, version.is_checked = of_rules, True
            version.number = next(self._numbers)
            self.show(version)

    def _forget_waiting(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

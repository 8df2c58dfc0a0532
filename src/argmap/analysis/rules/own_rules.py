"""An author's own rules, as selectors in the settings, and names in them that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.data import Data
from argmap.model import SectionRef, Source, SourceRef
from argmap.settings.readers import OWN_CODE
from argmap.text import Diagnostic, Severity, diagnose

if TYPE_CHECKING:
    from argmap.selectors import ThingRef

_CODE = "X000"


def broken_rules(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what an author's own rules select: `{select: "claims#crux!(<<+ evidence)", code: X001}`."""
    if not context.check.rules:
        return
    # Lark and the rest are loaded only where there are rules.
    from argmap.selectors import SelectorError

    for rule in context.check.rules:
        try:
            refs = context.matcher.select(str(rule.get("select", "")))
        except SelectorError:
            # The settings say what is wrong with it.
            continue
        for ref in refs:
            yield _finding(context, ref, rule)


def _finding(context: CheckContext, ref: ThingRef, rule: Data) -> CheckFinding:
    thing = context.matcher.things.things[ref]
    code, message, severity = (rule.get(key) for key in ("code", "message", "severity"))
    # The settings say what is wrong with any other code, which may be one that means something else.
    known = code if isinstance(code, str) and OWN_CODE.fullmatch(code) else _CODE
    chosen = Severity(severity) if severity in _SEVERITIES else Severity.WARNING
    words = str(message) if message else f"this is selected by `{rule['select']!s}`"
    about = None if isinstance(ref, SectionRef | SourceRef) else ref
    if isinstance(thing, Source):
        return CheckFinding(thing, Diagnostic(known, chosen, words, thing.span or START))
    return CheckFinding(about, Diagnostic(known, chosen, words, thing.span or START))


_SEVERITIES = frozenset(severity.value for severity in Severity)


def unknown_names(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield titles and sections in selectors of the settings that the debate does not have."""
    selectors = [context.selection.select, *(rule.get("select") for rule in context.check.rules)]
    for selector in selectors:
        if isinstance(selector, str):
            from argmap.selectors.missing import missing_names

            for message, hint in missing_names(context.debate, selector):
                yield CheckFinding(
                    None, diagnose("Q604", START, f"{message}, which `{selector}` names", hint)
                )

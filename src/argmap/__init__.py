"""Argument mapping: text with claims, evidence and arguments in, argument maps out.

>>> import argmap
>>> argmap.parse("[Sun]: It is sunny.").debate.claims["Sun"].text
'It is sunny.'
"""

from __future__ import annotations

# What typing.TYPE_CHECKING is; importing typing would cost more than all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from argmap.api import (
        Document,
        build_map,
        check,
        diff,
        draw,
        draw_pages,
        draw_parts,
        evaluate,
        fix_text,
        flips,
        format_text,
        load,
        occurrences,
        outline,
        parse,
        prove,
        report,
        select,
        to_text,
        what_if,
        why,
        write_text,
    )
    from argmap.api.many import load_all
    from argmap.comparing import Changes
    from argmap.editing.names.occurrence import Occurrence, Use
    from argmap.fences.fence import Fence
    from argmap.merging import Merge, MergeConflict, merge
    from argmap.model import (
        Argument,
        ArgumentRef,
        Claim,
        ClaimRef,
        Debate,
        Evidence,
        EvidenceRef,
        Inference,
        InferenceRef,
        Question,
        QuestionRef,
        Relation,
        RelationKind,
        SchemeRef,
        Section,
        SectionRef,
        Source,
        SourceRef,
        TagRef,
    )
    from argmap.model.dump import dump
    from argmap.proving.proofs import Proofs
    from argmap.settings import Settings
    from argmap.text import Diagnostic, Edit, Fix, Location, MarkupError, Related, Severity, Span
    from argmap.writing.draft import Draft

__version__ = "0.1.0"

# Names load when they are first used: starting Python with `import argmap` must cost next to nothing.
_ROOMS = {
    # What `%load_ext argmap` looks for.
    "argmap.extensions.notebook": ("load_ipython_extension",),
    "argmap.api": (
        "Document",
        "build_map",
        "check",
        "diff",
        "draw",
        "draw_pages",
        "draw_parts",
        "evaluate",
        "fix_text",
        "flips",
        "format_text",
        "load",
        "occurrences",
        "outline",
        "parse",
        "prove",
        "report",
        "select",
        "to_text",
        "what_if",
        "why",
        "write_text",
    ),
    # Of its own, because few need several processes.
    "argmap.api.many": ("load_all",),
    "argmap.comparing": ("Changes",),
    "argmap.editing.names.occurrence": ("Occurrence", "Use"),
    "argmap.fences.fence": ("Fence",),
    "argmap.merging": ("Merge", "MergeConflict", "merge"),
    "argmap.model": (
        "Argument",
        "ArgumentRef",
        "Claim",
        "ClaimRef",
        "Debate",
        "Evidence",
        "EvidenceRef",
        "Inference",
        "InferenceRef",
        "Question",
        "QuestionRef",
        "Relation",
        "RelationKind",
        "SchemeRef",
        "Section",
        "SectionRef",
        "Source",
        "SourceRef",
        "TagRef",
    ),
    "argmap.model.dump": ("dump",),
    "argmap.proving.proofs": ("Proofs",),
    "argmap.writing.draft": ("Draft",),
    "argmap.settings": ("Settings",),
    "argmap.text": ("Diagnostic", "Edit", "Fix", "Location", "MarkupError", "Related", "Severity", "Span"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Argument",
    "ArgumentRef",
    "Changes",
    "Claim",
    "ClaimRef",
    "Debate",
    "Diagnostic",
    "Document",
    "Draft",
    "Edit",
    "Evidence",
    "EvidenceRef",
    "Fence",
    "Fix",
    "Inference",
    "InferenceRef",
    "Location",
    "MarkupError",
    "Merge",
    "MergeConflict",
    "Occurrence",
    "Proofs",
    "Question",
    "QuestionRef",
    "Related",
    "Relation",
    "RelationKind",
    "SchemeRef",
    "Section",
    "SectionRef",
    "Settings",
    "Severity",
    "Source",
    "SourceRef",
    "Span",
    "TagRef",
    "Use",
    "build_map",
    "check",
    "diff",
    "draw",
    "draw_pages",
    "draw_parts",
    "dump",
    "evaluate",
    "fix_text",
    "flips",
    "format_text",
    "load",
    "load_all",
    "merge",
    "occurrences",
    "outline",
    "parse",
    "prove",
    "report",
    "select",
    "to_text",
    "what_if",
    "why",
    "write_text",
]
# What a page of the documentation names besides; it loads when it is first used, like the names above.
_PACKAGES = (
    "analysis",
    "comparing",
    "corpus",
    "edits",
    "interop",
    "logic",
    "maps",
    "model",
    "reasoning",
    "render",
    "strategies",
)


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _PACKAGES:
        return import_module(f"argmap.{name}")
    if name not in _ROOM_OF:
        # With these Python itself names the nearest.
        module = import_module(__name__)
        raise AttributeError(f"module 'argmap' has no attribute {name!r}{_home(name)}", name=name, obj=module)
    value = getattr(import_module(_ROOM_OF[name]), name)
    globals()[name] = value
    return value


def _home(name: str) -> str:
    """Return in which package something is that people look for here, empty if in none of these."""
    if name[:1] == "_":
        return ""
    from importlib import import_module

    for package in ("maps", "render"):
        if name in import_module(f"argmap.{package}").__all__:
            return f"; it is `argmap.{package}.{name}`"
    return ""


def __dir__() -> list[str]:
    return sorted(
        (*__all__, *_PACKAGES, "__all__", "__doc__", "__file__", "__name__", "__path__", "__version__")
    )

"""Settings that an editor has in the section `argmap` of its configuration."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Configuration:
    """What an editor sets.

    `check` says whether the rules of analysis run, `mode` how strictly a text is read whose frontmatter does
    not say (`loose` or `strict`; None leaves it to the project), `inlay_hints` which hints are shown in the
    text, and `max_file_size` up to how many bytes a text is read.
    """

    check: bool = True
    mode: str | None = None
    inlay_hints: frozenset[str] = frozenset({"verdicts"})
    max_file_size: int = 16_000_000

    @classmethod
    def of(cls, given: object) -> Configuration:
        """Return what a client answers for the section; what cannot be used is ignored.

        >>> Configuration.of({"check": False, "inlayHints": ["relations"], "mode": 3}).inlay_hints
        frozenset({'relations'})
        """
        values = given if isinstance(given, dict) else {}
        unset = cls()
        check, mode, size = (values.get(name) for name in ("check", "mode", "maxFileSize"))
        is_size = isinstance(size, int) and not isinstance(size, bool) and size >= 0
        return cls(
            check=check if isinstance(check, bool) else unset.check,
            mode=mode if mode in ("loose", "strict") else None,
            inlay_hints=_hints(values.get("inlayHints"), unset.inlay_hints),
            max_file_size=size if is_size and isinstance(size, int) else unset.max_file_size,
        )


_HINTS = frozenset({"verdicts", "relations", "questions"})


def _hints(given: object, unset: frozenset[str]) -> frozenset[str]:
    """Return kinds of hints: a list of them, or a mapping from kinds to whether they are shown."""
    if isinstance(given, bool):
        return _HINTS if given else frozenset()
    if isinstance(given, list):
        return _HINTS.intersection(name for name in given if isinstance(name, str))
    if isinstance(given, dict):
        return frozenset(name for name in _HINTS if given.get(name, name in unset) is True)
    return unset

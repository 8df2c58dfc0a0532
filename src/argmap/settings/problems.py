"""What is wrong with settings: names, types, values and colours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from argmap.named_tuples import NamedTuple
from argmap.text.nearest import nearest, only_near
from argmap.text.shortening import shortened

# Names, and the places of items in lists.
Path = tuple[str | int, ...]


class SettingProblem(NamedTuple):
    """A setting that cannot be used: its path (`map.statementLabelMode`), what is wrong, a hint.

    `near` is the only right name that is close, or the only right value that is close to `value`.
    `code` is that of a diagnostic about it: R204, R240 for a colour, which `value` then is, or for selectors
    that of what is wrong in them.
    `is_unknown` says that there is no setting with the last name of the path at this place.
    """

    path: Path
    message: str
    hint: str | None = None
    near: str | None = None
    value: str | None = None
    code: str = "R204"
    is_unknown: bool = False


class Unusable(Exception):
    """A value that a setting cannot have; says which is right, and the only one that is close, if any."""

    def __init__(self, right: str, near: str | None = None) -> None:
        super().__init__(right)
        self.near = near

    def problem(self, path: Path, value: object) -> SettingProblem:
        """Return what is wrong at a path with the value that is there."""
        message = f"`{full_name(path)}` cannot be {_shown(value)}"
        return SettingProblem(path, message, f"write {self}", self.near, str(value))


class UnknownSetting(Unusable):
    """A setting whose name is not among those that are known where it is written."""

    def __init__(self, known: Collection[str]) -> None:
        super().__init__("a setting that exists")
        self.known = known

    def problem(self, path: Path, value: object) -> SettingProblem:
        """Return that there is no setting with the last name of a path."""
        return unknown(path, self.known)


class NotATable(Unusable):
    """A value where a table of settings belongs; `written` is the table that it stands for, if any."""

    def __init__(self, written: str | None = None) -> None:
        super().__init__("a mapping")
        self.written = written

    def problem(self, path: Path, value: object) -> SettingProblem:
        """Return that there are no settings in the value at a path."""
        name = full_name(path)
        hint = f"write `{name}: {self.written}`" if self.written else "write a mapping"
        return SettingProblem(path, f"`{name}` has no settings in it", hint)


class OddColor(Unusable):
    """A word that is not a colour, or not a scheme of colours, and the words that are."""

    def __init__(self, known: Mapping[str, object]) -> None:
        super().__init__("a colour")
        self.known = known

    def problem(self, path: Path, value: object) -> SettingProblem:
        """Return that the word at a path is not a colour."""
        word = str(value)
        hint, near = nearest_color(word, self.known)
        return SettingProblem(path, f"`{word}` is not a colour", hint, near, word, code="R240")


class OddSelector(Unusable):
    """A selector that cannot be used, with the code of what is wrong in it."""

    def __init__(self, code: str, message: str, hint: str | None) -> None:
        super().__init__("a selector")
        self.code, self.message, self.hint = code, message, hint

    def problem(self, path: Path, value: object) -> SettingProblem:
        """Return what is wrong with the selector at a path."""
        return SettingProblem(path, f"`{full_name(path)}`: {self.message}", self.hint, code=self.code)


def unknown(path: Path, known: Iterable[str]) -> SettingProblem:
    """Return that there is no setting with the last name of a path, among those that are known."""
    name = str(path[-1])[:100]
    choices = list(known)
    near = nearest(name, choices)
    hint = f"write `{near}`" if near else None
    return SettingProblem(
        path, f"`{full_name(path)}` is not a setting", hint, only_near(name, choices), is_unknown=True
    )


def full_name(path: Path) -> str:
    """Return the name of a setting as it is written in messages: `map.statementLabelMode`."""
    return ".".join(name for name in path if isinstance(name, str))


def nearest_color(word: str, known: Mapping[str, object]) -> tuple[str, str | None]:
    """Return a hint, and the only known name that is close."""
    name = word.strip().lower()[:50]
    near = nearest(name, known)
    hint = f"did you mean `{near}`?" if near else "write a colour such as `#1b9e77` or a name that CSS has"
    return hint, only_near(name, known)


def _shown(value: object) -> str:
    return shortened(repr(value), 200)

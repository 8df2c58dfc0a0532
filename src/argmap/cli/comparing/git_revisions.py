"""Revisions of files in a git repository, read without running anything that the repository names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from attrs import frozen

from argmap.cli import streams
from argmap.fences.suffixes import PAGES, TEXTS
from argmap.files import MOST_BYTES, path_below

# What texts may include or take their settings and sources from.
_BESIDE = (*TEXTS, *PAGES, ".bib", ".json", ".toml", ".yaml", ".yml")
_SECONDS = 120
# No pager, no monitor, no hooks: whatever a repository's configuration names as a program is not run.
_GIT = ("git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


@frozen
class Blob:
    """A file in a revision: its path from the top of the repository, and the name of its content."""

    path: str
    content: str
    size: int


@frozen
class Repository:
    """A git repository by the folder at its top."""

    top: str

    @classmethod
    def around(cls, folder: str) -> Repository:
        """Return the repository around a folder.

        Raises:
            StreamError: there is none, or no git.
        """
        return cls(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))

    def commit(self, revision: str) -> str:
        """Return the full name of a revision.

        Raises:
            StreamError: there is no such revision.
        """
        try:
            name = _git(
                self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
            )
        except streams.StreamError:
            raise streams.StreamError(f"git has no revision {revision!r} here") from None
        return name.decode("ascii", "replace").strip()

    def has_commits(self) -> bool:
        """Return whether there is a commit yet."""
        return bool(_git(self.top, "rev-list", "--all", "--max-count=1"))

    def blobs(self, commit: str) -> dict[str, Blob]:
        """Return the files of a commit that texts may be made of, by their paths; links are none of them."""
        listed = _git(self.top, "ls-tree", "-r", "-z", "--long", "--full-tree", commit)
        return {blob.path: blob for blob in _blobs(listed)}

    def write(self, blobs: Iterable[Blob], folder: Path) -> None:
        """Write files of a revision below a folder.

        Raises:
            StreamError: they are too large, or git cannot read them.
        """
        written = list(blobs)
        if sum(blob.size for blob in written) > MOST_BYTES:
            raise streams.StreamError(f"{self.top}: its texts are larger than {MOST_BYTES // 1_000_000} MB")
        asked = "".join(f"{blob.content}\n" for blob in written).encode("ascii")
        answer = _git(self.top, "cat-file", "--batch", given=asked)
        for blob in written:
            head, _, rest = answer.partition(b"\n")
            size = int(head.rsplit(b" ", 1)[-1])
            content, answer = rest[:size], rest[size + 1 :]
            try:
                path = path_below(blob.path, folder)
            except ValueError:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def inner(self, file: str) -> str:
        """Return the path of a file from the top of the repository.

        Raises:
            StreamError: it is outside of it.
        """
        try:
            return Path(os.path.abspath(file)).relative_to(os.path.realpath(self.top)).as_posix()
        except ValueError:
            pass
        try:
            return Path(os.path.realpath(file)).relative_to(os.path.realpath(self.top)).as_posix()
        except ValueError:
            raise streams.StreamError(f"{file}: it is outside of the repository {self.top}") from None


class Revisions:
    """Folders with the texts of revisions, for as long as they are compared."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._folders: dict[str, TemporaryDirectory[str]] = {}

    def __enter__(self) -> Revisions:
        return self

    def __exit__(self, *_: object) -> None:
        for folder in self._folders.values():
            folder.cleanup()

    def folder(self, revision: str) -> Path:
        """Return a folder with the texts of a revision, and the files that they may name."""
        if revision == "HEAD" and not self._repository.has_commits():
            # What is there before the first commit.
            return Path(self._folders.setdefault("", TemporaryDirectory(prefix="argmap-")).name)
        commit = self._repository.commit(revision)
        if commit not in self._folders:
            folder = TemporaryDirectory(prefix="argmap-")
            self._folders[commit] = folder
            self._repository.write(self._repository.blobs(commit).values(), Path(folder.name))
        return Path(self._folders[commit].name)


def texts_below(folder: Path, paths: Sequence[str]) -> list[str]:
    """Return the paths of texts in a folder, in order; only those that `paths` name, if there are any.

    Pages in Markdown are among them only by their names. Hidden folders are left out, and symbolic links
    are not followed.
    """
    texts: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inner = Path(root).relative_to(folder)
        texts += ((inner / name).as_posix() for name in files)
    named = {*paths}
    return sorted(
        text for text in texts if text in named or (text.lower().endswith(TEXTS) and _is_in(text, paths))
    )


def _is_in(text: str, paths: Sequence[str]) -> bool:
    return not paths or any(path == "." or text.startswith(f"{path}/") for path in paths)


def _blobs(listed: bytes) -> Iterator[Blob]:
    for entry in listed.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        words = head.split()
        if len(words) == 4 and words[0] in (b"100644", b"100755") and words[1] == b"blob":
            path = os.fsdecode(name)
            if PurePosixPath(path).suffix.lower() in _BESIDE:
                yield Blob(path, words[2].decode("ascii"), int(words[3]))


def _git(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git says, called with a list of arguments and no shell.

    Raises:
        StreamError: it is not there, or fails.
    """
    environment = {**os.environ, **_QUIET}
    environment.pop("GIT_EXTERNAL_DIFF", None)
    try:
        ran = subprocess.run(
            [*_GIT, *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise streams.StreamError("git is not installed, or the folder is not there") from None
    except subprocess.TimeoutExpired:
        raise streams.StreamError(f"git did not answer within {_SECONDS} seconds") from None
    except (OSError, ValueError) as error:
        raise streams.StreamError(f"git cannot be run: {error}") from None
    if ran.returncode:
        words = ran.stderr.decode(errors="replace").strip().splitlines()
        raise streams.StreamError(words[0] if words else f"git {arguments[0]} failed")
    return ran.stdout

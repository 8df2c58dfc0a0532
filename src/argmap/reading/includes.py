"""Files and what they include."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from argmap.decoding import decoded, why_not_utf8
from argmap.fences.suffixes import is_page
from argmap.files import MOST_BYTES, read_file
from argmap.reading.joining import fences_file
from argmap.reading.source_files import SourceFile
from argmap.syntax import Include
from argmap.syntax.document import parse_tree

_MOST_INCLUDES = 1000

# Returns what an editor has for a file, by its path; None lets it be read.
Reader: TypeAlias = Callable[[str], str | None]


def text_of(path: str) -> str:
    """Return what is in a file, with its own line ends.

    Raises:
        OSError: the file cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    return decoded(Path(path).read_bytes())


def load_source_file(
    path: str, *, root: str | None = None, text: str | None = None, read: Reader | None = None
) -> SourceFile:
    """Return a file as a page, with the pages that its include lines ask for.

    With a `text` this is the page, which is a part of the file. `read` is asked first for each included text.
    Each file is read once, at the first place that asks for it, and only inside `root` (the file's own
    folder by default), with symbolic links resolved.

    Raises:
        OSError: the file itself cannot be read.
        UnicodeDecodeError: the file itself is not UTF-8.
    """
    first = Path(path)
    base = (Path(root) if root else first.parent).resolve()
    text = text_of(path) if text is None else text
    page = SourceFile(text, parse_tree(text))
    above = [first.resolve()]
    seen = {above[0]: 0}
    # Depth first, in reading order, so that the first place that asks is the first in the document.
    waiting = [(page, first, iter(page.tree.parts))]
    while waiting:
        asking, place, parts = waiting[-1]
        for part in parts:
            if isinstance(part, Include):
                if part.start in asking.includes:
                    # A fence of a page in Markdown, which is in the same file.
                    target, included = place, asking.includes[part.start]
                else:
                    target = place.parent / part.path
                    included = _include(target, base, seen, above, read)
                    asking.includes[part.start] = included
                if isinstance(included, SourceFile):
                    waiting.append((included, target, iter(included.tree.parts)))
                    above.append(target.resolve())
                    break
        else:
            waiting.pop()
            above.pop()
    return page


def _include(
    target: Path, base: Path, seen: dict[Path, int], above: list[Path], read: Reader | None
) -> SourceFile | str:
    """Return an included page, why there is none, or an empty text if it is already there."""
    try:
        resolved = target.resolve()
        if not resolved.is_relative_to(base):
            return f"it is not inside {base.name or base}"
        if resolved in seen:
            return "it includes itself" if resolved in above else ""
        if len(seen) > _MOST_INCLUDES:
            return f"there are more than {_MOST_INCLUDES} files"
        seen[resolved] = 0
        laid = read(str(resolved)) if read else None
        if laid is None:
            content = read_file(resolved, most=MOST_BYTES, already=sum(seen.values()), follows_links=False)
            seen[resolved] = len(content)
        text = decoded(content) if laid is None else laid
    except OSError as error:
        return (error.strerror or str(error)).lower()
    except UnicodeDecodeError as error:
        return f"it is {why_not_utf8(error)}"
    except (ValueError, RuntimeError) as error:
        return str(error)
    if is_page(target):
        return fences_file(text, str(target))
    return SourceFile(text, parse_tree(text), path=str(target))

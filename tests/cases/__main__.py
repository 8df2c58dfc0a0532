"""Show what comes out of the cases otherwise than expected: `python -m tests.cases`; `--write` accepts it."""

import sys
from difflib import unified_diff

from tests.cases.case_files import FILES, regenerated


def main() -> int:
    """Print the differences, and return 1 if there are any that were not accepted."""
    writes, differs = "--write" in sys.argv[1:], False
    for file in FILES:
        before, after = file.read_bytes().decode("utf-8"), regenerated(file)
        differs = differs or before != after
        sys.stdout.writelines(unified_diff(before.splitlines(True), after.splitlines(True), file.name, "now"))
        if writes:
            file.write_bytes(after.encode("utf-8"))
    return int(differs and not writes)


if __name__ == "__main__":
    sys.exit(main())

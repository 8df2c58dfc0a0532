"""What assistants can read: the markup, the schemes with their questions, and what codes mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from urllib.parse import unquote

from attrs import frozen

from argmap.mcp.refused_call import RefusedCallError
from argmap.text.nearest import nearest

_SCHEME_PREFIX = "argmap://schemes/"
_CODE_PREFIX = "argmap://codes/"


@frozen
class ReferencePage:
    """A page that an assistant can read, by its address; its text is made when it is asked for."""

    address: str
    name: str
    meaning: str
    text: Callable[[], str]


@frozen
class PageFamily:
    """Pages with a name in their address: `address` has it in braces."""

    address: str
    name: str
    meaning: str


def read_page(address: str) -> str:
    """Return the page of an address, in Markdown.

    >>> read_page("argmap://schemes/sign").splitlines()[0]
    '# Argument from sign'

    Raises:
        RefusedCallError: there is none; the message names the nearest.
    """
    if address in PAGES:
        return PAGES[address].text()
    if address.startswith(_SCHEME_PREFIX):
        return _scheme(unquote(address.removeprefix(_SCHEME_PREFIX)))
    if address.startswith(_CODE_PREFIX):
        return _code(unquote(address.removeprefix(_CODE_PREFIX)))
    near = nearest(address, PAGES)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(PAGES)}"
    raise RefusedCallError(f"there is no page {address[:100]}; {hint}")


def _markup() -> str:
    text = resources.files("argmap.mcp").joinpath("markup_reference.md").read_text(encoding="utf-8")
    return text.replace("OPERATORS", "\n".join(_operators()))


def _operators() -> Iterator[str]:
    from argmap.model import RelationKind
    from argmap.syntax.operators import OPERATORS

    yield "| sign | what it says |"
    yield "| --- | --- |"
    for sign, operator in OPERATORS.items():
        verb = RelationKind(operator.relation).verb
        if operator.is_from_below or operator.is_symmetric:
            yield f"| `{sign}` | what is below {verb} what is above |"
        else:
            yield f"| `{sign}` | what is above {verb} what is below |"


def _schemes() -> str:
    from argmap.model import scheme_catalogue

    lines = [
        "# Schemes",
        "",
        "Name one on the line of an inference, as in `-- argument from sign --`; "
        "`argmap://schemes/NAME` has its premises and questions.",
        "",
        "| name | called | questions |",
        "| --- | --- | --- |",
        *(
            f"| {name} | {entry.title} | {', '.join(question.name for question in entry.questions)} |"
            for name, entry in scheme_catalogue().items()
        ),
    ]
    return "\n".join(lines) + "\n"


def _scheme(name: str) -> str:
    from argmap.edits import skeleton
    from argmap.model import scheme_catalogue

    entry = scheme_catalogue().get(name)
    if entry is None:
        near = nearest(name, scheme_catalogue())
        hint = f"did you mean {near}?" if near else "`argmap://schemes` lists them"
        raise RefusedCallError(f"there is no scheme {name[:100]}; {hint}")
    lines = [
        f"# {entry.title}",
        "",
        *(f"- premise `{premise.name}`: {premise.text}" for premise in entry.premises),
        f"- conclusion: {entry.conclusion}",
        "",
        "## Critical questions",
        "",
        *(
            f"- `{question.name}` (about the {question.premise or question.attacks.value}): {question.text}"
            for question in entry.questions
        ),
        "",
        "## To be filled in",
        "",
        "```argdown",
        skeleton(name).rstrip("\n"),
        "```",
    ]
    return "\n".join(lines) + "\n"


def _code(code: str) -> str:
    from argmap.text.catalogue import catalogue

    entry = catalogue().get(code.upper())
    if entry is None:
        near = nearest(code.upper(), catalogue())
        hint = f"did you mean {near}?" if near else "`check` names codes"
        raise RefusedCallError(f"there is no code {code[:100]}; {hint}")
    return (
        f"# {entry.code}: {entry.message}\n\n{entry.severity.value}. {entry.explanation.strip()}\n\n"
        f"It is found in:\n\n~~~~\n{entry.bad.rstrip()}\n~~~~\n\n"
        f"and not in:\n\n~~~~\n{entry.good.rstrip()}\n~~~~\n"
    )


PAGES: Mapping[str, ReferencePage] = {
    page.address: page
    for page in (
        ReferencePage(
            "argmap://markup", "markup", "How debates are written, and how selectors select.", _markup
        ),
        ReferencePage(
            "argmap://schemes", "schemes", "Argumentation schemes and their critical questions.", _schemes
        ),
    )
}
FAMILIES = (
    PageFamily(_SCHEME_PREFIX + "{name}", "scheme", "The premises, conclusion and questions of a scheme."),
    PageFamily(_CODE_PREFIX + "{code}", "code", "What a code of `check` means, with examples."),
)

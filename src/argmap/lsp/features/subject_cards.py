"""What there is to say about names that are known outside of a text: schemes, codes, operators, settings."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lsp.features.element_card import element_card
from argmap.lsp.features.escaped_markdown import as_code, as_markdown
from argmap.lsp.features.operator_words import meaning_of
from argmap.model import Debate, SchemeEntry, scheme_catalogue
from argmap.settings.known_settings import known_settings
from argmap.syntax.operators import OPERATORS
from argmap.text.catalogue import catalogue


def subject_card(debate: Debate, subject: str) -> str | None:
    """Return what there is to say about a subject, in Markdown: its kind and its name.

    >>> print(subject_card(Debate(), "operator +"))
    **`+`** supports the line above
    """
    kind, _, name = subject.partition(" ")
    match kind:
        case "element" if name in debate:
            # Not an inference, which completions do not have.
            return element_card(debate, debate[name])  # type: ignore[arg-type]  # see above
        case "scheme" if name in scheme_catalogue():
            return scheme_card(scheme_catalogue()[name])
        case "code" if name in catalogue():
            return code_card(name)
        case "operator" if name in OPERATORS:
            return f"**{as_code(name)}** {as_markdown(meaning_of(name))}"
        case "setting":
            return setting_card(tuple(name.split(".")))
        case _:
            return None


def scheme_card(entry: SchemeEntry) -> str:
    """Return a scheme with its premises, its conclusion and its critical questions."""
    return "\n\n".join(_scheme(entry))


def _scheme(entry: SchemeEntry) -> Iterator[str]:
    yield f"**scheme** {as_markdown(entry.title)} ({as_code(entry.name)})"
    premises = [f"- {as_code(premise.name)}: {as_markdown(premise.text)}" for premise in entry.premises]
    if premises:
        yield "premises:\n\n" + "\n".join(premises)
    if entry.conclusion:
        yield f"conclusion: {as_markdown(entry.conclusion)}"
    questions = [f"- {as_code(question.name)}: {as_markdown(question.text)}" for question in entry.questions]
    if questions:
        yield "questions:\n\n" + "\n".join(questions)


def code_card(code: str) -> str | None:
    """Return what a code of findings means, None if there is no such code."""
    entry = catalogue().get(code)
    if entry is None:
        return None
    return f"**{code}** {as_markdown(entry.message)} ({entry.severity})"


def setting_card(path: tuple[str, ...]) -> str | None:
    """Return what a setting is, None if there is no such setting."""
    known = known_settings().get(path)
    return None if known is None else f"**{as_code(known.name)}** {known.words}"

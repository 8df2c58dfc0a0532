"""GSN: assurance cases in Goal Structuring Notation, as YAML that gsn2x reads."""

from __future__ import annotations

import re

from argmap.interop.assurance_cases.gsn_reading import GsnReader
from argmap.interop.assurance_cases.gsn_types import HEADER, KEY, type_by_name
from argmap.interop.assurance_cases.gsn_writing import assurance_case
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import reading_of
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.plain_debates.strict_yaml import YamlFile
from argmap.model import Debate, HasDebate, debate_of

NAME = KEY
SUFFIXES = (".gsn.yaml", ".yaml")
_KEY = re.compile(r"""["']?([\w.-]++(?: [\w.-]++)*+)["']?[ \t]*+:(?=\s|$)""")
_ATTRIBUTE = re.compile(r"[\s{,](?:text|supportedBy|inContextOf|challenges|undeveloped|nodeType)\s*:")


def recognise(content: FileContent) -> bool:
    r"""Return whether all keys of a text are names of goals, strategies and the like, with their attributes.

    >>> recognise(FileContent("G1:\n  text: The pump is safe\n"))
    True
    """
    if content.text.startswith(HEADER):
        return True
    if content.first in "{[<=-":
        return False
    heads = [line for line in content.lines if line[0] not in " \t"]
    keys = [match[1] for match in map(_KEY.match, heads) if match]
    if not keys or len(keys) != len(heads):
        return False
    is_known = all(key in ("module", "template") or type_by_name(key) is not None for key in keys)
    return is_known and any(_ATTRIBUTE.search(line) for line in content.lines)


def loads(text: str) -> Debate:
    r"""Return the debate in an assurance case.

    >>> debate = loads("G1: {text: The pump is safe, supportedBy: Sn1}\nSn1: {text: Test report}")
    >>> [str(relation) for relation in debate.relations]
    ['[^Sn1] supports [G1]']

    Raises:
        FormatError: the text is not an assurance case; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as an assurance case; what that does not say is kept in a comment.

    >>> from argmap import parse
    >>> loads(dumps(parse("[Sun]: It shines."))).claims["Sun"].text
    'It shines.'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an assurance case, with a report.

    Raises:
        FormatError: the text is not an assurance case.
    """
    options = options or ReadingOptions()
    reader = GsnReader(YamlFile.of(text), Damage(options.is_lenient))
    return reading_of(NAME, reader.read(), options, damage=reader.damage, render=assurance_case)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as an assurance case, with a report."""
    return writing_of(NAME, debate_of(document), assurance_case, options)

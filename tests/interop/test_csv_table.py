"""Tables in CSV."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.interop import FormatError, csv_table, recognise, same, write

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=6)


def test_a_table_has_a_thing_in_each_row() -> None:
    debate = csv_table.loads('id;kind;text;parent;relation\nA;;"x; ""y""";;\nB;evidence;z;A;Pro\n;;;;\n')
    assert debate.claims["A"].text == 'x; "y"'
    assert [str(relation) for relation in debate.relations] == ["[^B] supports [A]"]


def test_premises_and_a_conclusion_make_an_inference() -> None:
    text = "id,kind,text,parent,relation\nc,,C,,\np,,P,a,premise\na,argument,,c,conclusion\nu,,U,a,undercut\n"
    debate = csv_table.loads(text)
    assert [str(ref) for ref in debate.arguments["a"].premises] == ["[p]"]
    assert "[u] undercuts <a>#1" in map(str, debate.relations)


def test_other_columns_are_data_and_known_ones_say_more() -> None:
    debate = csv_table.loads(
        "id,kind,text,tags,source,quote,due\nA,evidence,x #t,t; u,https://x.org,q,soon\n"
    )
    evidence = debate.evidence["A"]
    assert (evidence.tags, evidence.quote, evidence.sources[0].url) == (("t", "u"), "q", "https://x.org")
    assert evidence.data == {"due": "soon"}


def test_formulas_can_be_kept_from_being_run() -> None:
    debate = argmap.parse("[A]: =1+1").debate
    text = write(debate, format="csv", safe=True).text
    assert "\t=1+1" in text
    assert csv_table.loads(text).claims["A"].text == "=1+1"
    assert "\t" not in csv_table.dumps(debate)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('id,text\n1,"abc\n', "I407", "2:"),
        ('id,text\n1,"abc"d\n', "I407", "2:"),
        ("id,text\n1,a,b\n", "I407", "2:"),
        ("id,text,parent,relation\n1,a,2,pro\n", "I403", "2:"),
        ("id,text,parent,relation\n1,a,,\n2,b,1,maybe\n", "I402", "3:"),
        ("id,kind,text\n1,thing,a\n", "I402", "2:"),
        ("id,text\n1,a\n1,b\n", "I404", "3:"),
        ("name,age\n", "I407", "1:"),
    ],
)
def test_damaged_tables_are_refused_with_the_line(text: str, code: str, line: str) -> None:
    with pytest.raises(FormatError) as caught:
        csv_table.loads(text)
    assert (caught.value.diagnostics[0].code, str(caught.value)[: len(line)]) == (code, line)


@settings(max_examples=60)
@given(st.dictionaries(CELLS, CELLS, max_size=5))
def test_what_a_table_says_is_written_as_it_was(rows: dict[str, str]) -> None:
    cells = [(name.strip(), text) for name, text in rows.items()]
    named = {name: text for name, text in cells if name}
    lines = (f"{_quoted(name)},{_quoted(text)}\n" for name, text in named.items())
    debate = csv_table.loads("id,text\n" + "".join(lines))
    assert same(csv_table.loads(csv_table.dumps(debate)), debate)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line", ["sep={}\r\n", '"sep={}"\n', "\nSEP={}\n"])
def test_a_line_above_the_header_may_name_the_separator(separator: str, line: str) -> None:
    table = f"id{separator}text\na{separator}It rains.\n"
    text = line.format(separator) + table
    assert recognise(text) == "csv"
    assert csv_table.loads(text) == csv_table.loads("id,text\na,It rains.\n")

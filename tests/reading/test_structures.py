"""Premise-conclusion structures."""

import pytest
from tests.saying import findings

import argmap
from argmap.model import (
    Argument,
    ArgumentRef,
    ClaimRef,
    EvidenceRef,
    Inference,
    InferenceRef,
    Origin,
    Relation,
    RelationKind,
    Role,
    Scheme,
)

P, Q, M, C = map(ClaimRef, "PQMC")
UNDERCUT = RelationKind.UNDERCUT
LINES = "<A>\n\n(1) [P]: p\n{}\n(2) [C]: c"


def argument(text: str) -> Argument:
    return next(iter(argmap.parse(text).debate.arguments.values()))


def inference(text: str) -> Inference:
    (found,) = argument(text).inferences
    return found


def sketched(text: str) -> list[Relation]:
    return [one for one in argmap.parse(text).debate.relations if one.origin is Origin.SKETCHED]


def test_numbered_statements_with_an_inference_reconstruct_an_argument() -> None:
    text = "<A>: sketch\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: c"
    assert (argument(text).premises, argument(text).conclusion) == ((P, Q), C)
    assert findings(text) == []


def test_steps_have_roles() -> None:
    text = "<A>\n\n(1) [P]: p\n----\n(2) [M]: m\n(3) [Q]: q\n----\n(4) [C]: c"
    assert [(one.title, one.role) for one in argument(text).steps] == [
        ("P", Role.PREMISE),
        ("M", Role.INTERMEDIARY_CONCLUSION),
        ("Q", Role.PREMISE),
        ("C", Role.MAIN_CONCLUSION),
    ]


def test_steps_know_their_argument() -> None:
    assert {one.argument for one in argument(LINES.format("----")).steps} == {"A"}


def test_the_conclusion_of_an_inference_is_a_premise_of_the_next() -> None:
    first, second = argument("<A>\n\n(1) [P]\n----\n(2) [M]\n(3) [Q]\n----\n(4) [C]").inferences
    assert (first.premises, first.conclusion) == ((P,), M)
    assert (second.premises, second.conclusion, second.conclusion_index) == ((M, Q), C, 3)


def test_only_given_steps_are_premises_of_the_argument() -> None:
    assert argument("<A>\n\n(1) [P]\n----\n(2) [M]\n----\n(3) [C]").premises == (P,)


def test_evidence_may_be_a_premise() -> None:
    assert argument("<A>\n\n(1) [^E]: x\n----\n(2) c").premises == (EvidenceRef("E"),)


def test_evidence_that_is_concluded_is_told() -> None:
    assert findings("(1) p\n----\n(2) [^E]: x") == ["R216 3:1"]


def test_premises_support_their_argument_and_it_supports_its_conclusion() -> None:
    assert argmap.parse(LINES.format("----")).debate.relations == (
        Relation(RelationKind.SUPPORT, P, ArgumentRef("A"), Origin.DERIVED),
        Relation(RelationKind.SUPPORT, ArgumentRef("A"), C, Origin.DERIVED),
    )


# Whose structure


@pytest.mark.parametrize("above", ["<A>", "<A>: x", "<A>\n  + <B>", "<A>\n\n// comment"])
def test_a_structure_belongs_to_the_argument_in_the_block_above(above: str) -> None:
    debate = argmap.parse(f"{above}\n\n(1) p\n----\n(2) c").debate
    assert debate.arguments["A"].is_reconstructed


@pytest.mark.parametrize("between", ["text", "# H", "[S]: x", "* <B>", "(1) p\n----\n(2) c\n\ntext"])
def test_whatever_stands_between_breaks_the_bond(between: str) -> None:
    text = f"<A>\n\n{between}\n\n(1) p\n----\n(2) [Last]: c"
    last = list(argmap.parse(text).debate.arguments.values())[-1]
    assert last.is_untitled
    assert last.conclusion == ClaimRef("Last")


def test_a_structure_of_nobody_makes_an_argument_without_descriptions() -> None:
    one = argument("(1) p\n----\n(2) c")
    assert (one.title, one.is_untitled, one.descriptions) == ("Untitled 1", True, ())


def test_a_structure_right_below_its_argument_is_read_and_told() -> None:
    text = "<A>: sketch\n(1) p\n----\n(2) c"
    assert argument(text).is_reconstructed
    assert findings(text) == ["S101 2:1"]


def test_numbers_below_a_text_are_text() -> None:
    text = "text\n(1) p"
    assert argmap.parse(text).debate.arguments == {}
    assert findings(text) == ["S103 2:1"]


def test_a_second_structure_of_an_argument_is_an_argument_of_its_own() -> None:
    text = LINES.format("----") + "\n\n<A>\n\n(1) q\n----\n(2) d"
    first, second = argmap.parse(text).debate.arguments.values()
    assert (first.title, len(first.steps), second.is_untitled, len(second.steps)) == ("A", 2, True, 2)
    assert findings(text) == ["R206 9:1"]


@pytest.mark.parametrize("numbers", ["17", "12", "99"])
def test_numbers_are_decoration(numbers: str) -> None:
    first, second = numbers
    assert len(argument(f"<A>\n\n({first}) p\n----\n({second}) c").steps) == 2


# Inference lines


@pytest.mark.parametrize("line", ["----", "-----", "---------", "----  ", "  ----", "-- --", "--\n--"])
def test_an_inference_line_may_say_nothing(line: str) -> None:
    text = LINES.format(line)
    assert (inference(text).rules, inference(text).data) == ((), {})
    assert findings(text) == []


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("-- MP --", ("MP",)),
        ("--MP--", ("MP",)),
        ("-- modus ponens, MT --", ("modus ponens", "MT")),
        ("--\nMP, MT\n--", ("MP", "MT")),
        ("-- MP\n--", ("MP",)),
        ("--\nMP --", ("MP",)),
        ("-- a-b (c): 'd' --", ("a-b (c): 'd'",)),
        ("-- a\\, b --", ("a, b",)),
        ("-- .A. and :E: --", ("∀ and ∃",)),
        ("-- *MP* [x] #t --", ("*MP* [x] #t",)),
        ("-- MP, --", ("MP",)),
        ("-- MP // no\n--", ("MP",)),
        ("-- /* no */ MP --", ("MP",)),
        ("-- a { b --", ("a { b",)),
    ],
)
def test_rules_stand_between_hyphens(line: str, rules: tuple[str, ...]) -> None:
    assert inference(LINES.format(line)).rules == rules


@pytest.mark.parametrize(
    "line",
    [
        "-- MP {strength: 0.5} --",
        "-- {strength: 0.5} --",
        "-- {strength: 0.5} MP --",
        "--{strength: 0.5}--",
        "--\nMP\n{strength: 0.5}\n--",
        "--\n{strength: 0.5}\n--",
        "-- MP\n{\nstrength: 0.5\n}\n--",
        "-- MP {strength: 0.5, note: '--'} --",
    ],
)
def test_data_may_stand_on_an_inference_line(line: str) -> None:
    text = LINES.format(line)
    assert inference(text).strength == 0.5
    assert findings(text) == []


def test_data_of_an_inference_say_more_about_it() -> None:
    line = "-- MP {scheme: ' our  own ', warrant: w, qualifier: presumably, strength: 1, x: y} --"
    found = inference(LINES.format(line))
    assert (found.scheme, found.warrant, found.qualifier, found.strength) == (
        Scheme("our own"),
        "w",
        "presumably",
        1.0,
    )
    assert found.data["x"] == "y"


@pytest.mark.parametrize("strength", ["2", "-1", "true", "high"])
def test_a_strength_is_a_number_from_0_to_1(strength: str) -> None:
    text = LINES.format(f"-- {{strength: {strength}}} --")
    assert inference(text).strength is None
    assert findings(text) == ["R227 4:5"]


@pytest.mark.parametrize("line", ["--", "---"])
def test_too_few_hyphens_are_told(line: str) -> None:
    text = LINES.format(line)
    assert inference(text).premises == (P,)
    assert findings(text) == ["S107 4:1"]


@pytest.mark.parametrize(
    ("line", "rules"), [("-- MP", ("MP",)), ("---- MP", ("MP",)), ("-- a, b", ("a", "b"))]
)
def test_an_inference_line_that_is_not_closed_ends_with_its_line(line: str, rules: tuple[str, ...]) -> None:
    text = LINES.format(line)
    assert inference(text).rules == rules
    assert findings(text) == ["S108 4:1"]


def test_an_inference_line_that_is_not_closed_may_have_data() -> None:
    text = LINES.format("-- MP {strength: 1}")
    assert inference(text).strength == 1.0
    assert findings(text) == ["S108 4:1"]


def test_text_behind_an_inference_line_is_a_rule_and_told() -> None:
    text = LINES.format("-- MP -- MT")
    assert inference(text).rules == ("MP", "MT")
    assert findings(text) == ["S109 4:9"]


@pytest.mark.parametrize(("line", "column"), [("[C]: c", 1), ("  [C]: c", 3), ("[C]: c {a: 1}", 1)])
def test_a_conclusion_without_a_number_is_read_and_told(line: str, column: int) -> None:
    text = f"<A>\n\n(1) [P]: p\n----\n{line}\n  + more"
    assert (inference(text).premises, inference(text).conclusion) == ((P,), C)
    assert findings(text) == [f"S115 5:{column}"]


def test_a_conclusion_without_a_number_may_be_text() -> None:
    text = "<A>\n\n(1) [P]: p\n----\ntext\n----\n(2) c"
    assert [one.conclusion.title for one in argument(text).inferences] == ["Untitled 1", "Untitled 2"]
    assert findings(text) == ["S115 5:1"]


def test_an_argument_below_an_inference_line_is_no_conclusion() -> None:
    text = "<A>\n\n(1) p\n----\n<B>: b"
    assert argmap.parse(text).debate.arguments["B"].text == "b"
    assert findings(text) == ["R208 4:1", "S101 5:1"]


# What an inference uses


@pytest.mark.parametrize(
    ("line", "conclusion"),
    [
        ("-- {uses: [1]} --", "[C]"),
        ("-- {from: [1]} --", "[C]"),
        ("-- {uses: 1} --", "[C]"),
        ("----", "[C] {uses: [1]}"),
        ("-- {uses: [1], from: [2]} --", "[C]"),
    ],
)
def test_uses_names_positions(line: str, conclusion: str) -> None:
    text = f"<A>\n\n(7) [P]\n(7) [Q]\n{line}\n(7) {conclusion}"
    assert inference(text).premises == (P,)


def test_uses_keeps_its_order() -> None:
    assert inference("<A>\n\n(1) [P]\n(2) [Q]\n-- {uses: [2, 1]} --\n(3) [C]").premises == (Q, P)


@pytest.mark.parametrize("position", ["0", "3", "-1", "x", "true", "1.5"])
def test_a_position_that_is_none_is_left_out_and_told(position: str) -> None:
    text = f"<A>\n\n(1) [P]: p\n(2) [Q]: q\n-- {{uses: [1, {position}]}} --\n(3) [C]: c"
    assert inference(text).premises == (P,)
    assert findings(text) == ["R215 5:15"]


@pytest.mark.parametrize("names", ['"1", "2"', "'1', 2", '"P1", "P2"', '"P1", 2'])
def test_positions_may_be_quoted_and_labels_named(names: str) -> None:
    text = f"<A>\n\n(1) [P]: p\n(2) [Q]: q\n-- {{uses: [{names}]}} --\n(3) [C]: c"
    assert inference(text).premises == (P, Q)
    assert findings(text) == []


def test_labels_count_as_they_are_written() -> None:
    text = "<A>\n\n(P1) [P]: p\n(P3) [Q]: q\n-- {from: [P3]} --\n(C4) [C]: c"
    assert inference(text).premises == (Q,)


def test_the_data_of_an_inference_name_premises_by_counting() -> None:
    text = "<A>\n\n(P1) [P]: p\n(P3) [Q]: q\n-- {from: [P3]} --\n(C4) [C]: c"
    assert inference(text).data["from"] == ("P2",)


def test_labels_may_be_named_at_the_conclusion() -> None:
    text = "<A>\n\n(P1) [P]: p\n(P3) [Q]: q\n----\n(C4) [C]: c {from: P3}"
    assert inference(text).premises == (Q,)


def test_labels_are_kept_in_meaning_when_a_debate_is_written() -> None:
    text = "<A>\n\n(P1) [P]: p\n(P3) [Q]: q\n-- {from: [P3]} --\n(C4) [C]: c"
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate


def test_a_label_that_is_not_there_is_reported_with_the_nearest() -> None:
    text = "<A>\n\n(1) [P]: p\n(2) [Q]: q\n-- {from: [P1, p2]} --\n(3) [C]: c"
    assert [finding.hint for finding in argmap.parse(text).diagnostics] == ["did you mean `P2`?"]


@pytest.mark.parametrize(("labels", "is_safe"), [("P1 P2 C1", True), ("P1 P2 C", True), ("P1 P3 C4", False)])
def test_numbers_for_labels_are_safe_if_data_name_the_same_steps(labels: str, is_safe: bool) -> None:
    first, second, last = labels.split()
    text = f"<A>\n\n({first}) [P]: p\n({second}) [Q]: q\n-- {{from: [{second}]}} --\n({last}) [C]: c"
    fixes = [finding.fix for finding in argmap.parse(text).diagnostics if finding.code == "S118"]
    assert [fix and fix.is_safe for fix in fixes] == [is_safe]


def test_an_empty_uses_says_nothing() -> None:
    assert inference(LINES.format("-- {uses: } --")).premises == (P,)


# Undercuts


@pytest.mark.parametrize(
    "text",
    [
        "<A>\n\n(1) p\n----\n  <_ <B>\n(2) c",
        "<A>\n\n(1) p\n----\n  _ <B>\n(2) c",
        "<A>\n\n(1) p\n----\n(2) c\n  <_ <B>",
        "<A>\n  <_ <B>\n\n(1) p\n----\n(2) c",
        "<B>\n  _> <A>\n\n<A>\n\n(1) p\n----\n(2) c",
    ],
)
def test_an_inference_is_undercut(text: str) -> None:
    assert sketched(text) == [Relation(UNDERCUT, ArgumentRef("B"), InferenceRef("A", 0))]
    assert findings(text) == []


def test_an_undercut_below_a_conclusion_hits_the_inference_above_it() -> None:
    text = "<A>\n\n(1) p\n----\n(2) m\n  _ <B>\n----\n(3) c\n  _ <D>"
    assert sketched(text) == [
        Relation(UNDERCUT, ArgumentRef("B"), InferenceRef("A", 0)),
        Relation(UNDERCUT, ArgumentRef("D"), InferenceRef("A", 1)),
    ]


def test_an_undercut_of_an_argument_hits_its_last_inference() -> None:
    text = "<A>\n  _ <B>\n\n(1) p\n----\n(2) m\n----\n(3) c"
    assert sketched(text) == [Relation(UNDERCUT, ArgumentRef("B"), InferenceRef("A", 1))]


def test_an_undercut_below_a_premise_hits_the_premise_and_is_told() -> None:
    text = "<A>\n\n(1) [P]: p\n  <_ <B>\n----\n(2) c"
    assert sketched(text) == [Relation(UNDERCUT, ArgumentRef("B"), P)]
    assert findings(text) == ["R230 4:3"]


@pytest.mark.parametrize("text", ["[P]: p\n  <_ <B>", "x\n  + [P]: p\n    <_ <B>", "* [P]: p\n    <_ <B>"])
def test_an_undercut_of_any_other_statement_hits_the_statement(text: str) -> None:
    structure = "(1) p\n----\n(2) c\n\n"
    assert sketched(structure + text)[0] == Relation(UNDERCUT, ArgumentRef("B"), P)


def test_an_undercut_of_what_undercuts_an_inference_hits_the_statement() -> None:
    text = "<A>\n\n(1) p\n----\n  <_ [P]: p\n    <_ <B>\n(2) c"
    assert sketched(text)[0] == Relation(UNDERCUT, ArgumentRef("B"), P)


@pytest.mark.parametrize("operator", ["-", "+", "->", "_>"])
def test_an_inference_can_only_be_undercut(operator: str) -> None:
    text = f"<A>\n\n(1) p\n----\n  {operator} <B>\n(2) c"
    assert [one.kind for one in sketched(text)] == [UNDERCUT]


def test_other_relations_below_an_inference_are_told() -> None:
    assert findings("<A>\n\n(1) p\n----\n  - <B>\n(2) c") == ["R214 5:3"]


def test_relations_may_stand_below_premises_and_conclusions() -> None:
    text = "<A>\n\n(1) [P]: p\n  - [Q]: q\n----\n(2) [C]: c\n  +> [M]: m"
    assert sketched(text) == [
        Relation(RelationKind.ATTACK, Q, P),
        Relation(RelationKind.SUPPORT, C, M),
    ]


# What is odd


def test_a_blank_line_inside_is_read_over_and_told() -> None:
    text = "<A>\n\n(1) [P]: p\n\n(2) [Q]: q\n\n----\n\n(3) [C]: c\n\ntext"
    assert inference(text).premises == (P, Q)
    assert findings(text) == ["R207 5:1", "R207 7:1", "R207 9:1"]


def test_a_complete_structure_is_followed_by_another_one() -> None:
    text = "(1) p\n----\n(2) c\n\n(1) q\n----\n(2) d"
    assert len(argmap.parse(text).debate.arguments) == 2
    assert findings(text) == []


def test_a_complete_structure_goes_on_with_an_inference() -> None:
    text = "(1) p\n----\n(2) c\n\n----\n(3) d"
    assert len(argument(text).inferences) == 2
    assert findings(text) == ["R207 5:1"]


def test_a_structure_without_an_inference_is_kept_and_told() -> None:
    text = "<A>\n\n(1) [P]: p\n(2) [Q]: q"
    assert (argument(text).step_refs, argument(text).is_reconstructed) == ((P, Q), False)
    assert findings(text) == ["R209 3:1"]


def test_an_inference_without_a_conclusion_is_told() -> None:
    text = "<A>\n\n(1) [P]: p\n----\n  _ <B>"
    assert sketched(text) == [Relation(UNDERCUT, ArgumentRef("B"), ArgumentRef("A"))]
    assert findings(text) == ["R208 4:1"]


def test_an_inference_right_below_another_is_one_with_it_and_told() -> None:
    text = "<A>\n\n(1) [P]: p\n-- MP {strength: 1} --\n-- MT {warrant: w} --\n(2) [C]: c"
    assert (inference(text).rules, inference(text).strength) == (("MP", "MT"), 1.0)
    assert findings(text) == ["R208 4:1"]


def test_statements_below_the_last_conclusion_are_kept_and_told() -> None:
    text = LINES.format("----") + "\n(3) [Q]: q"
    assert argument(text).premises == (P, Q)
    assert findings(text) == ["R210 6:1"]


@pytest.mark.parametrize(("written", "text"), [("<B>", "<B>"), ("<B>: x", "<B>: x"), ("<B> #t", "<B>")])
def test_an_argument_as_a_premise_is_read_as_a_statement_and_told(written: str, text: str) -> None:
    document = argmap.parse(f"<A>\n\n(1) {written}\n----\n(2) c")
    assert [one.text for one in document.debate.claims.values()] == [text, "c"]
    assert [one.code for one in document.diagnostics] == ["R211"]


@pytest.mark.parametrize("below", ["[P]: p", "  [P]: p", "[P]:\np"])
def test_a_statement_may_stand_below_its_number(below: str) -> None:
    text = f"<A>\n\n(1)\n{below}\n----\n(2)\n[C]: c"
    assert (argument(text).premises, argument(text).conclusion) == ((P,), C)
    assert findings(text) == []


def test_a_number_without_a_statement_is_told() -> None:
    text = "<A>\n\n(1)\n----\n(2) c"
    assert len(argument(text).steps) == 2
    assert findings(text) == ["R233 3:1"]


@pytest.mark.parametrize("line", ["----", "-----", "--"])
def test_a_line_of_hyphens_that_separates_nothing_is_left_out_and_told(line: str) -> None:
    text = f"a\n\n{line}\n\nb"
    assert [one.text for one in argmap.parse(text).debate.claims.values()] == ["a", "b"]
    assert findings(text) == ["R232 3:1"]


@pytest.mark.parametrize("below", ["[A]: x", "  [A]: x", "\n[A]: x"])
def test_what_stands_below_such_a_line_is_kept(below: str) -> None:
    text = f"----\n{below}"
    assert argmap.parse(text).debate.claims["A"].text == "x"
    assert findings(text) == ["R232 1:1"]


def test_hyphens_in_a_text_are_text_and_told() -> None:
    text = "text\n-- more"
    assert [one.text for one in argmap.parse(text).debate.claims.values()] == ["text -- more"]
    assert findings(text) == ["S104 2:1"]


@pytest.mark.parametrize("text", ["-- a dash --", "-- a, b --", "-- a", "-- a -- b"])
def test_an_inference_line_of_nothing_is_text_and_told(text: str) -> None:
    assert argmap.parse(text).debate.claims["Untitled 1"].text == text
    assert findings(text) == ["S104 1:1"]


def test_labels_are_read_as_numbers_and_told_once() -> None:
    text = "<A>\n\n(P1) [P]: p\n(P2) [Q]: q {a: 1}\n----\n(C) [C]: c"
    assert (argument(text).premises, argument(text).conclusion) == ((P, Q), C)
    assert findings(text) == ["S118 3:1"]


@pytest.mark.parametrize("text", ["(P1) text", "text\n(P1) more", "(Peter) text\n----", "(C) text\nmore"])
def test_labels_without_an_inference_are_text(text: str) -> None:
    assert argmap.parse(text).debate.arguments == {}


def test_labels_between_numbers_are_text() -> None:
    assert len(argument("<A>\n\n(1) p\n(P2) q\n----\n(2) c").steps) == 2

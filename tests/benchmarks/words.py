"""What documents are made of."""

from __future__ import annotations

_VOCABULARY = """
people state law claim reason doubt evidence policy climate energy market price worker school child
health hospital study survey risk benefit cost tax budget citizen vote party region city village river
forest animal species harm right duty freedom safety privacy data machine model network journal court
judge crime prison peace war border trade growth debt bank income wage family culture language science
long-term well-known so-called large small early late common rare public private local global modern old
young rich poor open closed strong weak clear vague fair unjust likely unlikely recent former causes
shows suggests implies weakens supports prevents requires allows forbids increases reduces explains
assumes ignores doubts proves measures compares protects threatens improves worsens changes the a this
that every no some most many few other such both either neither whose which who what when where while
because although unless until since therefore however moreover otherwise still already of in on at by
for with without from to into over under between among against during before after is are was were be
been has have had may might must should would could will can cannot does not only naïve Müller œuvre Ærø
café señor Straße façade Łódź crème São déjà Ελλάδα Москва 東京 “quoted” it’s
"""
WORDS = _VOCABULARY.split()
TAGS = ("core", "empirical", "moral", "economy", "law-and-order", "to_do", "Ökologie", "v2", "(needs work)")
RULES = (
    "Modus Ponens",
    "Modus Tollens",
    "Disjunctive Syllogism",
    "Universal instantiation (x)",
    "Practical syllogism",
    "Inference to the best explanation",
    "Hypothetical Syllogism",
    "Argument from analogy",
)
SHORTCODES = (".->.", ".^.", ".~.", ":star:", ":heart:", ".<->.")
ESCAPES = (r"\*", r"\_", r"\[sic\]", r"\#1", r"\@", r"\{x\}", r"and\/or")

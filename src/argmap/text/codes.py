"""All findings that a text can cause: code, severity, words.

A code never changes its meaning. `S` are findings about how a text is written, `R` about what it says,
`C` about what follows, `Q` about selectors, `D` about differences between versions. The catalogue explains
them; it is not needed to find something.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.named_tuples import NamedTuple
from argmap.text.diagnostic import Diagnostic, Fix, Related, Severity
from argmap.text.span import Span

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Code(NamedTuple):
    """What a code means: `{0}`, `{1}` in message and hint are replaced by words of the text."""

    severity: Severity
    message: str
    hint: str | None = None


CODES: dict[str, Code] = {
    "S101": Code(_WARNING, "a blank line is missing before this line", "insert a blank line above"),
    "S102": Code(
        _WARNING,
        "`{0}` at the beginning of this line is read as text",
        "indent the line to make it a relation, or write `\\{0}` to keep it text",
    ),
    "S103": Code(
        _WARNING,
        "`{0}` at the beginning of this line is read as text",
        "insert a blank line above to begin a list or a premise-conclusion structure, or write `\\{0}`",
    ),
    "S104": Code(
        _WARNING,
        "`{0}` is an inference line only between numbered statements; here it is read as text",
        "number the statements `(1)`, `(2)`, or write `\\{0}`",
    ),
    "S105": Code(
        _WARNING, "this relation is not indented", "indent the line below what it supports or attacks"
    ),
    "S106": Code(
        _WARNING,
        "this indentation matches no line above",
        "indent it exactly like the lines it belongs to",
    ),
    "S107": Code(_WARNING, "an inference line needs four hyphens", "write `----`"),
    "S108": Code(_WARNING, "this inference line is not closed", "end it with `--`"),
    "S109": Code(
        _WARNING,
        "text after the end of an inference line is read as another rule",
        "move it before the `--`",
    ),
    "S110": Code(_INFO, "frontmatter is written between lines of `===`", "replace `---` with `===`"),
    "S111": Code(
        _WARNING, "`{{` is never closed, so it is read as text", "close it with `}}`, or write `\\{{`"
    ),
    "S112": Code(_WARNING, "this comment is never closed, so it is read as text", "close it"),
    "S113": Code(
        _WARNING,
        "`{0}` opens emphasis that is never closed, so it is read as text",
        "close it with `{0}`, or write `\\{0}`",
    ),
    "S114": Code(_WARNING, "frontmatter should be followed by a blank line", "insert a blank line below"),
    "S115": Code(
        _WARNING,
        "this statement below an inference line has no number, and is read as the conclusion",
        "write a number before it, such as `(3)`",
    ),
    "S116": Code(
        _INFO,
        "a backslash at the end of a line escapes nothing, so it is read as text",
        "remove it, or write `\\\\`",
    ),
    "S117": Code(_WARNING, "this line is read as part of the heading above it", "insert a blank line above"),
    "S118": Code(
        _INFO, "statements of an argument are numbered", "replace `{0}` with a number such as `(1)`"
    ),
    "S119": Code(
        _WARNING,
        "tabs and spaces are mixed in the indentation of this block; a tab counts as one space",
        "use only tabs or only spaces",
    ),
    "S120": Code(
        _WARNING,
        "this line begins with a special space ({0}), such as a non-breaking one, so it is read as text",
        "use plain spaces",
    ),
    "S121": Code(_WARNING, "`{0}` ({1}) is not an operator, so this line is read as text", "write {2}"),
    "S122": Code(
        _WARNING,
        "there is an apostrophe before `{0}`, so this line is read as text",
        "remove the apostrophe",
    ),
    "S123": Code(
        _WARNING,
        "`{0}` is not an operator; this is read as `{1}` and a text that begins with `{2}`",
        "write one operator, such as `><` for a contradiction, or a space after `{1}`",
    ),
    "S124": Code(
        _INFO,
        "a line of `=` does not make the line above a heading; it is read as text",
        "write `# ` before the heading",
    ),
    "S125": Code(
        _WARNING,
        "emphasis overlaps here, so this marker closes one and opens the next",
        "write one of them with `_`, as in `*one __two__ three*`",
    ),
    "S126": Code(
        _INFO,
        "`{0}` is read as `{1}`: a backslash makes the next character plain text",
        "write `\\{0}` to keep the backslash",
    ),
    "S127": Code(
        _WARNING,
        "there is a space between this title and its colon",
        "write the colon right after the bracket",
    ),
    "S128": Code(_WARNING, "`{0}` ({1}) after this title is read as a colon", "write `:`"),
    "S129": Code(
        _WARNING,
        "this line of a premise-conclusion structure has no number, and is read as a premise",
        "write a number before it, such as `(2)`",
    ),
    "S130": Code(
        _WARNING,
        "a premise-conclusion structure cannot be in a text or below a relation; it is read as text",
        "{0}",
    ),
    "S131": Code(_WARNING, "`{0}` is missing from this title, so the line is read as text", "write `{1}`"),
    "S132": Code(
        _WARNING,
        "`{0}…{1}` does not make a title, so this line is read as text",
        "write `[…]:` for a claim, `<…>:` for an argument",
    ),
    "S134": Code(
        _WARNING,
        "a heading needs a space after `{0}`; this is read as text with a tag",
        "write a space after `{0}`",
    ),
    "S135": Code(_WARNING, "`{0}` ({1}) looks like markup, but is read as text", "write `{2}`"),
    "S136": Code(
        _WARNING,
        "`{0}` is not the number of a statement, so this is not read as a premise-conclusion structure",
        "write `(1)`, `(2)` and so on, and `----` above the conclusion",
    ),
    "S137": Code(
        _WARNING,
        "a relation to `{0}` inside a text is read as text",
        "write it on a line of its own, indented below what it supports or attacks, such as `+ <Reason>`",
    ),
    "S138": Code(
        _INFO,
        "this Markdown fence line is ignored",
        "remove it, or save the text as a page in Markdown, such as `page.md`",
    ),
    "S139": Code(
        _WARNING,
        "`{0}` is an HTML tag, which has no meaning here",
        "remove it, or use Argdown markup such as `**bold**`",
    ),
    "S140": Code(_WARNING, "this comment {0} `--!>`", "end comments with `-->`"),
    "S141": Code(
        _INFO,
        "`{0}` makes a list; it is not related to the line above",
        "write `+` if it is a reason for that line, `-` if it is one against it",
    ),
    "S142": Code(
        _INFO,
        "this line is one space deeper than the line above, so it is read as its child; elsewhere a "
        "level takes more spaces",
        "indent it like the line above, or as much as elsewhere",
    ),
    "S143": Code(
        _WARNING,
        "an invisible character or special space ({0}) keeps this markup from being read",
        "replace it with a plain space, or remove it",
    ),
    "S144": Code(_INFO, "`{0}` is text, not data", "write `{{{1}}}`"),
    "S145": Code(
        _INFO, "`{0}` is an HTML character reference and is shown as written", "write the character itself"
    ),
    "S146": Code(_WARNING, "`{0}` is not an operator, so {1} is read as text", "{2}"),
    "S147": Code(
        _WARNING,
        "`{0}` does not include a file, and is read as text",
        "write `@include(path.argdown)` on a line of its own, without quotation marks",
    ),
    "S150": Code(
        _WARNING,
        "this fence is never closed, so everything below is read as part of it",
        "write `{0}` on a line of its own below the text",
    ),
    "R201": Code(_ERROR, "this data cannot be read: {0}", "{1}"),
    "R202": Code(_ERROR, "data must be a mapping, not {0}", "write `{{key: value}}`"),
    "R203": Code(_WARNING, "the key `{0}` occurs twice; the last one counts", "remove one of them"),
    "R204": Code(_WARNING, "{0}", "{1}"),
    "R205": Code(
        _WARNING,
        "this data is nested too deeply or repeats itself too often to be read",
        "use fewer levels and fewer aliases",
    ),
    "R206": Code(
        _ERROR,
        "<{0}> already has a premise-conclusion structure; this one is read as an argument of its own",
        "give this structure its own argument: write `<Title>` and a blank line above it",
    ),
    "R207": Code(
        _WARNING, "a blank line interrupts this premise-conclusion structure", "remove the blank line"
    ),
    "R208": Code(_ERROR, "this inference has no conclusion", "write a numbered statement below it"),
    "R209": Code(
        _ERROR,
        "this premise-conclusion structure has no inference, so nothing follows from its statements",
        "write `----` above its conclusion",
    ),
    "R210": Code(
        _ERROR,
        "no inference uses this statement: it is below the last conclusion",
        "write `----` above the conclusion that follows from it, or move the statement up",
    ),
    "R211": Code(
        _ERROR,
        "an argument cannot be a premise or a conclusion; this is read as a statement",
        "write a statement, or refer to the argument's conclusion",
    ),
    "R212": Code(
        _WARNING,
        "this line has no parent: there is nothing above it to support or attack",
        "{0}",
    ),
    "R213": Code(
        _WARNING,
        "only statements contradict each other, not arguments",
        "use `-` or `->` for an attack",
    ),
    "R214": Code(_WARNING, "an inference can only be undercut; this is read as an undercut", "write `<_`"),
    "R215": Code(
        _WARNING,
        "`uses` names statement {0}, but there is none above this inference with that position",
        "{1}",
    ),
    "R216": Code(
        _WARNING,
        "[^{0}] is inferred from premises, so it is a claim rather than evidence",
        "write `[{0}]`",
    ),
    "R217": Code(_WARNING, "there is no source `{0}` in this document", "{1}"),
    "R218": Code(
        _WARNING,
        "`{0}` inside a text is just text, not a reference",
        "{1}",
    ),
    "R219": Code(_WARNING, "`{0}` is mentioned here but not stated anywhere in this document", "{1}"),
    "R220": Code(_INFO, "`{0}` is referred to but never stated", "{1}"),
    "R221": Code(
        _INFO,
        "`{0}` is defined again with a different text; this one counts",
        "give one of them another title",
    ),
    "R222": Code(_WARNING, "`{0}` and `{1}` differ only in upper and lower case", "write both the same way"),
    "R223": Code(_WARNING, "{0} both supports and attacks {1}", "keep one of the two relations"),
    "R224": Code(_ERROR, "{0} cannot be included: {1}", "{2}"),
    "R225": Code(
        _INFO, "`@include` works when a file is loaded, not when a text is parsed", "use `argmap.load`"
    ),
    "R226": Code(_INFO, "`{0}` is not a known kind of evidence", "did you mean `{1}`?"),
    "R227": Code(_WARNING, "`{0}` must be a number from 0 to 1", "write a number such as 0.8"),
    "R228": Code(_ERROR, "the bibliography {0} cannot be read: {1}", "check its path and format"),
    "R229": Code(_WARNING, "this title is empty", "write a title between the brackets"),
    "R230": Code(
        _WARNING,
        "an undercut below a premise targets the premise, not an inference",
        "write it below the inference line",
    ),
    "R231": Code(_WARNING, "this heading is empty", "write a title after `#`"),
    "R232": Code(_INFO, "this line has no meaning and is ignored", "separate blocks with blank lines"),
    "R233": Code(_WARNING, "there is no text after `{0}`", "write one, or remove `{0}`"),
    "R234": Code(
        _WARNING, "this text is below a reference, which cannot have a text", "write `{0}:` to define it"
    ),
    "R235": Code(
        _WARNING,
        "the brackets in the title before this `]:` do not match: `{0}`",
        "write `@[Title]` for a mention, and put a definition at the beginning of a line",
    ),
    "R236": Code(_WARNING, "the key `{0}` has no value", "write `key: value`, with a space after the colon"),
    "R237": Code(
        _WARNING,
        "<{0}> is read as an argument with this title",
        "write a link as text in brackets, followed by its address in parentheses",
    ),
    "R238": Code(_WARNING, "`{0}` is text here, neither true nor false", "write `{1}`"),
    "R239": Code(_WARNING, "`{0}` is not a known frontmatter key", "did you mean `{1}`?"),
    "R240": Code(_WARNING, "`{0}` is not a colour", "{1}"),
    "R241": Code(
        _WARNING,
        "`{0}` is read as text: a title that begins with `-` cannot be referred to",
        "give it another title",
    ),
    "R243": Code(
        _ERROR,
        "there is no statement above this inference line",
        "write the premises above it, each with a number",
    ),
    "R244": Code(_WARNING, "`{0}` is not stated anywhere, but `{1}` is", "did you mean `{1}`?"),
    "R245": Code(
        _WARNING,
        "`{0}` and `{1}` look the same, but are different titles: they differ in quotes, dashes, spaces or "
        "invisible characters",
        "write both the same way",
    ),
    "R246": Code(
        _WARNING, "<{0}> is read as an argument with this title", "write `[{0}]` if you mean evidence"
    ),
    "R247": Code(
        _WARNING,
        "{0} is a question, and nothing {1} a question",
        "write `+` if {2} answers it, or relate it to a position",
    ),
    "R248": Code(
        _WARNING,
        "{0} is a question, and a question {1} nothing",
        "write a claim in its place, or a question on a line of its own with `+` before its positions",
    ),
    "R249": Code(
        _WARNING,
        "[?{0}] is a question, which is neither premise nor conclusion",
        "write a claim such as `[{0}]`",
    ),
    "R250": Code(_ERROR, "the schemes in {0} cannot be read: {1}", "check its path and content"),
    "R251": Code(_WARNING, "an entry of the bibliography {0} cannot be read: {1}", "check the entry"),
    "R260": Code(_ERROR, "the settings in {0} cannot be read: {1}", "fix or remove the file"),
    "R261": Code(
        _WARNING,
        "a comma ends the value of `{0}`, so the words after it are read as keys",
        "write {1}",
    ),
    "R262": Code(
        _WARNING,
        "`{0}` is not a quotation mark in data, so a comma ends the text",
        "write plain quotation marks: `\"` or `'`",
    ),
    "R263": Code(
        _WARNING,
        "a colon is missing after `{0}`, so it is just text, not a reference",
        "write `{0}:` to define it, or `@{0}` to mention it",
    ),
    "R264": Code(_INFO, "`{0}` has no meaning here", "did you mean `{1}`?"),
    "R265": Code(_WARNING, "{0} is not read", "write the settings to argmap.toml or argdown.config.json"),
    "R266": Code(
        _WARNING,
        "the `processes` in {0} are not followed",
        "write shared settings at the top of the file, and pass the rest to a command with `--set`; "
        "`render --parts` draws one map for each section",
    ),
    "R267": Code(
        _WARNING,
        "the frontmatter that begins here is never closed, so it is read as text",
        "write a line of `===` below it",
    ),
    "R268": Code(
        _WARNING, "{0} is not a position on {1}", "name one of its positions, or write `open` or `none`"
    ),
    "R280": Code(
        _INFO,
        "this page has no `argdown` fence, so nothing in it is read",
        "write `~~~argdown` above the text and `~~~` below it",
    ),
    "R281": Code(
        _WARNING, "another fence on this page is also called `{0}`", "give one of them another identifier"
    ),
    "R285": Code(
        _WARNING,
        "the source `{0}` is declared again with different content; the first declaration counts",
        "keep one declaration, or give one of them another key",
    ),
    "R286": Code(
        _INFO,
        "{0} in the frontmatter of an included file {1} no effect",
        "write this in the frontmatter of the first document",
    ),
    "R287": Code(
        _WARNING,
        "the scheme `{0}` in {1} is already described in another file; the first description counts",
        "keep one description, or give one of them another name",
    ),
    "R288": Code(_WARNING, "`expect` names `{0}`, which this document does not state", "{1}"),
    "R289": Code(_WARNING, "`{0}` is not a verdict", "{1}"),
    "R293": Code(
        _WARNING,
        "`relation` says something about a relation, but this line has no operator",
        "write it on the line that begins with `+`, `-` or another operator",
    ),
    "R294": Code(
        _WARNING, "`relation` must be a mapping", "write, for example, `{{relation: {{strength: 0.5}}}}`"
    ),
    "R295": Code(_WARNING, "`{0}` is not a proof standard", "{1}"),
    "R296": Code(
        _WARNING,
        "{0}: evaluated only in part, because {1}",
        "divide it, or evaluate parts of the debate",
    ),
    "R297": Code(_INFO, "the frontmatter declares no speaker `{0}`", "did you mean `{1}`?"),
    "R298": Code(
        _WARNING,
        "`expect` does not say which verdict is expected of what",
        'list names by verdict, such as `expect: {{in: ["[Claim]"]}}`',
    ),
    "R299": Code(_WARNING, "`{0}` is not {1}, so it declares nothing", "{2}"),
    "R300": Code(_ERROR, "{0}", "{1}"),
    "R301": Code(_ERROR, "{0}", "{1}"),
    "R302": Code(_ERROR, "{0}", "{1}"),
    "R303": Code(_ERROR, "{0}", "{1}"),
    "R304": Code(_ERROR, "{0}", "{1}"),
    "R305": Code(_WARNING, "{0}", "{1}"),
    "R306": Code(_WARNING, "{0}", "{1}"),
    "R307": Code(_ERROR, "the value of `{0}` is not a text", "write the formula in quotes"),
    "R308": Code(
        _WARNING,
        "{0} has two formulas that say different things: `{1}` counts, not this one",
        "keep one of them, or give what they formalise titles of their own",
    ),
    "R309": Code(
        _WARNING,
        "`{0}` has two meanings: “{1}” was declared before",
        "give one of them another letter, or remove a declaration",
    ),
    "R310": Code(_WARNING, "{0}", "write letters and meanings, as in `declarations: {{F: is human}}`"),
    "R311": Code(
        _WARNING,
        "`{0}` cannot be a letter in a formula",
        "write a single word of letters and digits, as in `F: is human`",
    ),
    "R312": Code(
        _WARNING, "`{0}` is {1} here and {2} in another formula", "use another letter for one of them"
    ),
    "R313": Code(
        _WARNING, "`{0}` has no effect here: only claims and evidence have formulas", "write it on a claim"
    ),
    "R314": Code(
        _INFO,
        "this text is the path of a file, which is not read",
        "read the file with `argmap.load`, or include it with `@include({0})`",
    ),
    "C301": Code(_WARNING, "[^{0}] has no source", "add `{{source: …}}`"),
    "C302": Code(
        _WARNING,
        "the conclusion of <{0}> is one of its premises",
        "argue for the conclusion from something else",
    ),
    "C303": Code(
        _INFO, "the source {0} has no date", "add `date: …` or, for a page that changes, `accessed: …`"
    ),
    "C304": Code(
        _INFO,
        "[^{0}] quotes {1} without saying where in it the words are",
        "add `{{locator: …}}`: a page, paragraph or time",
    ),
    "C305": Code(_WARNING, "{1} does not contain the quotation in [^{0}]", "{2}"),
    "C306": Code(
        _WARNING,
        "the file {0}, which [^{1}] quotes, cannot be read: {2}",
        "check the path, which is relative to the folder of the document and must stay inside it",
    ),
    "C307": Code(
        _INFO,
        "{0} support {1} separately, but rest on the same source: {2}",
        "count them as one piece of evidence, or find another source",
    ),
    "C308": Code(
        _INFO,
        "{0} is used as a premise, but nothing supports it",
        "add evidence, an argument or a source for it, or leave it as an assumption",
    ),
    "C309": Code(_WARNING, "this reasoning is circular: {0}", "support one of the steps with something else"),
    "C310": Code(
        _WARNING,
        "no inference of <{0}> uses this step",
        "name it in the `uses` of an inference, or remove it",
    ),
    "C311": Code(
        _INFO,
        "the sketch says that {0} {1} <{2}>, but it is not related to any premise of the reconstruction",
        "write it below the premise that it is about, or add a premise",
    ),
    "C312": Code(
        _INFO,
        "the conclusion of <{0}> is a premise of <{1}>, {2}, but the sketch does not show it",
        "write `+ <{0}>` below <{1}>",
    ),
    "C313": Code(
        _WARNING, "whoever accepts {0} is committed to a contradiction: {1}", "give up one of these steps"
    ),
    "C314": Code(
        _INFO,
        "evidence from {0} both supports and attacks {1}",
        "check whether the source can be counted on for both",
    ),
    "C315": Code(
        _INFO,
        "critical questions of this {0} are open: {1}",
        'answer them with `{{answers: {{{2}: "[Claim]"}}}}`, or by an undercut with `{{question: {2}}}`',
    ),
    "C316": Code(
        _INFO, "nothing joins {0} with the rest of the debate", "relate it to something, or mention it"
    ),
    "C317": Code(
        _INFO,
        "the conclusion mentions {0}, but no premise does",
        "add a premise that introduces this, or use the same words",
    ),
    "C318": Code(
        _INFO,
        "this premise mentions {0}, but neither the conclusion nor another premise does",
        "add a premise that connects this, or use the same words",
    ),
    "C319": Code(_WARNING, "`{0}` is not a critical question of {1}", "{2}"),
    "C320": Code(_INFO, "`{0}` is not a known scheme", "did you mean `{1}`?"),
    "C321": Code(_WARNING, "{0}", "{1}"),
    "C322": Code(_INFO, "the source `{0}` is never used", "use it, or remove it"),
    "C323": Code(
        _WARNING,
        "the answer to `{0}` refers to {1}, which this document does not state",
        "{2}",
    ),
    "C324": Code(_WARNING, "`{0}` is not the code of a finding", "{1}"),
    "C325": Code(
        _INFO, "the question [?{0}] has no position", "write its answers below it, each with `+` before it"
    ),
    "C326": Code(
        _WARNING,
        "{0} supports {1}, but they are rival answers to {2}",
        "write `{{several: true}}` on the question if both can hold, or remove the relation",
    ),
    "C330": Code(
        _ERROR,
        "{0} is expected to be {1}, but it is {2}",
        "see all verdicts with `argmap evaluate`, and change the text or what is expected",
    ),
    "C331": Code(_WARNING, "whether {0} is {1} was not decided in {2} seconds", "allow more time"),
    "C332": Code(
        _INFO, "the strength of {0} has no effect under `{1}`", "choose a semantics in which supports count"
    ),
    "C333": Code(
        _WARNING,
        "the strength of {0} does not settle under {1}",
        "choose another semantics, or break the circle or conflict that it is in",
    ),
    "C334": Code(
        _INFO,
        "the proof standard of {0} has no effect under {1}",
        "evaluate the debate under `grounded`, or leave the standard out",
    ),
    "C340": Code(
        _WARNING,
        "the conclusion does not follow: there is a case that refutes it ({0})",
        "add a premise that excludes this case, or conclude less",
    ),
    "C341": Code(
        _WARNING,
        "the premises cannot all be true, so anything follows from them",
        "give up or weaken one of {0}",
    ),
    "C342": Code(
        _WARNING, "the conclusion says the same as the premise {0}", "argue for it from something else"
    ),
    "C343": Code(
        _INFO, "the conclusion follows without {0}", "leave it out of `uses`, or correct its formula"
    ),
    "C344": Code(
        _INFO,
        "the step is valid only with {0}, which nobody stated",
        "ask whether those who argue so would grant it",
    ),
    "C345": Code(_WARNING, "it was not decided whether {0}: {1}", "allow more time, or use simpler formulas"),
    "C346": Code(
        _WARNING,
        "according to their formulas it is not the case that {0}: there is a case that refutes it ({1})",
        "remove the relation, or correct the formulas",
    ),
    "C347": Code(_INFO, "according to their formulas {0}, but this is not drawn", "draw it with `{1}`"),
    "C348": Code(
        _WARNING, "the step is called {0} but does not have that form: {1}", "rename it, or change the step"
    ),
    "C349": Code(
        _WARNING,
        "this is {0}, a fallacy: there is a case that refutes it ({1})",
        "add a premise that excludes this case, or conclude less",
    ),
    "C350": Code(
        _INFO, "no declaration says what `{0}` means", "write it in `declarations`, as in `{{{0}: …}}`"
    ),
    "C351": Code(
        _WARNING,
        "the conclusion does not follow from the argument's premises: there is a case that refutes it ({0})",
        "add a premise that excludes this case, or conclude less",
    ),
    "Q601": Code(_ERROR, "{0}", "{1}"),
    "Q602": Code(_ERROR, "{0}", "{1}"),
    "Q603": Code(_ERROR, "{0}", "{1}"),
    "Q604": Code(_WARNING, "{0}", "{1}"),
    "D701": Code(
        _ERROR,
        "two versions of this text were merged here, and say different things",
        "keep what is right, and remove the lines with the markers",
    ),
    "I401": Code(_ERROR, "this is not JSON: {0}", "export the file again, or fix it there"),
    "I402": Code(_ERROR, "`{0}` {1}", "write what the format has there"),
    "I403": Code(_ERROR, "`{0}` {1}", "add what it refers to, or remove the reference"),
    "I404": Code(_ERROR, "`{0}` {1}", "give each thing an id of its own"),
    "I405": Code(_ERROR, "this is not {0}: {1}", "export the file again, or fix it there"),
    "I406": Code(_ERROR, "{0} is not read: it can stand for anything", "write what it stands for"),
    "I407": Code(
        _ERROR, "{0} is not {1}", "write it in the form of its format, or name another format with `--from`"
    ),
    "I408": Code(_ERROR, "{0}", "write how many there are"),
    "I409": Code(_ERROR, "it is nested too deeply", "nest it less deeply"),
    "I410": Code(
        _ERROR,
        "byte {0}, in line {1}, is not {2}",
        "save the file as UTF-8, or name its encoding with `--encoding`",
    ),
    "I411": Code(
        _ERROR, "the format of this file is not known: {0}", "name the format, for example with `--from {1}`"
    ),
}


def diagnose(
    code: str, span: Span, *words: str, related: Iterable[Related] = (), fix: Fix | None = None
) -> Diagnostic:
    """Return the diagnostic of a code at a place, with its words filled in."""
    meaning = CODES[code]
    hint = meaning.hint.format(*words) if meaning.hint else None
    message = meaning.message.format(*words)
    return Diagnostic(code, meaning.severity, message, span, hint or None, tuple(related), fix)

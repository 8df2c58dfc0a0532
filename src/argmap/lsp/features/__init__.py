"""What editors can ask about a text, without the protocol.

Each module answers one kind of question with plain functions: a `Document` and an offset into its text go in,
and frozen values with spans come out, or None where there is nothing to say. `hover` is the model.

A document here is never a page in Markdown, only the content of one of its fences, so that its text, tree
and spans agree; `argmap.lsp.texts.regions` picks it, and moves the spans of the answer to the page.
"""

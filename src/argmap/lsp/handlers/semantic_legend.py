"""The names that editors have for what the parts of a text are."""

from __future__ import annotations

from lsprotocol import types

from argmap.lsp.features.shape.token_kinds import TokenKind, TokenModifier

# What editors have colours for.
_TYPES = {
    TokenKind.CLAIM: "class",
    TokenKind.EVIDENCE: "struct",
    TokenKind.QUESTION: "interface",
    TokenKind.ARGUMENT: "function",
    TokenKind.OPERATOR: "operator",
    TokenKind.NUMBER: "number",
    TokenKind.TAG: "decorator",
    TokenKind.KEY: "property",
    TokenKind.RULE: "macro",
    TokenKind.COMMENT: "comment",
    TokenKind.HEADING: "namespace",
    TokenKind.SOURCE: "variable",
    TokenKind.INCLUDE: "keyword",
}
TYPE_NUMBERS = {kind: number for number, kind in enumerate(_TYPES)}
MODIFIER_BITS = {modifier: 1 << number for number, modifier in enumerate(TokenModifier)}
LEGEND = types.SemanticTokensLegend(
    token_types=list(_TYPES.values()), token_modifiers=[modifier.value for modifier in TokenModifier]
)

"""All positions that a semantics allows: listing them, and asking about them without listing them."""

"""All positions that a semantics allows: searched for, and asked for without listing them."""

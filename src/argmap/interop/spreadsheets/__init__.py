"""Tables of reasons, as people keep them in spreadsheets."""

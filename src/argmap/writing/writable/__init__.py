"""A debate that can be written: what no text can say is changed to the nearest that one can."""

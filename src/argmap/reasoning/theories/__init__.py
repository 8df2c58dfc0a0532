"""A debate read as reasons: statements, steps, conflicts and entailments."""

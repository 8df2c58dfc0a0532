"""What a debate comes to once it is read as reasons: statements, steps, conflicts and entailments."""

"""Named forms of steps: rules and fallacies."""

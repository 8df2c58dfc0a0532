"""Forms of steps that have names: rules, and fallacies."""

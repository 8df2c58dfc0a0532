"""From a debate to text, and debates built in code."""

"""The tools that assistants call, one module for each kind of question."""

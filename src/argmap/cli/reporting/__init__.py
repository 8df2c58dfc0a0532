"""Commands that tell a debate in words."""

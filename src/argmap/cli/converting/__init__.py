"""Commands on other formats."""

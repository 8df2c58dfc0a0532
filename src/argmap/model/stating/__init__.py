"""What a debate needs so that it can be stated line by line."""

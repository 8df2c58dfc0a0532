"""What can be done at a place in a text: repair what is wrong there, or write it in another way."""

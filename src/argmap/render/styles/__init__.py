"""How things look: themes, and what a document asks for over them."""

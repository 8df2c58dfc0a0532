"""Other formats that hold debates, one module each."""

"""Commands that go on until they are ended: they answer browsers and assistants."""

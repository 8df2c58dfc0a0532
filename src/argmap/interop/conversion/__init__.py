"""From files of other formats to debates and back: what all formats share."""

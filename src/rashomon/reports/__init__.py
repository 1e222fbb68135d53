"""Case -> what people and programs read: terminal, HTML, JSON Lines, tables."""

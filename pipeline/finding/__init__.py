"""Doc → mentions: names, dates, quantities; one module or folder a kind of mention, each a spaCy component."""

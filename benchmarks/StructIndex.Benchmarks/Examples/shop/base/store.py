"""Files, pictures and the search tree."""


def shrink(picture, width):
    """Make a thumbnail of a picture."""
    return picture.scaled(width)


def put_words(key, words):
    """Enter words into the full-text index."""
    return {word: key for word in words}


def drop_words(key):
    """Take an entry out of the full-text index."""
    return {"gone": key}


def fold(text):
    """Strip accents and fold case."""
    return text.casefold()


def pack(files):
    """Compress files into one archive."""
    return b"".join(files)


def chart(rows):
    """Draw a bar chart."""
    return [len(str(row)) for row in rows]

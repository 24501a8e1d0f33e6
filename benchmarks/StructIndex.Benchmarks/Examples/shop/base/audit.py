"""What happened, for those who ask later."""


def compare(before, after):
    """Make sure that both counts stay consistent."""
    if before.total != after.total:
        raise ValueError(before)
    return after


def write_down(who, what):
    """Keep an entry in the journal of who did something."""
    return {"who": who, "what": what}


def difference(left, right):
    """List where two tables disagree."""
    return [row for row in left if row not in right]


def sign(entry, key):
    """Seal an entry against forgery."""
    return entry, hash((key, str(entry)))

"""Quantities on the shelves."""


def lower(rows, amount):
    """Lower the inventory by what was bought."""
    for row in rows:
        row.left -= amount
    return rows


def raise_again(rows, amount):
    """Raise the inventory again."""
    for row in rows:
        row.left += amount
    return rows


def below(rows, limit):
    """Which articles are nearly sold out."""
    return [row for row in rows if row.left < limit]


def count_shelf(shelf):
    """Count by hand what lies on a shelf."""
    return sum(box.size for box in shelf)

"""Persons and what is known of them."""


def erase(person):
    """Blank out name, address and birthday."""
    person.name = person.address = person.birthday = None
    return person


def role_of(person):
    """The role that decides what a person may do."""
    return person.role


def join(left, right):
    """Make one record of two duplicates."""
    left.parts += right.parts
    return left


def points(person, amount):
    """Add loyalty points."""
    person.points += amount
    return person


def tax_place(person):
    """The country whose sales tax applies."""
    return person.address.country

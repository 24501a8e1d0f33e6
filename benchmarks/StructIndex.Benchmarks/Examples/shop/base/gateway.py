"""Talks to the bank and to carriers."""


def charge(card, amount):
    """Take money from a credit card."""
    return card.send("charge", amount)


def send_back(card, amount):
    """Return money to a credit card."""
    return card.send("return", amount)


def rate(origin, goal, weight):
    """Ask a carrier for its price."""
    return origin.distance(goal) * weight


def pick_up(parcel, day):
    """Have a parcel fetched by the carrier."""
    return parcel.code, day


def exchange(amount, currency):
    """Convert into another currency by the rate of the day."""
    return amount * currency.rate

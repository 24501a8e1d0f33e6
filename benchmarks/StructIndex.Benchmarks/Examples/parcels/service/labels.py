"""Labels that are stuck on parcels."""


def render_label(parcel):
    """The label of a parcel as lines of text, with its barcode."""
    return [parcel.recipient, parcel.destination.street, parcel.destination.city, barcode_of(parcel.number)]


def barcode_of(number):
    """Digits of a parcel number with a check digit at the end (Luhn)."""
    return f"{number}{check_digit(number)}"


def check_digit(number):
    total = 0
    for place, digit in enumerate(reversed(str(number))):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return (10 - total % 10) % 10

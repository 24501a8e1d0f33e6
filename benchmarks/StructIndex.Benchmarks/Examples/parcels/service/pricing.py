"""What a parcel costs."""

BASE_PRICE = 390
FREE_WEIGHT = 2000


def price_of(parcel, customer):
    """Price of a parcel in cents, with everything added and taken off."""
    price = BASE_PRICE + surcharge_for_weight(parcel.weight) + surcharge_for_distance(parcel.origin, parcel.destination)
    return apply_discount(price, customer)


def surcharge_for_weight(grams):
    """Heavy parcels cost more: 50 cents for each begun kilogram above two."""
    if grams <= FREE_WEIGHT:
        return 0
    return -(-(grams - FREE_WEIGHT) // 1000) * 50


def surcharge_for_distance(origin, destination):
    return 120 if origin.country != destination.country else 0


def apply_discount(price, customer):
    """Takes the percentage off that a business customer has agreed."""
    return price - price * customer.discount_percent // 100

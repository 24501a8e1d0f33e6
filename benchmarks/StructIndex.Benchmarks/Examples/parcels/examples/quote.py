"""Shows how to ask for the price of a parcel."""

from service import price_of, render_label

print(price_of(parcel, customer))
print("\n".join(render_label(parcel)))

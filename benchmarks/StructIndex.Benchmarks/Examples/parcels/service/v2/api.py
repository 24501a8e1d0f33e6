"""The web interface."""

from ..auth import require_role
from ..pricing import price_of


@require_role("customer")
def create_shipment(request):
    """Takes an order for a parcel and answers with its number and price."""
    parcel = request.parcel()
    request.store.save(parcel)
    return {"number": parcel.number, "price": price_of(parcel, request.customer)}


@require_role("customer")
def cancel_shipment(request, number):
    """Takes an order back as long as the parcel was not handed in."""
    parcel = request.store.load(number)
    if parcel.scans:
        raise Conflict("the parcel is on its way")
    request.store.remove(number)


class Conflict(Exception):
    """What was asked for does not fit the state of the parcel."""

"""The first version of the web interface."""


def create_shipment(request):
    """Takes an order for a parcel."""
    return {"id": request.store.add(request.body), "price": None}


def cancel_shipment(request, number):
    request.store.remove(number)

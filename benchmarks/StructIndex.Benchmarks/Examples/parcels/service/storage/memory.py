from .base import ParcelStore


class MemoryParcelStore(ParcelStore):
    """Keeps parcels in a dictionary, for trying things out."""

    def __init__(self):
        self._parcels = {}

    def load(self, number):
        return self._parcels[number]

    def save(self, parcel):
        self._parcels[parcel.number] = parcel

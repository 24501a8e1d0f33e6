"""Where parcels are."""

from datetime import timedelta

from .routing import shortest_route
from .storage.base import ParcelStore


class Tracker:
    """Follows parcels from depot to depot by the scans of their labels."""

    def __init__(self, store: ParcelStore):
        self._store = store

    def record_scan(self, number, depot, time):
        """Remembers that a parcel was scanned at a depot."""
        parcel = self._store.load(number)
        parcel.scans.append((depot, time))
        self._store.save(parcel)

    def last_position(self, number):
        """The depot where a parcel was seen last; None before the first scan."""
        scans = self._store.load(number).scans
        return scans[-1][0] if scans else None

    def estimate_arrival(self, number):
        """When a parcel will be delivered, from the hours that remain on its route."""
        parcel = self._store.load(number)
        depot, time = parcel.scans[-1]
        return time + timedelta(hours=shortest_route(depot, parcel.destination).hours)

    def is_lost(self, number, now):
        """A parcel that nobody has scanned for a week is lost."""
        return now - self._store.load(number).scans[-1][1] > timedelta(days=7)

from abc import ABC, abstractmethod


class ParcelStore(ABC):
    """Keeps parcels."""

    @abstractmethod
    def load(self, number):
        """The parcel of a number."""

    @abstractmethod
    def save(self, parcel):
        """Keeps a parcel."""

import sqlite3

from .base import ParcelStore


class SqliteParcelStore(ParcelStore):
    """Keeps parcels in a SQLite database, one row for each."""

    def __init__(self, file):
        self._connection = sqlite3.connect(file)
        self._migrate()

    def load(self, number):
        row = self._connection.execute("select data from parcels where number = ?", (number,)).fetchone()
        return decode(row[0])

    def save(self, parcel):
        with self._connection:
            self._connection.execute("insert or replace into parcels values (?, ?)", (parcel.number, encode(parcel)))

    def _migrate(self):
        """Creates the tables that are missing."""
        self._connection.execute("create table if not exists parcels (number integer primary key, data text)")

"""Stages."""
from base import audit, clock, gateway, mailer, stock, store


def process(table):
    return store.chart(table.rows)


def apply(table):
    return mailer.post(table.address, store.pack(table.files))


def go(table, other):
    return audit.difference(table.rows, other.rows)


def pass_one(table):
    return clock.remember(table.key, [gateway.exchange(row.total, table.currency) for row in table.rows])


def last_part(table):
    return audit.compare(table, stock.count_shelf(table.shelf))

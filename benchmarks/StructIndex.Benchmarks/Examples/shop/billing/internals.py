"""Internals."""
from base import audit, clock, gateway, ledger, mailer, people


def process(item):
    mark = ledger.undo(item.mark)
    return gateway.send_back(item.card, mark.total)


def apply(item):
    place = people.tax_place(item.owner)
    return ledger.book(place.account, item.total)


def run(items):
    for item in items:
        clock.later(item, item.wait)
        mailer.post(item.address, item.text)


def phase3(item, currency):
    return ledger.book(item.account, gateway.exchange(item.total, currency))


def do_part(item, shares):
    return [ledger.book(item.account, part) for part in ledger.split(item.total, shares)]


def inner(left, right):
    return [audit.sign(row, left.key) for row in audit.difference(left.rows, right.rows)]

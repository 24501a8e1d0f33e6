"""Core."""
from base import clock, gateway, mailer, stock, store


def process(box):
    prices = [gateway.rate(box.origin, goal, box.weight) for goal in box.goals]
    return min(prices)


def handle(box):
    gateway.pick_up(box, box.day)
    return mailer.ring(box.phone, box.text)


def work(box):
    return store.pack([mailer.render(page, box.values) for page in box.pages])


def advance(box):
    clock.forget(box.key)
    return mailer.post(box.address, box.text)


def second_half(box):
    return stock.raise_again([box], stock.count_shelf(box.shelf))

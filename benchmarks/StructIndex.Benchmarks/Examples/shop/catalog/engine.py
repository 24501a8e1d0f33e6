"""Engine."""
from base import clock, gateway, stock, store


def process(entry):
    return store.put_words(entry.key, store.fold(entry.text))


def apply(entry, currency):
    clock.forget(entry.key)
    return gateway.exchange(entry.price, currency)


def stage_two(entry):
    return [store.shrink(picture, 120) for picture in entry.pictures]


def tick(entries):
    for entry in stock.below(entries, 3):
        clock.later(entry, 60)


def drop(entry):
    clock.forget(entry.key)
    return store.drop_words(entry.key)

#!/usr/bin/env python3
"""Stores orders.

A module docstring of two paragraphs.
"""
from __future__ import annotations

import os.path
import numpy as np
from .errors import StoreError as Failure, Missing
from typing import *


# The largest page that a client may ask for.
LIMIT = 100

square = lambda x: x * x


class Order(Base, abc.ABC, Generic[T]):
    """An order of one customer."""

    total: Decimal = 0

    def __init__(self, store: "Store", lines: list[Line] | None = None):
        self.store = store
        self.clock: Clock = clock
        self.log = Logger("orders")
        super().__init__()

    @property
    def open(self) -> bool:
        """Whether it can still change.

        :param deep: look into `lines` too
        :returns: a truth
        :raises Failure: when the store is gone
        """
        return self.store.is_open(self)

    @staticmethod
    @cached(maxsize=10)
    # Between decorator and name.
    def parse(text: str, *, strict: Optional[bool] = None) -> Order:
        # No documentation, this stands inside.
        def fail(reason):
            raise Failure(reason)

        with Reader(text) as reader:
            return Order(reader.next().value, [])

    async def _hidden(self): ...


class Color(str, Enum):
    RED = 1


class Shape(Protocol):
    def area(self) -> float: ...


# Directly before, so it documents.
# Two lines of it.
def total(orders, tax: float = .2):
    return sum(order.total for order in orders) * Rate(tax).factor()


def broken(:
    pass


def after_an_error():
    return os.path.join("a", "b")


def test_total():
    assert total([]) == 0


if __name__ == "__main__":
    main()


class Client:
    def test_client(self):
        return total([])


class TestTotal:
    def test_nothing(self):
        assert total([]) == 0

"""Rows that several writers touch."""


def hold(keys):
    """Lock rows until the end of the transaction."""
    return sorted(keys)


def undo(mark):
    """Roll back to a savepoint."""
    return mark.parent


def book(account, amount):
    """Post an amount to an account."""
    account.balance += amount
    return account


def split(amount, shares):
    """Divide an amount into shares without losing a cent."""
    part = amount // shares
    return [part] * (shares - 1) + [amount - part * (shares - 1)]

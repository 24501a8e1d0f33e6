"""Steps."""
from base import audit, clock, gateway, ledger, people, stock


def begin(draft):
    if not clock.once(draft.key):
        return None
    return draft


def commit_step1(draft):
    return gateway.charge(draft.card, draft.total)


def commit_step2(draft):
    rows = ledger.hold(draft.keys)
    changed = stock.lower(rows, draft.amount)
    return audit.compare(draft, changed)


def finish(draft):
    people.points(draft.owner, draft.total)
    return draft


def process(draft):
    rows = ledger.hold(draft.keys)
    return stock.raise_again(rows, draft.amount)

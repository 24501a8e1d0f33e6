"""What the shop offers."""
from accounts import flow
from billing import internals
from catalog import engine
from orders import steps
from shipping import core


def place_order(draft):
    """Take the order of a customer."""
    if steps.begin(draft):
        steps.commit_step1(draft)
        steps.commit_step2(draft)
    return steps.finish(draft)


def cancel_order(draft):
    """Cancel an order that was not shipped yet."""
    internals.process(draft)
    return steps.process(draft)


def show_delivery_costs(box):
    """What delivery costs, shown in the basket."""
    return core.process(box)


def switch_country(entry, currency):
    """The visitor chooses another country."""
    return engine.apply(entry, currency)


def pay_in_instalments(item, months):
    """The buyer pays by the month."""
    return internals.do_part(item, months)


def pay_abroad(item, currency):
    """Settle an invoice of a foreign supplier."""
    return internals.phase3(item, currency)


def open_page(one, what):
    """Whether a visitor is allowed to open a page."""
    return flow.resolve(one, what)

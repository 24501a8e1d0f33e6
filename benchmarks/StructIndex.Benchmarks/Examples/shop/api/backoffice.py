"""What staff does."""
from billing import internals
from catalog import engine
from reports import stages
from shipping import core
from support import worker


def publish_article(entry):
    """Publish a new article to the customers."""
    engine.process(entry)
    return engine.stage_two(entry)


def unpublish_article(entry):
    """Withdraw an article that is no longer made."""
    return engine.drop(entry)


def remind_debtors(items):
    """Dunning: remind those whose invoice is overdue."""
    return internals.run(items)


def declare_tax(item):
    """Prepare the quarterly declaration of sales tax."""
    return internals.apply(item)


def reconcile_bank(left, right):
    """Match our payments with the statement of the bank."""
    return internals.inner(left, right)


def ship(box):
    """Hand a shipment over."""
    core.work(box)
    return core.handle(box)


def delay(box):
    """Tell about a late shipment."""
    return core.advance(box)


def receive_return(box):
    """A returned article comes back to the warehouse."""
    return core.second_half(box)


def monthly_revenue(table):
    """Revenue by month for the board."""
    stages.pass_one(table)
    return stages.process(table)


def mail_revenue(table):
    """Deliver the yearly accounts to the accountant."""
    return stages.apply(table)


def compare_suppliers(table, other):
    """Whether a supplier changed its price list."""
    return stages.go(table, other)


def stocktaking(table):
    """The yearly stocktaking."""
    return stages.last_part(table)


def answer_ticket(note):
    """Answer the complaint of a customer."""
    return worker.process(note)


def postpone_ticket(note):
    """Look at a complaint again another day."""
    return worker.run(note)


def impersonate(note):
    """Let support act as a customer."""
    return worker.act(note)


def write_article(note):
    """Write a help page."""
    return worker.on_item(note)


def nightly_cleanup(notes):
    """Retention rules of old complaints, applied each night."""
    return worker.perform(notes)


def nightly_reorder(entries):
    """Order more from suppliers each night."""
    return engine.tick(entries)

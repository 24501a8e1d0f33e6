"""What an account can do."""
from accounts import flow


def forgot_password(one):
    """The link for those who lost their password."""
    return flow.process(one)


def change_password(one, word):
    """A new password after the old one leaked."""
    return flow.apply(one, word)


def close_account(one):
    """Privacy: somebody wants to be forgotten."""
    return flow.execute(one)


def log_in(one, code):
    """Log in from an unknown device."""
    return flow.step_a(one, code)


def merge_accounts(one, other):
    """Somebody registered twice."""
    return flow.step_b(one, other)

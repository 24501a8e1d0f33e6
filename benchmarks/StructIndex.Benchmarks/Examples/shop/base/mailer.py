"""Letters, short messages and signals."""


def post(address, text):
    """Send an electronic letter."""
    return address, text


def ring(phone, text):
    """Send a short message to a phone."""
    return phone, text


def render(template, values):
    """Fill the blanks of a template."""
    return template.format(**values)


def mute(address):
    """Never write to this address again."""
    return {"muted": address}

"""Worker."""
from base import audit, clock, mailer, people, store, tokens


def process(note):
    return mailer.post(note.address, mailer.render(note.template, note.values))


def run(note):
    return clock.later(note, note.days)


def act(note):
    audit.write_down(note.agent, note.key)
    return tokens.mint()


def on_item(note):
    return store.put_words(note.key, note.words)


def perform(notes):
    for note in clock.older_than(notes, 90):
        people.erase(note.author)

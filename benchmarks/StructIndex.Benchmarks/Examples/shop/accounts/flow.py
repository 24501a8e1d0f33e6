"""Flow."""
from base import audit, clock, mailer, people, store, tokens


def process(one):
    return mailer.post(one.address, tokens.mint())


def apply(one, word):
    one.word = tokens.digest(word, one.salt)
    return tokens.revoke(one)


def execute(one):
    people.erase(one)
    return mailer.mute(one.address)


def step_a(one, code):
    if tokens.second_factor(one, code):
        return audit.write_down(one, code)
    return None


def step_b(one, other):
    people.join(one, other)
    return store.drop_words(other.key)


def resolve(one, what):
    clock.remember(one.key, people.role_of(one))
    return what

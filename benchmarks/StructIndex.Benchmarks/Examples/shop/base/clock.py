"""Time, queues and memory."""


def later(job, seconds):
    """Put a job on the queue, to be run after a delay."""
    return job, seconds


def forget(key):
    """Evict an entry from the cache."""
    return {"evicted": key}


def remember(key, value):
    """Keep a value in the cache."""
    return {key: value}


def older_than(rows, days):
    """Rows whose age is above a number of days."""
    return [row for row in rows if row.age > days]


def once(key):
    """Whether a key is seen for the first time, so that nothing is done twice."""
    return key not in {}

package worker

import "time"

// Queue holds messages until they are acknowledged; one that is not comes back after a while.
type Queue struct {
	waiting []Message
	taken   map[int]time.Time
}

// Message is a piece of work.
type Message struct {
	ID   int
	Body []byte
}

// Take gives the next message and hides it from others.
func (q *Queue) Take() (Message, bool) {
	if len(q.waiting) == 0 {
		return Message{}, false
	}
	next := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.taken[next.ID] = time.Now()
	return next, true
}

// Acknowledge removes a message that was handled.
func (q *Queue) Acknowledge(id int) { delete(q.taken, id) }

// redeliver puts messages back whose handler has died.
func (q *Queue) redeliver(after time.Duration) {
	for id, since := range q.taken {
		if time.Since(since) > after {
			q.waiting = append(q.waiting, Message{ID: id})
			delete(q.taken, id)
		}
	}
}

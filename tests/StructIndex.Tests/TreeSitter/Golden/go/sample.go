// Copyright 2020 The Authors. All rights reserved.

// Package store keeps orders.
//
// It is safe for concurrent use.
package store

import (
	"context"
	. "fmt"
	_ "net/http/pprof"
	log "example.com/log/v2"
)

// ErrMissing is returned when there is no such order.
var ErrMissing = errors.New("missing")

// Order is what a customer wants.
type Order struct {
	Base
	*sync.Mutex
	ID    string
	lines []Line // not documentation of what follows
	store *Store
}

type (
	// Reader reads orders.
	Reader interface {
		io.Closer
		// Read gives the order.
		Read(ctx context.Context, id string) (*Order, error)
	}
	Kind int
	Pair[K comparable, V any] struct{ key K }
)

type Alias = Order

// New opens a store.
//
//go:noinline
func New(dir string, opts ...Option) *Store {
	s := &Store{dir: dir}
	cache := Cache[string]{}
	for _, opt := range opts {
		opt(s)
	}
	go s.run(func() { cache.Clear() })
	return s
}

// Add adds an order.
func (s *Store) Add(ctx context.Context, o Order) error {
	if err := o.validate(); err != nil {
		return log.With(ctx).Wrap(err, new(Kind))
	}
	return s.db.tx.Commit()
}

func (p Pair[K, V]) Key() K { return p.key }

var handler = func(w http.ResponseWriter) {
	Fprintln(w)
}

func init() {}

func TestAdd(t *testing.T) {
	New(t.TempDir()).Add(nil, Order{})
}

// Shape has an area.
type Shape interface {
	Area(scale, unit float64) (value float64, err error)
	hidden()
}

type Square struct{ side float64 }

func (s *Square) Area(k float64, u float64) (float64, error) { return s.side * s.side * k, nil }

func (s *Square) hidden() {}

// Tile has the methods of the square in it.
type Tile struct {
	*Square
	name string
}

// Sheet has another area.
type Sheet struct{}

func (s Sheet) Area(k int) float64 { return 0 }

func (s Sheet) hidden() {}

func paint(s Shape) { s.Area(1, 2) }

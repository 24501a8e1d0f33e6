package worker

import "sync"

// Pool runs jobs on a fixed number of goroutines.
type Pool struct {
	jobs chan func()
	wait sync.WaitGroup
}

// NewPool starts the goroutines.
func NewPool(size int) *Pool {
	pool := &Pool{jobs: make(chan func())}
	for i := 0; i < size; i++ {
		pool.wait.Add(1)
		go pool.work()
	}
	return pool
}

// Submit hands a job in and blocks while all goroutines are busy.
func (p *Pool) Submit(job func()) { p.jobs <- job }

// Close waits until every job is done.
func (p *Pool) Close() {
	close(p.jobs)
	p.wait.Wait()
}

func (p *Pool) work() {
	defer p.wait.Done()
	for job := range p.jobs {
		job()
	}
}

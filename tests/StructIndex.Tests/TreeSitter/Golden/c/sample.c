/* Copyright (c) 2020. All rights reserved. */

/*
 * Queues of jobs.
 */
#include <stdio.h>
#include "queue.h"

#define MAX_JOBS 10
/* The larger of two. */
#define MAX(a, b) \
  ((a) > (b) ? (a) : (b))

struct forward;

typedef struct {
  int width; /* in cells */
  struct job* first;
} anonymous_t;

/**
 * A job to run.
 */
typedef struct job {
  void (*run)(struct job* self);
  struct job* next;
} job_t;

typedef int (*compare_fn)(const void*, const void*);
typedef unsigned long id_t;
enum state { IDLE, BUSY };
union value { int i; float f; };

QUEUE_EXTERN int queue_size(const queue_t* q);

/**
 * \brief Pushes a job.
 *
 * \param[in] q the queue, see <b>queue_t</b>
 * \return 0 or an error
 */
QUEUE_EXTERN int queue_push(queue_t* q, job_t* job) {
  job_t* last = queue_last(q);
#ifdef DEBUG
  if (last != NULL) {
#else
  if (last) {
#endif
    last->next = job;
    q->hooks->pushed(q, job);
  }
  return MAX(0, 1);
}

static inline char** names(void) { return NULL; }

QUEUE_UNUSED(static void never(int x)) {
  printf("%d", x);
}

BEGIN_C_DECLS

#if WINDOWS
int platform(void) { return 1; }
#elif UNIX
int platform(void) { return 2; }
#endif

static const char* levels[] = {
#ifdef EXTRA
  "extra",
#endif
  "plain"
};

int old_style(a, b)
  int a;
  int b;
{
  struct state local;
  return a + b;
}

END_C_DECLS

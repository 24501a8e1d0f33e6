// The tree-sitter core with an allocator of our own: what one file takes is freed in one go, and what is freed before is taken again
// by the same thread, without a lock. Memory taken outside of an arena (for queries) comes from the C library as ever.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Blocks come in steps of 16 bytes up to here, then in powers of two, so that arrays that grow by doubling find each other's blocks.
#define SMALL_STEP 16
#define SMALL_CLASSES 64
#define SMALL_LIMIT (SMALL_STEP * SMALL_CLASSES)
#define LARGE_CLASSES 40
#define FROM_C UINT64_MAX

// Memory is taken in such pieces, or in larger ones where a block asks for it; one is kept for the next file.
#define CHUNK_BYTES ((size_t)1 << 20)

typedef struct Header {
  uint64_t class;
} Header;

typedef struct Free {
  struct Free *next;
} Free;

typedef struct Chunk {
  struct Chunk *next;
  size_t size;
} Chunk;

// Where a parser goes from a state by a symbol, as looked up last: the table of most states is a list to be searched.
#define STEPS 8192

typedef struct Step {
  uint32_t from;
  uint16_t to;
} Step;

typedef struct TSArena {
  char *at;
  char *end;
  Chunk *chunks;
  Free *free[SMALL_CLASSES + LARGE_CLASSES];
  const void *language;
  Step steps[STEPS];
} TSArena;

// Where the C library sets room aside for it, found without a call.
#ifdef __GLIBC__
__attribute__((tls_model("initial-exec")))
#endif
static _Thread_local TSArena *current_arena;

// The slot of a step in the arena; null outside of an arena.
static inline Step *step_of(const void *language, uint16_t state, uint16_t symbol) {
  TSArena *arena = current_arena;
  if (!arena) return NULL;
  if (arena->language != language) {
    memset(arena->steps, 0, sizeof(arena->steps));
    arena->language = language;
  }

  return &arena->steps[(state * 61u + symbol) % STEPS];
}

static inline uint16_t kept(Step *step, uint32_t from, uint16_t to) {
  if (step) {
    step->from = from;
    step->to = to;
  }

  return to;
}

static void *checked(void *memory, size_t size) {
  if (!memory) {
    fprintf(stderr, "tree-sitter failed to allocate %zu bytes", size);
    abort();
  }

  return memory;
}

static void *arena_slow(TSArena *arena, size_t bytes, uint32_t class) {
  size_t size = bytes + sizeof(Chunk) > CHUNK_BYTES ? bytes + sizeof(Chunk) : CHUNK_BYTES;
  Chunk *chunk = checked(malloc(size), size);
  chunk->size = size;
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  Header *header = (Header *)(chunk + 1);
  if (size == CHUNK_BYTES) {
    arena->at = (char *)header + bytes;
    arena->end = (char *)chunk + size;
  }

  header->class = class;
  return header + 1;
}

static inline uint32_t class_of(size_t *size) {
  if (*size <= SMALL_LIMIT) {
    uint32_t class = *size == 0 ? 0 : (uint32_t)((*size - 1) / SMALL_STEP);
    *size = (size_t)(class + 1) * SMALL_STEP;
    return class;
  }

  uint32_t power = 64 - (uint32_t)__builtin_clzll(*size - 1);
  *size = (size_t)1 << power;
  return SMALL_CLASSES + power - 11;
}

static inline size_t size_of(uint32_t class) {
  return class < SMALL_CLASSES ? (size_t)(class + 1) * SMALL_STEP : (size_t)1 << (class - SMALL_CLASSES + 11);
}

static inline void *si_malloc(size_t size) {
  TSArena *arena = current_arena;
  if (!arena) {
    Header *header = checked(malloc(size + sizeof(Header)), size);
    header->class = FROM_C;
    return header + 1;
  }

  uint32_t class = class_of(&size);
  Free *block = arena->free[class];
  if (block) {
    arena->free[class] = block->next;
    return block;
  }

  size_t bytes = size + sizeof(Header);
  if ((size_t)(arena->end - arena->at) < bytes) {
    return arena_slow(arena, bytes, class);
  }

  Header *header = (Header *)arena->at;
  arena->at += bytes;
  header->class = class;
  return header + 1;
}

static inline void si_free(void *memory) {
  if (!memory) return;
  Header *header = (Header *)memory - 1;
  if (header->class == FROM_C) {
    free(header);
  } else {
    Free *block = memory;
    block->next = current_arena->free[header->class];
    current_arena->free[header->class] = block;
  }
}

static inline void *si_calloc(size_t count, size_t size) {
  void *memory = si_malloc(count * size);
  memset(memory, 0, count * size);
  return memory;
}

static inline void *si_realloc(void *memory, size_t size) {
  if (!memory) return si_malloc(size);
  Header *header = (Header *)memory - 1;
  if (header->class == FROM_C) {
    header = checked(realloc(header, size + sizeof(Header)), size);
    return header + 1;
  }

  size_t old = size_of((uint32_t)header->class);
  if (size <= old) return memory;
  void *larger = si_malloc(size);
  memcpy(larger, memory, old);
  si_free(memory);
  return larger;
}

#define ts_malloc si_malloc
#define ts_calloc si_calloc
#define ts_realloc si_realloc
#define ts_free si_free
#include "lib.c"

// TS_PUBLIC says nothing on Windows, where what is hidden is not exported.
#define SI_PUBLIC __attribute__((visibility("default")))

// An arena for one thread at a time.
SI_PUBLIC TSArena *ts_arena_new(void) {
  return checked(calloc(1, sizeof(TSArena)), sizeof(TSArena));
}

// From here on this thread takes memory from the arena.
SI_PUBLIC void ts_arena_enter(TSArena *arena) {
  current_arena = arena;
}

// Frees all that this thread took since, at once. Only the parser's scanner, which has memory of its own, is told.
SI_PUBLIC void ts_arena_leave(TSParser *parser) {
  ts_parser__external_scanner_destroy(parser);
  TSArena *arena = current_arena;
  current_arena = NULL;
  Chunk *kept = NULL;
  while (arena->chunks) {
    Chunk *chunk = arena->chunks;
    arena->chunks = chunk->next;
    if (!kept && chunk->size == CHUNK_BYTES) {
      kept = chunk;
    } else {
      free(chunk);
    }
  }

  arena->at = arena->end = NULL;
  memset(arena->free, 0, sizeof(arena->free));
  if (kept) {
    kept->next = NULL;
    arena->chunks = kept;
    arena->at = (char *)(kept + 1);
    arena->end = (char *)kept + kept->size;
  }
}

// Not to be called between the two.
SI_PUBLIC void ts_arena_delete(TSArena *arena) {
  free(arena->chunks);
  free(arena);
}

// Changes the tree-sitter core before it is compiled, so that the same trees and matches cost less and hold against any text: see each change.
// A place is named by as few words of the source as find it; what stands there stays, and ours is put around it.
// usage: node tune-core.js FOLDER-OF-THE-CORE'S-SOURCE
const fs = require('fs');
const path = require('path');

function change(name, place, to) {
  const file = path.join(process.argv[2], name);
  const source = fs.readFileSync(file, 'utf8');
  if ((source.match(new RegExp(place, 'g')) || []).length !== 1) {
    console.error(`${file} has no single '${place.source}': it is not of the version this was written for.`);
    process.exit(1);
  }

  fs.writeFileSync(file, source.replace(place, to));
}

// Compiling a query, the core searches the parse table for patterns that can never match and for steps that can never fail:
// half a second for one of the larger grammars. Where the search takes too long, the core gives it up and takes it that every
// step may fail, which alters no match. So its bound is set to nothing.
change('query.c', /(#define MAX_ANALYSIS_ITERATION_COUNT) 256/, '$1 0');

// The place a query has come to is told to who may stop it, who is asked once in a hundred steps; it was worked out at each.
change('query.c', /if \((self->query_options && [^\n]*\n *self->query_state)/, 'if (self->operation_count == 0 && $1');

// Fields and siblings of a node are worked out only where a pattern can begin or go on at it: at one node of several.
change('query.c', /(?=ts_tree_cursor_current_status\(\s*&self->cursor)/, `unsigned first_pattern;
        bool is_wanted = self->query->wildcard_root_pattern_count > 0 || ts_query__pattern_map_search(self->query, symbol, &first_pattern);
        for (unsigned j = 0; j < self->states.size && !is_wanted; j++) {
          QueryState *state = array_get(&self->states, j);
          is_wanted = (uint32_t)state->start_depth + (uint32_t)array_get(&self->query->steps, state->step_index)->depth == self->depth;
        }
        if (is_wanted) `);
change('query.c', /bool parent_is_error =([^;]*);/, `bool parent_is_error = false;
        if (is_wanted) {
          TSNode parent_node = ts_tree_cursor_parent_node(&self->cursor);
          parent_is_error =$1;
        }`);

// Without a range, which is how queries run here, every node that is not empty at the very start lies in it.
change('query.c', /(TSNode parent_node = [^\n]*\n\n? *uint32_t start_byte = [^\n]*\n) *(uint32_t end_byte = [^\n]*\n)/, `bool parent_intersects_range = true;
      bool node_intersects_range = true;
      $2      if (
        end_byte == 0 ||
        self->start_byte > 0 || self->start_point.row > 0 || self->start_point.column > 0 ||
        self->end_byte < UINT32_MAX || self->end_point.row < UINT32_MAX || self->end_point.column < UINT32_MAX
      ) {
      $1`);
change('query.c', /bool (parent_intersects_range = !parent_[^\n]*\n *)bool (node_intersects_range = !node_[^\n]*\n)/, '$1$2      }\n');

// What a grammar's own scanner remembers has 1,024 bytes, and those of Python and Ruby may write one more: over the pointer behind them.
change('lexer.h', /(?<=debug_buffer\[TREE_SITTER_SERIALIZATION_BUFFER_SIZE)(?=\])/, ' + 64');

// A node of the parse stack has room for eight links to nodes before it, and nearly always one: the others are not cleared at each push.
change('stack.c', /\*node = \(StackNode\) \{[^}]*\};/, `node->state = state;
  node->position = length_zero();
  node->links[0] = (StackLink) {.node = NULL};
  node->link_count = 0;
  node->ref_count = 1;
  node->error_cost = node->node_count = 0;
  node->dynamic_precedence = 0;`);

// Where the stack has one path back, which is nearly always, what is popped is taken along it without iterators.
change('stack.c', /(?<=StackSliceArray ts_stack_pop_count\([^)]*\) \{)/, `
  StackNode *top = array_get(&self->heads, version)->node, *node = top;
  uint32_t left = count, size = 0;
  while (left > 0 && node->link_count == 1) {
    Subtree subtree = node->links[0].subtree;
    if (subtree.ptr) size++;
    if (!subtree.ptr || !ts_subtree_extra(subtree)) left--;
    node = node->links[0].node;
  }

  if (left == 0) {
    array_clear(&self->slices);
    SubtreeArray subtrees = array_new();
    uint32_t room = (uint32_t)ts_subtree_alloc_size(count) / sizeof(Subtree);
    array_reserve(&subtrees, room > size ? room : size);
    subtrees.size = size;
    for (StackNode *from = top; from != node; from = from->links[0].node) {
      Subtree subtree = from->links[0].subtree;
      if (subtree.ptr) {
        ts_subtree_retain(subtree);
        subtrees.contents[--size] = subtree;
      }
    }

    ts_stack__add_slice(self, version, node, &subtrees);
    return self->slices;
  }
`);

// Texts are UTF-16, and hardly a character takes two units: no call through a pointer for the others.
change('lexer.c', /(?=DecodeFunction decode =\n)/, `if (self->input.encoding == TSInputEncodingUTF16LE && size >= 2 && (chunk[1] & 0xF8) != 0xD8) {
    self->data.lookahead = chunk[0] | chunk[1] << 8;
    self->lookahead_size = 2;
    return;
  }

  `);

// The next unit of the same line of a text that lies in one piece is taken without a look at ranges and pieces.
change('lexer.c', /(?<=static void ts_lexer__do_advance\([^)]*\) \{)/, `
  uint32_t next = self->current_position.bytes + 2, at = next - self->chunk_start;
  if (
    self->lookahead_size == 2 && self->data.lookahead != '\\n' && self->data.lookahead != BYTE_ORDER_MARK &&
    self->input.encoding == TSInputEncodingUTF16LE && next >= self->chunk_start && at < self->chunk_size && self->chunk_size - at >= 2 &&
    self->included_range_count == 1 && self->current_included_range_index == 0 && next < self->included_ranges->end_byte
  ) {
    const uint8_t *unit = (const uint8_t *)self->chunk + at;
    if ((unit[1] & 0xF8) != 0xD8) {
      ts_lexer__increment_column_data(self);
      self->current_position.extent.column += 2;
      self->current_position.bytes = next;
      if (skip) self->token_start_position = self->current_position;
      self->data.lookahead = unit[0] | unit[1] << 8;
      return;
    }
  }
`);

// Most states of a parser have their steps in a list, which was searched each time.
change('language.h', /(?=uint32_t index = [^\n]*\n[^\n]*\n *uint16_t group_count)/, `Step *step = step_of(self, state, symbol);
    uint32_t from = (uint32_t)state << 16 | symbol;
    if (step && step->from == from) return step->to;
    `);
change('language.h', /return section_value;([^]*?)return 0;/, 'return kept(step, from, section_value);$1return kept(step, from, 0);');

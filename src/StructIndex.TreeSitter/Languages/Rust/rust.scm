(line_comment !inner) @comment
(block_comment !inner) @comment
(line_comment inner: (_)) @doc
(block_comment inner: (_)) @doc
(attribute_item) @attribute

(function_item name: (_) @name) @def.function
(function_signature_item name: (_) @name) @def.function
(struct_item name: (type_identifier) @name) @def.struct
(enum_item name: (type_identifier) @name) @def.enum
(union_item name: (type_identifier) @name) @def.union
(trait_item name: (type_identifier) @name) @def.trait
(type_item name: (type_identifier) @name) @def.alias
(mod_item name: (identifier) @name body: (_)) @def.namespace
(macro_definition name: (identifier) @name) @def.macro
(macro_definition name: (identifier) @name (macro_rule) @body) @def.macro
; What a macro is given is tokens: a macro among them is what says so, its name, and the tokens behind it.
(token_tree (identifier) @def.macro . "!" . (identifier) @name . (token_tree) @body (#eq? @def.macro "macro_rules"))

(impl_item type: (_) @name) @scope.type
(impl_item type: (generic_type type: (_) @name)) @scope.type
(impl_item type: (reference_type type: (_) @name)) @scope.type
(impl_item trait: [(type_identifier) (scoped_type_identifier)] @implement)
(impl_item trait: (generic_type type: (_) @implement))
(trait_item bounds: (trait_bounds [(type_identifier) (scoped_type_identifier)] @inherit))
(trait_item bounds: (trait_bounds (generic_type type: (_) @inherit)))

(call_expression function: (identifier) @call)
(call_expression function: (identifier) @new (#upper? @new))
(call_expression function: (field_expression value: (_) @receiver field: (field_identifier) @call))
(call_expression function: (scoped_identifier path: (_) @receiver name: (identifier) @call))
(call_expression function: (generic_function function: (identifier) @call))
(call_expression function: (generic_function function: (field_expression value: (_) @receiver field: (field_identifier) @call)))
(call_expression function: (generic_function function: (scoped_identifier path: (_) @receiver name: (identifier) @call)))
(macro_invocation macro: (identifier) @call)
(macro_invocation macro: (scoped_identifier path: (_) @receiver name: (identifier) @call))
; The arguments of a macro are tokens: a name before parentheses is called.
(token_tree (identifier) @call . (token_tree . "("))
(token_tree (identifier) @new . (token_tree . "(") (#upper? @new))
(token_tree (identifier) @receiver . "." . (identifier) @call . (token_tree . "("))
(token_tree (self) @receiver . "." . (identifier) @call . (token_tree . "("))
(token_tree (identifier) @receiver . "::" . (identifier) @call . (token_tree . "("))
(struct_expression name: (type_identifier) @new)
(struct_expression name: (scoped_type_identifier path: (_) @receiver name: (type_identifier) @new))

(use_declaration argument: (_) @import.path)
(extern_crate_declaration name: (identifier) @import)

(parameter pattern: (identifier) @var type: (_) @type)
(closure_expression parameters: (closure_parameters (parameter pattern: (identifier) @var type: (_) @type))) @within
(block (let_declaration pattern: (identifier) @var type: (_) @type)) @within
(block (let_declaration pattern: (mut_pattern (identifier) @var) type: (_) @type)) @within
(static_item name: (identifier) @var type: (_) @type)
(const_item name: (identifier) @var type: (_) @type)
(field_declaration name: (field_identifier) @field type: (_) @type)
; Fields by their number, and those of the cases of an enum.
(struct_item body: (ordered_field_declaration_list) @members)
(enum_variant body: [(ordered_field_declaration_list) (field_declaration_list)]) @members
; What patterns give names to, in the branch, the rest of the block, the loop or the closure.
(match_expression value: (_) @type body: (match_block (match_arm pattern: (match_pattern . (_) @taken)) @within))
(if_expression condition: (let_condition pattern: (_) @taken value: (_) @type) consequence: (_) @within)
(if_expression condition: (let_chain (let_condition pattern: (_) @taken value: (_) @type)) consequence: (_) @within)
(while_expression condition: (let_condition pattern: (_) @taken value: (_) @type) body: (_) @within)
(block (let_declaration pattern: (_) @taken !type value: (_) @type)) @within
(for_expression pattern: (_) @each value: (_) @type body: (_) @within)
(call_expression
  function: (field_expression value: [(identifier) (field_expression)] @type field: (field_identifier) @_with)
  arguments: (arguments (closure_expression parameters: (closure_parameters . [(identifier) (tuple_struct_pattern) (struct_pattern) (tuple_pattern) (reference_pattern)] @taken .)) @within)
  (#any-of? @_with "map" "filter" "and_then" "is_some_and" "map_or" "map_or_else"))
(call_expression
  function: (field_expression value: (call_expression) @type field: (field_identifier) @_with)
  arguments: (arguments (closure_expression parameters: (closure_parameters . [(identifier) (tuple_struct_pattern) (struct_pattern) (tuple_pattern) (reference_pattern)] @each .)) @within)
  (#any-of? @_with
    "map" "filter" "and_then" "is_some_and" "map_or" "map_or_else" "for_each" "any" "all" "find" "position" "filter_map" "find_map" "flat_map" "take_while" "skip_while" "partition"
    "min_by_key" "max_by_key" "sum"))
; What a type parameter of an impl must be.
(impl_item type_parameters: (type_parameters (type_parameter name: (type_identifier) @field bounds: (trait_bounds . (_) @type))))
(impl_item (where_clause (where_predicate left: (type_identifier) @field bounds: (trait_bounds . (_) @type))))

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
(let_declaration pattern: (identifier) @var type: (_) @type)
(let_declaration pattern: (identifier) @var value: (struct_expression name: (_) @type))
(let_declaration pattern: (identifier) @var value: (call_expression function: (scoped_identifier path: (_) @type name: (identifier) @_new)) (#match? @_new "^(new|default|from|with_)"))
(static_item name: (identifier) @var type: (_) @type)
(const_item name: (identifier) @var type: (_) @type)
(field_declaration name: (field_identifier) @field type: (_) @type)

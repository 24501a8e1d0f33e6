; Julia. A docstring is a string literal before what it documents.
(line_comment) @comment
(block_comment) @comment

(module_definition name: (identifier) @name @header) @def.namespace
(struct_definition (type_head (identifier) @name) @header) @def.struct
(struct_definition (type_head (binary_expression . (identifier) @name)) @header) @def.struct
(struct_definition (type_head (parametrized_type_expression . (identifier) @name)) @header) @def.struct
(struct_definition (type_head (binary_expression . (parametrized_type_expression . (identifier) @name))) @header) @def.struct
(abstract_definition (type_head (identifier) @name) @header) @def.interface
(abstract_definition (type_head (binary_expression . (identifier) @name)) @header) @def.interface
(abstract_definition (type_head (parametrized_type_expression . (identifier) @name)) @header) @def.interface
(abstract_definition (type_head (binary_expression . (parametrized_type_expression . (identifier) @name))) @header) @def.interface
(primitive_definition (type_head (identifier) @name) @header) @def.struct

; function f(x), function f(x)::T, function f(x) where T, function Base.f(x), f(x) = ...
(function_definition (signature (call_expression . (identifier) @name)) @header) @def.function
(function_definition (signature (call_expression . (field_expression (identifier) @name .))) @header) @def.function
(function_definition (signature (typed_expression . (call_expression . (identifier) @name))) @header) @def.function
(function_definition (signature (typed_expression . (call_expression . (field_expression (identifier) @name .)))) @header) @def.function
(function_definition (signature (where_expression . (call_expression . (identifier) @name))) @header) @def.function
(function_definition (signature (where_expression . (call_expression . (field_expression (identifier) @name .)))) @header) @def.function
(function_definition (signature (where_expression . (typed_expression . (call_expression . (identifier) @name)))) @header) @def.function
(function_definition (signature (where_expression . (where_expression . (call_expression . [(identifier) @name (field_expression (identifier) @name .)])))) @header) @def.function
(function_definition (signature (identifier) @name) @header) @def.function
; function Box{T}(x) where T, Box{T}(x) = ...
(function_definition (signature (call_expression . (parametrized_type_expression . (identifier) @name))) @header) @def.function
(function_definition (signature (where_expression . (call_expression . (parametrized_type_expression . (identifier) @name)))) @header) @def.function
(assignment . (call_expression . (parametrized_type_expression . (identifier) @name)) @header) @def.function
(assignment . (where_expression . (call_expression . (parametrized_type_expression . (identifier) @name))) @header) @def.function
(function_definition (signature (call_expression . (parenthesized_expression (operator) @name))) @header) @def.operator
(assignment . (call_expression . (identifier) @name) @header) @def.function
(assignment . (call_expression . (field_expression (identifier) @name .)) @header) @def.function
(assignment . (typed_expression . (call_expression . (identifier) @name)) @header) @def.function
(assignment . (where_expression . (call_expression . (identifier) @name)) @header) @def.function
(assignment . (where_expression . (call_expression . (field_expression (identifier) @name .))) @header) @def.function
(macro_definition (signature (call_expression . (identifier) @name)) @header) @def.macro

(macrocall_expression
  (macro_identifier (identifier) @_test)
  (macro_argument_list . (string_literal) @name @header)
  (#eq? @_test "testset")) @def.test

; A string literal directly before a declaration, at the top of a file, module or struct
(source_file
  (string_literal (content) @doc) @leading
  .
  [(function_definition) (struct_definition) (abstract_definition) (macro_definition) (module_definition) (assignment)])
(module_definition
  (string_literal (content) @doc) @leading
  .
  [(function_definition) (struct_definition) (abstract_definition) (macro_definition) (module_definition) (assignment)])

(type_head (binary_expression (operator) . (identifier) @inherit .))
(type_head (binary_expression (operator) . (parametrized_type_expression . (identifier) @inherit) .))

(using_statement [(identifier) (scoped_identifier) (import_path)] @import)
(using_statement (selected_import . [(identifier) (scoped_identifier) (import_path)] @import [(identifier) (operator)] @import.name))
(using_statement
  (selected_import
    .
    [(identifier) (scoped_identifier) (import_path)] @import
    (import_alias . (identifier) @import.name . (identifier) @import.alias)))
(import_statement [(identifier) (scoped_identifier) (import_path)] @import)
(import_statement (selected_import . [(identifier) (scoped_identifier) (import_path)] @import [(identifier) (operator)] @import.name))
(import_statement
  (selected_import
    .
    [(identifier) (scoped_identifier) (import_path)] @import
    (import_alias . (identifier) @import.name . (identifier) @import.alias)))
(call_expression
  .
  (identifier) @_include
  (argument_list . (string_literal (content) @import))
  (#eq? @_include "include"))

(call_expression . (identifier) @call (#not-upper? @call) (#not-any-of? @call "include" "new"))
(call_expression . (identifier) @new (#upper? @new))
(call_expression . (field_expression value: (_) @receiver (identifier) @call .))
(broadcast_call_expression . (identifier) @call)
(broadcast_call_expression . (field_expression value: (_) @receiver (identifier) @call .))
(macrocall_expression (macro_identifier (identifier) @call) (#not-any-of? @call "test" "testset" "inline" "show"))

(typed_expression . (identifier) @var . [(identifier) (parametrized_type_expression)] @type .)
(assignment . (identifier) @var (call_expression . (identifier) @type) (#upper? @type))

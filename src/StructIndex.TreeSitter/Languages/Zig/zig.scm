; Zig. A type is a constant whose value is a container; a file is a container too.
(comment) @comment

(variable_declaration . (identifier) @name (struct_declaration "{" @body)) @def.struct
(variable_declaration . (identifier) @name (opaque_declaration "{" @body)) @def.struct
(variable_declaration . (identifier) @name (union_declaration "{" @body)) @def.union
(variable_declaration . (identifier) @name (union_declaration "enum" "{" @body)) @def.enum
(variable_declaration . (identifier) @name (union_declaration (identifier) "{" @body)) @def.enum
(variable_declaration . (identifier) @name (enum_declaration "{" @body)) @def.enum
(variable_declaration . (identifier) @name (error_set_declaration "{" @body)) @def.enum
(function_declaration name: (identifier) @name) @def.function
(test_declaration (string (string_content) @name) (block) @body) @def.test
(test_declaration . (identifier) @name (block) @body) @def.test
(test_declaration "test" @name . (block) @body) @def.test

(variable_declaration
  .
  (identifier) @import.alias
  (builtin_function (builtin_identifier) @_import (arguments . (string (string_content) @import)))
  (#eq? @_import "@import"))
(variable_declaration
  .
  (identifier) @import.alias
  (field_expression
    object: (builtin_function (builtin_identifier) @_import (arguments . (string (string_content) @import)))
    member: (identifier) @import.name)
  (#eq? @_import "@import"))
(using_namespace_declaration
  (builtin_function (arguments . (string (string_content) @import.all))))
(source_file
  (variable_declaration
    .
    (identifier) @import.alias
    (field_expression object: [(identifier) (field_expression)] @import member: (identifier) @import.name) .))

(call_expression function: (identifier) @call)
(call_expression function: (field_expression object: (_) @receiver member: (identifier) @call))
(call_expression function: (field_expression !object member: (identifier) @call))
(struct_initializer (identifier) @new)
(struct_initializer (field_expression object: (_) @receiver member: (identifier) @new))

(parameter name: (identifier) @var type: (_) @type)
(container_field name: (identifier) @field type: (_) @type)
(variable_declaration . (identifier) @var type: (_) @type)
(variable_declaration . (identifier) @var (struct_initializer . (_) @type))
(variable_declaration
  .
  (identifier) @var
  (call_expression function: (field_expression object: (_) @type member: (identifier) @_init))
  (#match? @_init "^(init|create|parse|open)"))
(variable_declaration
  .
  (identifier) @var
  (try_expression
    (call_expression function: (field_expression object: (_) @type member: (identifier) @_init)))
  (#match? @_init "^(init|create|parse|open)"))

; OCaml, implementation and interface files
(comment) @comment

(module_definition (module_binding (module_name) @name body: (structure)? @body)) @def.namespace
(module_type_definition (module_type_name) @name body: (_)? @body) @def.interface
(type_definition (type_binding name: (type_constructor) @name)) @def.alias
(type_definition (type_binding name: (type_constructor) @name body: (record_declaration) @body)) @def.record
(type_definition (type_binding name: (type_constructor) @name body: (variant_declaration) @body)) @def.enum
(class_definition (class_binding (class_name) @name body: (object_expression) @body)) @def.class
(class_type_definition (class_type_binding (class_type_name) @name)) @def.interface
(method_definition (method_name) @name body: (_)? @body) @def.method
(value_specification (value_name) @name) @def.function
(external (value_name) @name) @def.function

; let f x = ..., let f = fun x -> ..., let f = function ...; each `and` is its own
(let_binding pattern: (value_name) @name (parameter) body: (_) @body) @def.function
(let_binding pattern: (value_name) @name body: [(fun_expression) (function_expression)] @body) @def.function
(let_binding pattern: (parenthesized_operator (_) @name) body: (_) @body) @def.operator
(value_definition (let_binding pattern: (value_name) (parameter))) @wrap
(value_definition (let_binding pattern: (value_name) body: [(fun_expression) (function_expression)])) @wrap
(value_definition (let_binding pattern: (parenthesized_operator))) @wrap

; let%test "does something" = ...
(value_definition
  (attribute_id) @_test
  (let_binding pattern: (string (string_content) @name) body: (_) @body)
  (#match? @_test "^test|^expect_test")) @def.test

(inheritance_definition class: (class_application class: (class_path (class_name) @inherit)))
(inheritance_definition class: (class_path (class_name) @inherit))
(module_binding module_type: (module_type_path (module_type_name) @implement))

(open_module module: (module_path) @import.all)
(include_module module: (module_path) @import.all)
(module_definition
  (module_binding (module_name) @import.alias body: (module_path) @import))

(application_expression function: (value_path . (value_name) @call))
(application_expression function: (value_path (module_path) @receiver (value_name) @call))
(method_invocation object: (_) @receiver method: (method_name) @call)
(new_expression (class_path (class_name) @new))
(infix_expression operator: (rel_operator) @_pipe right: (value_path . (value_name) @call) (#eq? @_pipe "|>"))
(infix_expression
  operator: (rel_operator) @_pipe
  right: (value_path (module_path) @receiver (value_name) @call)
  (#eq? @_pipe "|>"))
(infix_expression operator: (concat_operator) @_apply left: (value_path . (value_name) @call) (#eq? @_apply "@@"))

; Dart. A function's header and body are siblings: the body extends the declaration.
(comment) @comment
(documentation_comment) @comment
(annotation) @attribute

(class_definition name: (identifier) @name) @def.class
(mixin_declaration (identifier) @name (class_body) @body) @def.trait
(enum_declaration name: (identifier) @name) @def.enum
(extension_type_declaration name: (identifier) @name) @def.class
(extension_declaration class: (_) @name) @scope.type
(type_alias . (type_identifier) @name) @def.alias

((function_signature name: (identifier) @name) @def.function . (function_body)? @body)
((getter_signature name: (identifier) @name) @def.property . (function_body)? @body)
((setter_signature name: (identifier) @name) @def.property . (function_body)? @body)
((method_signature (function_signature name: (identifier) @name)) @def.method . (function_body)? @body)
((method_signature (getter_signature name: (identifier) @name)) @def.property . (function_body)? @body)
((method_signature (setter_signature name: (identifier) @name)) @def.property . (function_body)? @body)
((method_signature (operator_signature (binary_operator) @name)) @def.operator . (function_body)? @body)
((method_signature (constructor_signature . name: (identifier) @name)) @def.constructor . (function_body)? @body)
((method_signature (constructor_signature name: (identifier) . name: "." . name: (identifier) @name)) @def.constructor . (function_body)? @body)
((method_signature (factory_constructor_signature . (identifier) . (identifier) @name)) @def.constructor . (function_body)? @body)
(declaration (function_signature name: (identifier) @name)) @def.method
(declaration (constructor_signature . name: (identifier) @name .  (formal_parameter_list))) @def.constructor
(declaration (constant_constructor_signature . (const_builtin) . (identifier) @name . (formal_parameter_list))) @def.constructor
(declaration (constant_constructor_signature . (const_builtin) . (identifier) . (identifier) @name)) @def.constructor
(declaration (redirecting_factory_constructor_signature (identifier) . (identifier) @name . (formal_parameter_list))) @def.constructor
(declaration (constructor_signature name: (identifier) . name: "." . name: (identifier) @name)) @def.constructor

; test('does something', () { ... })
(expression_statement
  .
  (identifier) @_test
  .
  (selector (argument_part (arguments . (argument (string_literal) @name))))
  (#any-of? @_test "test" "testWidgets")) @def.test

(superclass . (type_identifier) @inherit)
(mixins (type_identifier) @implement)
(interfaces (type_identifier) @implement)

(import_specification (configurable_uri (uri (string_literal) @import)) (identifier)? @import.alias)
(library_export (configurable_uri (uri (string_literal) @import)))

(_ (identifier) @call . (selector (argument_part)) (#not-upper? @call))
(_ (identifier) @new . (selector (argument_part)) (#upper? @new))
(_
  [(identifier) (this) (super)] @receiver
  .
  (selector [(unconditional_assignable_selector (identifier) @call) (conditional_assignable_selector (identifier) @call)])
  .
  (selector (argument_part)))
(_
  (selector)
  .
  (selector [(unconditional_assignable_selector (identifier) @call) (conditional_assignable_selector (identifier) @call)])
  .
  (selector (argument_part)))
(new_expression . (type_identifier) @new)
(const_object_expression . (type_identifier) @new)

(formal_parameter . (type_identifier) @type name: (identifier) @var)
(initialized_variable_definition . (type_identifier) @type name: (identifier) @var)
(initialized_variable_definition name: (identifier) @var value: (identifier) @type (#upper? @type))
(class_body
  (declaration (type_identifier) @type (initialized_identifier_list (initialized_identifier (identifier) @field))))

; Kotlin. An unnamed companion object adds nothing to the container: its members are called through the class.
(line_comment) @comment
(block_comment) @comment
(annotation) @attribute

(package_header (qualified_identifier) @package)
(class_declaration "class" name: (identifier) @name [(class_body) (enum_class_body)]? @body) @def.class
(class_declaration "interface" name: (identifier) @name (class_body)? @body) @def.interface
(class_declaration
  (modifiers (class_modifier) @_enum)
  name: (identifier) @name
  (#eq? @_enum "enum")) @def.enum
(class_declaration name: (identifier) @name (enum_class_body) @body) @def.enum
(object_declaration name: (identifier) @name (class_body)? @body) @def.class
(companion_object name: (identifier) @name (class_body)? @body) @def.class
(type_alias type: (identifier) @name) @def.alias

(function_declaration name: (identifier) @name (function_body)? @body) @def.function
(function_declaration [(user_type) (nullable_type)] @receiver . name: (identifier) @name) @def.function
(secondary_constructor "constructor" @name (block)? @body) @def.constructor
(anonymous_initializer "init" @name (block) @body) @def.constructor
(property_declaration (variable_declaration (identifier) @name) (getter) @body) @def.property
(property_declaration (variable_declaration (identifier) @name) (setter) @body) @def.property
(property_declaration
  [(user_type) (nullable_type)] @receiver
  .
  (variable_declaration (identifier) @name)
  (getter) @body) @def.property

(class_declaration "class" (delegation_specifiers (delegation_specifier (constructor_invocation (user_type) @inherit))))
(class_declaration "class" (delegation_specifiers (delegation_specifier (user_type) @implement)))
(class_declaration (delegation_specifiers (delegation_specifier (explicit_delegation (user_type) @implement))))
(class_declaration "interface" (delegation_specifiers (delegation_specifier (user_type) @inherit)))
(object_declaration (delegation_specifiers (delegation_specifier (constructor_invocation (user_type) @inherit))))
(object_declaration (delegation_specifiers (delegation_specifier (user_type) @implement)))
(companion_object (delegation_specifiers (delegation_specifier (constructor_invocation (user_type) @inherit))))
(companion_object (delegation_specifiers (delegation_specifier (user_type) @implement)))

(import) @import.path

(call_expression . (identifier) @call (#not-upper? @call))
(call_expression . (identifier) @new (#upper? @new))
(call_expression . (navigation_expression (_) @receiver (identifier) @call .) (#not-upper? @call))
(call_expression . (navigation_expression (_) @receiver (identifier) @new .) (#upper? @new))
(delegation_specifier (constructor_invocation (user_type (identifier) @new .)))
(callable_reference (identifier) @call .)
(infix_expression (_) @receiver . (identifier) @call . (_))

(parameter (identifier) @var [(user_type) (nullable_type)] @type)
(class_parameter (identifier) @field [(user_type) (nullable_type)] @type)
(variable_declaration (identifier) @var [(user_type) (nullable_type)] @type)
(class_body
  (property_declaration (variable_declaration (identifier) @field [(user_type) (nullable_type)] @type)))
(class_body
  (property_declaration
    (variable_declaration (identifier) @field .)
    (call_expression . (identifier) @type))
  (#upper? @type))
(property_declaration
  (variable_declaration (identifier) @var .)
  (call_expression . (identifier) @type)
  (#upper? @type))

; What a function without a name is given by the functions of scope: its parameter, or its own object.
(lambda_literal "{" @it) @within
(call_expression
  . (navigation_expression (_) @type (identifier) @_scope .)
  (annotated_lambda (lambda_literal "{" @it) @within)
  (#any-of? @_scope "let" "also" "takeIf" "takeUnless"))
(call_expression
  . (navigation_expression (_) @type (identifier) @_scope .)
  (annotated_lambda (lambda_literal (lambda_parameters . (variable_declaration . (identifier) @value .) .)) @within)
  (#any-of? @_scope "let" "also" "takeIf" "takeUnless"))
(call_expression
  . (navigation_expression (_) @type (identifier) @_scope .)
  (annotated_lambda (lambda_literal "{" @own) @within)
  (#any-of? @_scope "apply" "run"))
(call_expression
  . (call_expression . (identifier) @_scope (value_arguments . (value_argument (_) @type) .))
  (annotated_lambda (lambda_literal "{" @own) @within)
  (#eq? @_scope "with"))
; Some of them give what they are called on.
(call_expression
  . (navigation_expression
    (call_expression . (navigation_expression (_) @receiver (identifier) @_scope .) (annotated_lambda))
    (identifier) @call .)
  (#any-of? @_scope "also" "apply" "takeIf" "takeUnless")
  (#not-upper? @call))
(property_declaration
  (variable_declaration (identifier) @var .)
  (call_expression . (navigation_expression (call_expression . (identifier) @type) (identifier) @_scope .) (annotated_lambda))
  (#any-of? @_scope "also" "apply" "takeIf" "takeUnless")
  (#upper? @type))
(class_body
  (property_declaration
    (variable_declaration (identifier) @field .)
    (call_expression . (navigation_expression (call_expression . (identifier) @type) (identifier) @_scope .) (annotated_lambda)))
  (#any-of? @_scope "also" "apply" "takeIf" "takeUnless")
  (#upper? @type))

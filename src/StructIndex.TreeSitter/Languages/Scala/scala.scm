; Scala 2 and 3
(comment) @comment
(block_comment) @comment
(annotation) @attribute

(package_clause name: (package_identifier) @package)
(package_object name: (_) @name) @def.namespace
(class_definition name: (_) @name) @def.class
(object_definition name: (_) @name) @def.class
(trait_definition name: (_) @name) @def.trait
(enum_definition name: (_) @name) @def.enum
(type_definition name: (_) @name) @def.alias
(function_definition name: (_) @name) @def.function
(function_declaration name: (_) @name) @def.function
(given_definition name: (_) @name) @def.property
(given_definition name: (_) @name body: (with_template_body) @body) @def.class
(given_definition name: (_) @name body: (instance_expression . "new" . (template_body) @body)) @def.class
(extension_definition parameters: (parameters (parameter type: (_) @name))) @scope.type

; A value with code of its own: an instance with members, a function, a block.
(template_body
  (val_definition
    pattern: (identifier) @name
    value: [(instance_expression) (lambda_expression) (block) (case_block)] @body) @def.property)
(compilation_unit
  (val_definition
    pattern: (identifier) @name
    value: [(instance_expression) (lambda_expression) (block) (case_block)] @body) @def.property)

; test("does something") { ... }
(call_expression
  function: (call_expression
    function: (identifier) @_test
    arguments: (arguments . (string) @name))
  arguments: (_) @body
  (#any-of? @_test "test" "it" "property")) @def.test

(extends_clause . type: (_) @inherit)
(extends_clause "with" . type: (_) @implement)
(extends_clause "," . type: (_) @implement)

(given_definition name: (_) return_type: [(type_identifier) (generic_type)] @implement body: (with_template_body))
(given_definition name: (_) return_type: [(type_identifier) (generic_type)] @implement body: (instance_expression . "new" . (template_body)))

(import_declaration) @import.path

(call_expression function: (identifier) @call (#not-upper? @call))
(call_expression function: (identifier) @new (#upper? @new))
(call_expression function: (generic_function function: (identifier) @call) (#not-upper? @call))
(call_expression function: (generic_function function: (identifier) @new) (#upper? @new))
(call_expression function: (field_expression value: (_) @receiver field: (identifier) @call) (#not-upper? @call))
(call_expression function: (field_expression value: (_) @receiver field: (identifier) @new) (#upper? @new))
(call_expression
  function: (generic_function function: (field_expression value: (_) @receiver field: (identifier) @call)))
(infix_expression left: (_) @receiver operator: (identifier) @call)
(instance_expression . (type_identifier) @new)
(instance_expression . (generic_type type: (type_identifier) @new))
(instance_expression . (stable_type_identifier (type_identifier) @new .))
(instance_expression . (generic_type type: (stable_type_identifier (type_identifier) @new .)))

(parameter name: (identifier) @var type: (_) @type)
(class_parameter name: (identifier) @field type: (_) @type)
(val_definition pattern: (identifier) @var type: (_) @type)
(var_definition pattern: (identifier) @var type: (_) @type)
(val_declaration name: (identifier) @var type: (_) @type)
(val_definition pattern: (identifier) @var !type value: (instance_expression . (_) @type))
(val_definition pattern: (identifier) @var !type value: (call_expression function: (identifier) @type) (#upper? @type))
(extension_definition parameters: (parameters (parameter name: (identifier) @var type: (_) @type))) @within
(val_definition pattern: (identifier) @var !type
  value: (generic_function function: (identifier) @_given type_arguments: (type_arguments . (_) @type .))
  (#any-of? @_given "summon" "implicitly"))

(class_declaration name: (type_identifier) @name) @def.class
(abstract_class_declaration name: (type_identifier) @name) @def.class
(class name: (type_identifier) @name) @def.class
(variable_declarator name: (identifier) @name value: (class body: (class_body) @body)) @def.class
(interface_declaration name: (type_identifier) @name) @def.interface
(enum_declaration name: (identifier) @name) @def.enum
(type_alias_declaration name: (type_identifier) @name) @def.alias
(internal_module name: (_) @name) @def.namespace
(module name: (_) @name) @def.namespace
(function_signature name: (identifier) @name) @def.function
(abstract_method_signature name: (_) @name) @def.method
(method_signature name: (_) @name) @def.method
(public_field_definition name: [(property_identifier) (private_property_identifier)] @name value: [(arrow_function body: (_) @body) (function_expression body: (_) @body)]) @def.method
(ambient_declaration . (_)) @wrap
(expression_statement . (internal_module)) @wrap

(class_heritage (extends_clause value: [(identifier) (member_expression)] @inherit))
(class_heritage (extends_clause value: (call_expression function: (_) @inherit)))
(class_heritage (implements_clause (_) @implement))
(interface_declaration (extends_type_clause type: (_) @inherit))

(import_statement (import_require_clause (identifier) @import.alias source: (string) @import))

(required_parameter pattern: (identifier) @var type: (type_annotation (_) @type))
(required_parameter pattern: (this) @var type: (type_annotation (_) @type))
(optional_parameter pattern: (identifier) @var type: (type_annotation (_) @type))
(arrow_function parameters: (formal_parameters (required_parameter pattern: (identifier) @var type: (type_annotation (_) @type)))) @within
(function_expression parameters: (formal_parameters (required_parameter pattern: (identifier) @var type: (type_annotation (_) @type)))) @within
(required_parameter (accessibility_modifier) pattern: (identifier) @field type: (type_annotation (_) @type))
(variable_declarator name: (identifier) @var type: (type_annotation (_) @type))
(public_field_definition name: [(property_identifier) (private_property_identifier)] @field type: (type_annotation (_) @type))
(public_field_definition name: [(property_identifier) (private_property_identifier)] @field value: (new_expression constructor: (_) @type))
(property_signature name: (property_identifier) @field type: (type_annotation (_) @type))

[
  (arrow_function parameters: (formal_parameters (_ pattern: [(identifier) @parameter (object_pattern (shorthand_property_identifier_pattern) @parameter)])))
  (function_expression parameters: (formal_parameters (_ pattern: [(identifier) @parameter (object_pattern (shorthand_property_identifier_pattern) @parameter)])))
  (function_declaration parameters: (formal_parameters (_ pattern: [(identifier) @parameter (object_pattern (shorthand_property_identifier_pattern) @parameter)])))
  (method_definition parameters: (formal_parameters (_ pattern: [(identifier) @parameter (object_pattern (shorthand_property_identifier_pattern) @parameter)])))] @type

; PHP
(comment) @comment
(attribute_group) @attribute

(namespace_definition name: (namespace_name) @package)
(class_declaration name: (name) @name) @def.class
(interface_declaration name: (name) @name) @def.interface
(trait_declaration name: (name) @name) @def.trait
(enum_declaration name: (name) @name) @def.enum
(function_definition name: (name) @name) @def.function
(method_declaration name: (name) @name) @def.method
(property_declaration
  (property_element name: (variable_name (name) @name))
  (property_hook_list) @body) @def.property

(base_clause (name) @inherit)
(base_clause (qualified_name (name) @inherit))
(class_interface_clause (name) @implement)
(class_interface_clause (qualified_name (name) @implement))
(use_declaration (name) @implement)
(use_declaration (qualified_name (name) @implement))
(use_as_clause . (name) @type (name) @alias .)
(use_as_clause . (class_constant_access_expression (name) @type .) (name) @alias .)

; use A\B\C; use A\B\C as D; use A\{B, C as D}; use function A\f
(namespace_use_clause
  (qualified_name prefix: (namespace_name) @import (name) @import.name)
  alias: (name)? @import.alias)
(namespace_use_declaration
  (namespace_use_clause . (name) @import alias: (name)? @import.alias))
(namespace_use_declaration
  (namespace_name) @import
  body: (namespace_use_group (namespace_use_clause . (name) @import.name alias: (name)? @import.alias)))
(include_expression (string (string_content) @import))
(include_once_expression (string (string_content) @import))
(require_expression (string (string_content) @import))
(require_once_expression (string (string_content) @import))

(function_call_expression function: (name) @call)
(function_call_expression function: (qualified_name (name) @call))
(member_call_expression object: (_) @receiver name: (name) @call)
(nullsafe_member_call_expression object: (_) @receiver name: (name) @call)
(scoped_call_expression scope: (_) @receiver name: (name) @call)
(object_creation_expression . (name) @new)
(object_creation_expression . (qualified_name (name) @new))

(simple_parameter type: (_) @type name: (variable_name (name) @var))
(anonymous_function parameters: (formal_parameters (simple_parameter type: (_) @type name: (variable_name (name) @var)))) @within
(arrow_function parameters: (formal_parameters (simple_parameter type: (_) @type name: (variable_name (name) @var)))) @within
(property_promotion_parameter type: (_) @type name: (variable_name (name) @var))
(property_promotion_parameter type: (_) @type name: (variable_name (name) @field))
(property_declaration type: (_) @type (property_element name: (variable_name (name) @field)))
(assignment_expression
  left: (variable_name (name) @var)
  right: (object_creation_expression . [(name) (qualified_name)] @type))
(assignment_expression
  left: (member_access_expression object: (variable_name (name) @_this) name: (name) @field)
  right: (object_creation_expression . [(name) (qualified_name)] @type)
  (#eq? @_this "this"))

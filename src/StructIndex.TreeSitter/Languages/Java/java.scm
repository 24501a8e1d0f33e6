(line_comment) @comment
(block_comment) @comment
(marker_annotation) @attribute
(annotation) @attribute
(package_declaration [(scoped_identifier) (identifier)] @package)

(class_declaration name: (identifier) @name) @def.class
(interface_declaration name: (identifier) @name) @def.interface
(annotation_type_declaration name: (identifier) @name) @def.interface
(enum_declaration name: (identifier) @name) @def.enum
(record_declaration name: (identifier) @name) @def.record
(method_declaration name: (identifier) @name) @def.method
(annotation_type_element_declaration name: (identifier) @name) @def.method
(constructor_declaration name: (identifier) @name) @def.constructor
(compact_constructor_declaration name: (identifier) @name) @def.constructor

(superclass (_) @inherit)
(super_interfaces (type_list (_) @implement))
(extends_interfaces (type_list (_) @inherit))

(method_invocation !object name: (identifier) @call)
(method_invocation object: (_) @receiver name: (identifier) @call)
(method_reference . (_) @receiver (identifier) @call .)
(object_creation_expression type: (type_identifier) @new)
(object_creation_expression type: (generic_type . (type_identifier) @new))
(object_creation_expression type: (scoped_type_identifier (_) @receiver (type_identifier) @new .))
(object_creation_expression type: (generic_type . (scoped_type_identifier (_) @receiver (type_identifier) @new .)))
(explicit_constructor_invocation constructor: (_) @call)
(object_creation_expression type: (_) @type (class_body (method_declaration name: (identifier) @anonymous)))

(import_declaration (scoped_identifier scope: (_) @import name: (identifier) @import.name) .)
(import_declaration (scoped_identifier) @import.all (asterisk))

(formal_parameter type: (_) @type name: (identifier) @var)
(lambda_expression parameters: (formal_parameters (formal_parameter type: (_) @type name: (identifier) @var))) @within
(spread_parameter (_) @type (variable_declarator name: (identifier) @var))
(local_variable_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @var) (#not-eq? @type "var"))
(local_variable_declaration type: (_) @_var declarator: (variable_declarator name: (identifier) @var value: (object_creation_expression type: (_) @type)) (#eq? @_var "var"))
(enhanced_for_statement type: (_) @type name: (identifier) @var) @within
(resource type: (_) @type name: (identifier) @var)
(catch_clause (catch_formal_parameter (catch_type . (_) @type) name: (identifier) @var)) @within
(field_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @field))
(record_declaration parameters: (formal_parameters (formal_parameter type: (_) @type name: (identifier) @field)))

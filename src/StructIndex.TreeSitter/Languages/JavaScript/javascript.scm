(class_declaration name: (identifier) @name) @def.class
(class name: (identifier) @name) @def.class
(variable_declarator name: (identifier) @name value: (class body: (class_body) @body)) @def.class
(assignment_expression left: [(identifier) @name (member_expression property: (property_identifier) @name)] right: (class body: (class_body) @body)) @def.class
(field_definition property: [(property_identifier) (private_property_identifier)] @name value: [(arrow_function body: (_) @body) (function_expression body: (_) @body)]) @def.method
(field_definition property: [(property_identifier) (private_property_identifier)] @field value: (new_expression constructor: (_) @type))
(class_heritage [(identifier) (member_expression)] @inherit)
(class_heritage (call_expression function: (_) @inherit))

[
  (arrow_function parameters: (formal_parameters [(identifier) @parameter (assignment_pattern left: (identifier) @parameter) (object_pattern (shorthand_property_identifier_pattern) @parameter)]))
  (function_expression parameters: (formal_parameters [(identifier) @parameter (assignment_pattern left: (identifier) @parameter) (object_pattern (shorthand_property_identifier_pattern) @parameter)]))
  (function_declaration parameters: (formal_parameters [(identifier) @parameter (assignment_pattern left: (identifier) @parameter) (object_pattern (shorthand_property_identifier_pattern) @parameter)]))
  (method_definition parameters: (formal_parameters [(identifier) @parameter (assignment_pattern left: (identifier) @parameter) (object_pattern (shorthand_property_identifier_pattern) @parameter)]))] @type

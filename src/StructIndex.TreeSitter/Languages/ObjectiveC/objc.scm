(class_interface . (identifier) @name) @def.class
(class_implementation . (identifier) @name) @def.class
(protocol_declaration (identifier) @name) @def.interface
(class_interface . (identifier) @name [(method_declaration) (property_declaration) (instance_variables)] @body) @def.class
(class_implementation . (identifier) @name [(implementation_definition) (instance_variables)] @body) @def.class
(protocol_declaration (identifier) @name [(method_declaration) (property_declaration)] @body) @def.interface
(method_declaration (identifier) @name) @def.method
(method_definition (identifier) @name (compound_statement) @body) @def.method
(property_declaration (struct_declaration (struct_declarator (identifier) @name))) @def.property
(property_declaration (struct_declaration (struct_declarator (pointer_declarator declarator: (identifier) @name)))) @def.property
(class_interface superclass: (identifier) @inherit)
(class_interface (parameterized_arguments (type_name (type_identifier) @implement)))
(protocol_declaration (protocol_reference_list (identifier) @inherit))

(message_expression receiver: (_) @receiver . method: (identifier) @call)
(message_expression receiver: (message_expression receiver: (identifier) @new method: (identifier) @_alloc) (#eq? @_alloc "alloc"))
(module_import path: (_) @import)

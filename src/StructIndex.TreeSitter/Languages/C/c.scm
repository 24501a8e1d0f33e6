; C, and what C++ and Objective-C share with it.
(comment) @comment
(attribute_declaration) @attribute

(function_definition declarator: (function_declarator declarator: (_) @name)) @def.function
(function_definition declarator: (pointer_declarator declarator: (function_declarator declarator: (_) @name))) @def.function
(function_definition declarator: (pointer_declarator declarator: (pointer_declarator declarator: (function_declarator declarator: (_) @name)))) @def.function
(declaration declarator: (function_declarator declarator: (identifier) @name)) @def.function
(declaration declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))) @def.function
(declaration declarator: (pointer_declarator declarator: (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))) @def.function

(struct_specifier name: (_) @name body: (_)) @def.struct
(union_specifier name: (_) @name body: (_)) @def.union
(enum_specifier name: (_) @name body: (_)) @def.enum
(type_definition declarator: (type_identifier) @name) @def.alias
(type_definition declarator: (pointer_declarator declarator: (type_identifier) @name)) @def.alias
(type_definition declarator: (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: (type_identifier) @name)))) @def.alias
(type_definition type: (struct_specifier !name body: (_) @body) declarator: (type_identifier) @name) @def.struct
(type_definition type: (union_specifier !name body: (_) @body) declarator: (type_identifier) @name) @def.union
(type_definition type: (enum_specifier !name body: (_) @body) declarator: (type_identifier) @name) @def.enum
(type_definition type: (struct_specifier name: (_) @name body: (_) @body)) @def.struct
(type_definition type: (union_specifier name: (_) @name body: (_) @body)) @def.union
(type_definition type: (enum_specifier name: (_) @name body: (_) @body)) @def.enum
(preproc_function_def name: (identifier) @name value: (_) @body) @def.macro

(call_expression function: (identifier) @call)
(call_expression function: (field_expression argument: (_) @receiver field: (field_identifier) @call))
(preproc_include path: [(string_literal) (system_lib_string)] @import)

(parameter_declaration type: (_) @type declarator: (identifier) @var)
(parameter_declaration type: (_) @type declarator: (pointer_declarator declarator: (identifier) @var))
(declaration type: (_) @type declarator: [(identifier) @var (pointer_declarator declarator: (identifier) @var)])
(declaration type: (_) @type declarator: (init_declarator declarator: [(identifier) @var (pointer_declarator declarator: (identifier) @var)]))
(field_declaration type: (_) @type declarator: (field_identifier) @field)
(field_declaration type: (_) @type declarator: (pointer_declarator declarator: (field_identifier) @field))

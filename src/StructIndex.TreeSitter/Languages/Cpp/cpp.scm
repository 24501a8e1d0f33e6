(function_definition declarator: (reference_declarator (function_declarator declarator: (_) @name))) @def.function
(function_definition declarator: (operator_cast) @name) @def.operator
(function_definition declarator: (qualified_identifier name: (operator_cast)) @name) @def.operator
(declaration declarator: (operator_cast) @name) @def.operator
(declaration declarator: (reference_declarator (function_declarator declarator: (identifier) @name))) @def.function
(declaration declarator: (function_declarator declarator: [(destructor_name) (operator_name)] @name)) @def.function
(field_declaration declarator: (function_declarator declarator: (_) @name)) @def.method
(field_declaration declarator: (pointer_declarator declarator: (function_declarator declarator: (_) @name))) @def.method
(field_declaration declarator: (reference_declarator (function_declarator declarator: (_) @name))) @def.method

(class_specifier name: (_) @name body: (_)) @def.class
(class_specifier name: (template_type name: (_) @name) body: (_)) @def.class
(struct_specifier name: (template_type name: (_) @name) body: (_)) @def.struct
(alias_declaration name: (type_identifier) @name) @def.alias
(concept_definition name: (identifier) @name) @def.trait
(namespace_definition name: (_) @name) @scope
(namespace_definition !name) @scope
(template_declaration) @wrap

(field_declaration_list (access_specifier) @visibility)
(preproc_if (access_specifier) @visibility)
(preproc_ifdef (access_specifier) @visibility)

(base_class_clause [(type_identifier) (qualified_identifier)] @inherit)
(base_class_clause (template_type name: (_) @inherit))

(call_expression function: (qualified_identifier scope: (_) @receiver name: (identifier) @call))
(call_expression function: (qualified_identifier scope: (_) @receiver name: (qualified_identifier scope: (_) @receiver name: (identifier) @call)))
(call_expression function: (qualified_identifier scope: (_) @receiver name: (qualified_identifier name: (qualified_identifier scope: (_) @receiver name: (identifier) @call))))
(call_expression function: (qualified_identifier scope: (_) @receiver name: (template_function name: (identifier) @call)))
(call_expression function: (qualified_identifier !scope name: (identifier) @call))
(call_expression function: (qualified_identifier !scope name: (qualified_identifier scope: (_) @receiver name: (identifier) @call)))
(call_expression function: (qualified_identifier !scope name: (qualified_identifier scope: (_) @receiver name: (qualified_identifier scope: (_) @receiver name: (identifier) @call))))
(call_expression function: (template_function name: (identifier) @call))
(call_expression function: (field_expression argument: (_) @receiver field: (template_method name: (field_identifier) @call)))
(new_expression type: (type_identifier) @new)
(new_expression type: (template_type name: (type_identifier) @new))
(new_expression type: (qualified_identifier scope: (_) @receiver name: (type_identifier) @new))
(compound_literal_expression type: (type_identifier) @new)
(compound_literal_expression type: (template_type name: (type_identifier) @new))

(using_declaration (qualified_identifier scope: (_) @import name: (identifier) @import.name))

(parameter_declaration type: (_) @type declarator: (reference_declarator (identifier) @var))
(optional_parameter_declaration type: (_) @type declarator: [(identifier) @var (pointer_declarator declarator: (identifier) @var) (reference_declarator (identifier) @var)])
(declaration type: (_) @type declarator: (init_declarator declarator: (reference_declarator (identifier) @var)))
(declaration type: (placeholder_type_specifier) declarator: (init_declarator declarator: [(identifier) @var (pointer_declarator declarator: (identifier) @var)] value: (new_expression type: (_) @type)))
(field_declaration type: (_) @type declarator: (reference_declarator (field_identifier) @field))

; TEST_F(Fixture, Name) { ... }: a member of a class that extends the fixture
(function_definition declarator: (function_declarator declarator: (identifier) @_test
  parameters: (parameter_list . (parameter_declaration type: (type_identifier) @type) . (parameter_declaration type: (type_identifier) @anonymous)))
  (#any-of? @_test "TEST_F" "TEST_P"))
; What a type alias stands for.
(alias_declaration name: (type_identifier) @var type: (type_descriptor type: (_) @type))
; A variable made of what a call gives looks like a function with a function for its parameter: Reader r(open());
(compound_statement (declaration type: (_) @type declarator: (function_declarator declarator: (identifier) @var)))
(compound_statement (declaration declarator: (function_declarator parameters: (parameter_list (parameter_declaration type: (type_identifier) @call declarator: (abstract_function_declarator))))))
; A base that is made before the body of a constructor.
(field_initializer . (field_identifier) @new (#upper? @new))
(field_initializer . (template_method name: (field_identifier) @new))
(field_initializer . (qualified_identifier scope: (_) @receiver name: (field_identifier) @new))

; Swift. An extension adds the extended type's name to the container of its members.
(comment) @comment
(multiline_comment) @comment
(attribute) @attribute

(class_declaration declaration_kind: "class" name: (type_identifier) @name) @def.class
(class_declaration declaration_kind: "actor" name: (type_identifier) @name) @def.class
(class_declaration declaration_kind: "struct" name: (type_identifier) @name) @def.struct
(class_declaration declaration_kind: "enum" name: (type_identifier) @name) @def.enum
(class_declaration declaration_kind: "extension" name: (_) @name) @scope.type
(protocol_declaration name: (_) @name) @def.interface
(macro_declaration (simple_identifier) @name) @def.macro
(typealias_declaration name: (type_identifier) @name) @def.alias
(function_declaration name: (simple_identifier) @name) @def.function
(function_declaration
  name: [
    (custom_operator) (bang)
    "==" "!=" "===" "!==" "<" ">" "<=" ">=" "+" "-" "*" "/" "%" "+=" "-=" "*=" "/=" "%=" "++" "--" "|" "&" "^" "~" "<<" ">>"
  ] @name) @def.operator
(protocol_function_declaration name: (simple_identifier) @name) @def.method
(protocol_function_declaration
  name: [
    (custom_operator) (bang)
    "==" "!=" "===" "!==" "<" ">" "<=" ">=" "+" "-" "*" "/" "%" "+=" "-=" "*=" "/=" "%=" "++" "--" "|" "&" "^" "~" "<<" ">>"
  ] @name) @def.operator
(init_declaration "init" @name) @def.constructor
(deinit_declaration "deinit" @name) @def.constructor
(subscript_declaration "subscript" @name (computed_property) @body) @def.property
(property_declaration
  name: (pattern bound_identifier: (simple_identifier) @name)
  computed_value: (computed_property) @body) @def.property
(property_declaration
  name: (pattern bound_identifier: (simple_identifier) @name)
  (willset_didset_block) @body) @def.property
(protocol_property_declaration
  name: (pattern bound_identifier: (simple_identifier) @name)) @def.property

; The first base of a class may be a class; all else are protocols.
(class_declaration
  declaration_kind: "class"
  [name: (type_identifier) (type_parameters)]
  .
  (inheritance_specifier inherits_from: (_) @inherit))
(class_declaration
  declaration_kind: "class"
  (inheritance_specifier)
  .
  (inheritance_specifier inherits_from: (_) @implement))
(class_declaration
  declaration_kind: ["struct" "enum" "actor" "extension"]
  (inheritance_specifier inherits_from: (_) @implement))
(protocol_declaration (inheritance_specifier inherits_from: (_) @inherit))

(import_declaration (identifier) @import)

(call_expression . (simple_identifier) @call (#not-upper? @call))
(call_expression . (simple_identifier) @new (#upper? @new))
(call_expression
  .
  (navigation_expression target: (_) @receiver suffix: (navigation_suffix suffix: (simple_identifier) @call))
  (#not-upper? @call))
(call_expression
  .
  (navigation_expression target: (_) @receiver suffix: (navigation_suffix suffix: (simple_identifier) @new))
  (#upper? @new))
(call_expression . (prefix_expression operation: "." target: (simple_identifier) @call))
(constructor_expression constructed_type: (user_type (type_identifier) @new .))
(constructor_expression constructed_type: (user_type (type_identifier) @new . (type_arguments)))

(parameter name: (simple_identifier) @var name: (_) @type)
(class_body
  (property_declaration
    name: (pattern bound_identifier: (simple_identifier) @field)
    (type_annotation (_) @type)))
(class_body
  (property_declaration
    name: (pattern bound_identifier: (simple_identifier) @field)
    value: (call_expression . (simple_identifier) @type))
  (#upper? @type))
(protocol_property_declaration
  name: (pattern bound_identifier: (simple_identifier) @field)
  (type_annotation (_) @type))
(property_declaration
  name: (pattern bound_identifier: (simple_identifier) @var)
  (type_annotation (_) @type))
(property_declaration
  name: (pattern bound_identifier: (simple_identifier) @var)
  value: (call_expression . (simple_identifier) @type)
  (#upper? @type))
(property_declaration
  name: (pattern bound_identifier: (simple_identifier) @var)
  value: (constructor_expression constructed_type: (user_type) @type))

(comment) @comment
(package_clause (package_identifier) @package)

(function_declaration name: (identifier) @name) @def.function
(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @receiver
    (generic_type type: (type_identifier) @receiver)
    (pointer_type (type_identifier) @receiver)
    (pointer_type (generic_type type: (type_identifier) @receiver))
    (parenthesized_type (pointer_type (type_identifier) @receiver))]))
  name: (field_identifier) @name) @def.method
(method_elem name: (field_identifier) @name) @def.method
(source_file (var_declaration (var_spec name: (identifier) @name value: (expression_list (func_literal body: (block) @body)))) @def.function)

(type_declaration . (type_spec) .) @wrap
(type_declaration . (type_alias) .) @wrap
(type_spec name: (type_identifier) @name) @def.alias
(type_spec name: (type_identifier) @name type: (struct_type (field_declaration_list) @body)) @def.struct
(type_spec name: (type_identifier) @name type: (interface_type "{" @body)) @def.interface
(type_alias name: (type_identifier) @name) @def.alias

(struct_type (field_declaration_list (field_declaration !name type: [
  (type_identifier) @inherit
  (qualified_type name: (type_identifier) @inherit)
  (generic_type type: (type_identifier) @inherit)])))
(struct_type (field_declaration_list (field_declaration !name (pointer_type [(type_identifier) @inherit (qualified_type name: (type_identifier) @inherit)]))))
(interface_type (type_elem . [(type_identifier) @inherit (qualified_type name: (type_identifier) @inherit)] .))

(call_expression function: (identifier) @call)
(call_expression function: (parenthesized_expression (identifier) @call))
(call_expression function: (selector_expression operand: (_) @receiver field: (field_identifier) @call))
(call_expression function: (type_instantiation_expression type: (type_identifier) @call))
(composite_literal type: [
  (type_identifier) @new
  (generic_type type: (type_identifier) @new)
  (qualified_type package: (package_identifier) @receiver name: (type_identifier) @new)])
(call_expression function: (identifier) @_new arguments: (argument_list . (type_identifier) @new) (#eq? @_new "new"))

(import_spec !name path: (_) @import)
(import_spec name: (package_identifier) @import.alias path: (_) @import)
(import_spec name: (blank_identifier) path: (_) @import)
(import_spec name: (dot) path: (_) @import.all)

(parameter_declaration name: (identifier) @var type: (_) @type)
(variadic_parameter_declaration name: (identifier) @var type: (_) @type)
(func_literal parameters: (parameter_list (parameter_declaration name: (identifier) @var type: (_) @type))) @within
(var_spec name: (identifier) @var type: (_) @type)
(field_declaration name: (field_identifier) @field type: (_) @type)
(short_var_declaration left: (expression_list . (identifier) @var) right: (expression_list . (composite_literal type: (_) @type)))
(short_var_declaration left: (expression_list . (identifier) @var) right: (expression_list . (unary_expression operand: (composite_literal type: (_) @type))))
(short_var_declaration left: (expression_list . (identifier) @var)
  right: (expression_list . (call_expression function: (identifier) @_new arguments: (argument_list . (_) @type))) (#eq? @_new "new"))
(short_var_declaration left: (expression_list . (identifier) @var) right: (expression_list . (type_assertion_expression type: (_) @type)))
(range_clause left: (expression_list . (_) . (identifier) @element .) right: (_) @type)
(var_spec name: (identifier) @var value: (expression_list . (composite_literal type: (_) @type)))
(var_spec name: (identifier) @var value: (expression_list . (unary_expression operand: (composite_literal type: (_) @type))))

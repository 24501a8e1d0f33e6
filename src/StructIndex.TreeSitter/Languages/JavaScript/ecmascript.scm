; What JavaScript and TypeScript share.
(comment) @comment
(decorator) @attribute

(function_declaration name: (identifier) @name) @def.function
(generator_function_declaration name: (identifier) @name) @def.function
(function_expression name: (identifier) @name) @def.function
(generator_function name: (identifier) @name) @def.function
(method_definition name: (_) @name) @def.method

(variable_declarator name: (identifier) @name value: (object)) @scope
(variable_declarator name: (identifier) @name value: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)
  (generator_function body: (_) @body)]) @def.function
(program [
  (lexical_declaration (variable_declarator name: (identifier) @name
    value: (call_expression arguments: (arguments [(arrow_function body: (_) @body) (function_expression body: (_) @body)]))) @def.function)
  (export_statement declaration: (lexical_declaration (variable_declarator name: (identifier) @name
    value: (call_expression arguments: (arguments [(arrow_function body: (_) @body) (function_expression body: (_) @body)]))) @def.function))])

(assignment_expression left: (identifier) @name right: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)]) @def.function
(assignment_expression left: (member_expression object: (_) @receiver property: [(property_identifier) (private_property_identifier)] @name) right: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)
  (generator_function body: (_) @body)]) @def.function
(assignment_expression left: (member_expression object: (_) @receiver property: (property_identifier) @name) right: (object)) @scope
(pair key: [(property_identifier) (string)] @name value: [
  (arrow_function body: (_) @body)
  (function_expression !name body: (_) @body)
  (generator_function body: (_) @body)]) @def.function

; it("does something", () => { ... }), test.only(...), it.each([...])(...)
(call_expression
  function: [
    (identifier) @_test
    (member_expression object: (identifier) @_test)
    (call_expression function: (member_expression object: (identifier) @_test))]
  arguments: (arguments . [(string (string_fragment) @name) @header (template_string) @name @header] [(arrow_function) (function_expression)])
  (#any-of? @_test "it" "test" "specify")) @def.test

(export_statement "default" @name value: [(arrow_function body: (_) @body) (function_expression !name body: (_) @body)]) @def.function
(export_statement "default" @name value: (class !name body: (class_body) @body)) @def.class
(export_statement "default" @name value: (object)) @scope

(lexical_declaration . (variable_declarator) .) @wrap
(variable_declaration . (variable_declarator) .) @wrap
(expression_statement . (assignment_expression)) @wrap
(pair value: (function_expression name: (_))) @wrap
(export_statement declaration: (_)) @wrap
(export_statement value: [(function_expression) (class) (arrow_function)]) @wrap

(call_expression function: (identifier) @call)
(call_expression function: (member_expression object: (_) @receiver property: [(property_identifier) (private_property_identifier)] @call))
(call_expression function: (super) @call)
(call_expression function: (await_expression (identifier) @call))
(call_expression function: (await_expression (member_expression object: (_) @receiver property: [(property_identifier) (private_property_identifier)] @call)))
(new_expression constructor: (identifier) @new)
(new_expression constructor: (this) @new)
(new_expression constructor: (member_expression object: (_) @receiver property: (property_identifier) @new))

(import_statement "import" . source: (string) @import)
(import_statement (import_clause (identifier) @import.alias) source: (string) @import)
(import_statement (import_clause (namespace_import (identifier) @import.alias)) source: (string) @import)
(import_statement (import_clause (named_imports (import_specifier name: (identifier) @import.name alias: (identifier)? @import.alias))) source: (string) @import)
(export_statement (export_clause (export_specifier name: (identifier) @import.name alias: (identifier)? @import.alias)) source: (string) @import)
(export_statement "*" source: (string) @import.all)
(export_statement (namespace_export (identifier) @import.alias) source: (string) @import)
(export_statement (export_clause (export_specifier name: (identifier) @import.name alias: (_) @import.alias)) !source) @export
(export_statement "default" @import.alias value: (identifier) @import.name) @export
(export_statement "default" @import.alias declaration: (_ name: (_) @import.name)) @export
(assignment_expression left: (member_expression object: (identifier) @_module property: (property_identifier) @import.alias) right: (identifier) @import.name
  (#eq? @_module "module") (#eq? @import.alias "exports")) @export
(variable_declarator name: (identifier) @import.alias value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import)) (#eq? @_require "require"))
(variable_declarator name: (object_pattern (pair_pattern key: (property_identifier) @import.name value: (identifier) @import.alias))
  value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import)) (#eq? @_require "require"))
(variable_declarator name: (object_pattern (shorthand_property_identifier_pattern) @import.name)
  value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import)) (#eq? @_require "require"))
(variable_declarator name: (identifier) @import.alias
  value: (member_expression object: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import)) property: (property_identifier) @import.name)
  (#eq? @_require "require"))

(arrow_function parameter: (identifier) @parameter) @type

(variable_declarator name: (identifier) @alias value: [(identifier) (member_expression)] @type)
(object (pair key: (property_identifier) @alias value: [(identifier) (member_expression)] @type))
(for_in_statement left: (identifier) @element "of" right: (_) @type)
(variable_declarator name: (identifier) @var value: (new_expression constructor: (_) @type))
(assignment_expression left: (identifier) @var right: (new_expression constructor: (_) @type))
(assignment_expression left: (member_expression object: (this) property: (property_identifier) @field) right: (new_expression constructor: (_) @type))

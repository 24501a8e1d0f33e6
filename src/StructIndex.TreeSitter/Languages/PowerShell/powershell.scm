; PowerShell
(comment) @comment

(function_statement (function_name) @name (script_block)? @body) @def.function
(class_statement . (simple_name) @name "{" @body) @def.class
(enum_statement . (simple_name) @name "{" @body) @def.enum
(class_method_definition (simple_name) @name (script_block)? @body) @def.method
(attribute (attribute_name)) @attribute

; It 'does something' { ... }
(command
  command_name: (command_name) @_test
  command_elements: (command_elements
    .
    (command_argument_sep)
    .
    (array_literal_expression (unary_expression (string_literal) @name @header)))
  (#any-of? @_test "It" "it")) @def.test

(class_statement . (simple_name) ":" . (simple_name) @inherit)
(class_statement . (simple_name) "," . (simple_name) @implement)

(command
  command_name: (command_name) @_import
  command_elements: (command_elements . (command_argument_sep) . (generic_token) @import)
  (#any-of? @_import "Import-Module" "import-module"))
(command
  command_name: (command_name) @_using
  command_elements: (command_elements
    .
    (command_argument_sep)
    .
    (generic_token) @_what
    .
    (command_argument_sep)
    .
    (generic_token) @import)
  (#any-of? @_using "using" "Using")
  (#any-of? @_what "module" "namespace" "Module"))

(command
  command_name: (command_name) @call
  (#not-any-of? @call "Import-Module" "New-Object" "using" "It" "Describe" "Context" "BeforeAll" "AfterAll"))
(command
  command_name: (command_name) @_new
  command_elements: (command_elements . (command_argument_sep) . (generic_token) @new)
  (#any-of? @_new "New-Object" "new-object"))
(invokation_expression . (_) @receiver (member_name (simple_name) @call) (#not-eq? @call "new"))
(invokation_expression
  .
  (type_literal (type_spec (type_name (type_identifier) @new .)))
  (member_name (simple_name) @_new)
  (#eq? @_new "new"))

(script_parameter
  (attribute_list (attribute (type_literal (type_spec) @type)))
  (variable) @var)
(class_property_definition (type_literal (type_spec) @type) (variable) @var)
(class_method_parameter (type_literal (type_spec) @type) (variable) @var)

; Lua. A function is named by what it is assigned to; a table that holds functions adds its name to their container.
(comment) @comment

(function_declaration name: (identifier) @name) @def.function
(function_declaration name: (dot_index_expression table: (_) @receiver field: (identifier) @name)) @def.function
(function_declaration name: (method_index_expression table: (_) @receiver method: (identifier) @name)) @def.method

(assignment_statement
  (variable_list . name: (identifier) @name)
  (expression_list . value: (function_definition body: (block)? @body))) @def.function
(assignment_statement
  (variable_list . name: (dot_index_expression table: (_) @receiver field: (identifier) @name))
  (expression_list . value: (function_definition body: (block)? @body))) @def.function
(assignment_statement
  (variable_list . name: (bracket_index_expression table: (_) @receiver field: (string content: (_) @name)))
  (expression_list . value: (function_definition body: (block)? @body))) @def.function
; x = given or function() ... end, x = vim.schedule_wrap(function() ... end)
(assignment_statement
  (variable_list . name: [(identifier) @name (dot_index_expression table: (_) @receiver field: (identifier) @name)])
  (expression_list . value: (binary_expression right: (function_definition body: (block)? @body)))) @def.function
(assignment_statement
  (variable_list . name: [(identifier) @name (dot_index_expression table: (_) @receiver field: (identifier) @name)])
  (expression_list
    .
    value: (function_call name: (_) @_wrapper arguments: (arguments (function_definition body: (block)? @body))))
  (#match? @_wrapper "(wrap|once|memo\\w{0,99}|debounce\\w{0,99}|throttle\\w{0,99}|cached?)$")) @def.function
(variable_declaration (assignment_statement (expression_list . value: [(function_definition) (binary_expression right: (function_definition))]))) @wrap
(variable_declaration
  (assignment_statement
    (expression_list . value: (function_call name: (_) @_wrapper arguments: (arguments (function_definition)))))
  (#match? @_wrapper "(wrap|once|memo\\w{0,99}|debounce\\w{0,99}|throttle\\w{0,99}|cached?)$")) @wrap
(field name: (identifier) @name value: (function_definition body: (block)? @body)) @def.function
(field name: (string content: (_) @name) value: (function_definition body: (block)? @body)) @def.function
(field name: (identifier) @name value: (binary_expression right: (function_definition body: (block)? @body))) @def.function
(field
  name: (identifier) @name
  value: (function_call name: (_) @_wrapper arguments: (arguments (function_definition body: (block)? @body)))
  (#match? @_wrapper "(wrap|once|memo\\w{0,99}|debounce\\w{0,99}|throttle\\w{0,99}|cached?)$")) @def.function

(assignment_statement
  (variable_list . name: (_) @name)
  (expression_list . value: (table_constructor))) @scope
(field name: (identifier) @name value: (table_constructor)) @scope

; ---@class Name directly above local Name = {}
((comment) @_class
  .
  (variable_declaration
    (assignment_statement
      (variable_list . name: (identifier) @name)
      (expression_list . value: (_)))) @def.class
  (#match? @_class "^---@class"))

; busted: it("does something", function() ... end)
(function_call
  name: (identifier) @_test
  arguments: (arguments . (string content: (_) @name) (function_definition body: (block)? @body))
  (#any-of? @_test "it" "test" "specify")) @def.test

(variable_declaration
  (assignment_statement
    (variable_list . name: (identifier) @import.alias)
    (expression_list
      .
      value: (function_call
        name: (identifier) @_require
        arguments: (arguments . (string content: (_) @import)))))
  (#eq? @_require "require"))
(variable_declaration
  (assignment_statement
    (variable_list . name: (identifier) @import.alias)
    (expression_list
      .
      value: (dot_index_expression
        table: (function_call
          name: (identifier) @_require
          arguments: (arguments . (string content: (_) @import)))
        field: (identifier) @import.name)))
  (#eq? @_require "require"))

(function_call name: (identifier) @call
  (#not-any-of? @call "require" "pairs" "ipairs" "type" "tostring" "tonumber" "setmetatable" "pcall" "error" "assert" "print" "select" "unpack" "next"))
(function_call name: (dot_index_expression table: (_) @receiver field: (identifier) @call))
(function_call name: (method_index_expression table: (_) @receiver method: (identifier) @call))
; pcall(f, ...) calls f
(function_call
  name: (identifier) @_pcall
  arguments: (arguments . (identifier) @call)
  (#any-of? @_pcall "pcall" "xpcall"))

(assignment_statement
  (variable_list . name: (identifier) @var)
  (expression_list
    .
    value: (function_call name: (dot_index_expression table: (identifier) @type field: (identifier) @_new)))
  (#eq? @_new "new"))
(assignment_statement
  (variable_list . name: (identifier) @var)
  (expression_list
    .
    value: (function_call name: (method_index_expression table: (identifier) @type method: (identifier) @_new)))
  (#eq? @_new "new"))

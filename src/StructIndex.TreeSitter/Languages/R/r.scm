; R. A function is named by what it is assigned to; classes are made by calls.
(comment) @comment

(binary_operator lhs: [(identifier) (string)] @name operator: ["<-" "=" "<<-"] rhs: (function_definition body: (_) @body)) @def.function
(binary_operator lhs: (extract_operator lhs: (_) @receiver rhs: (identifier) @name) operator: ["<-" "=" "<<-"] rhs: (function_definition body: (_) @body)) @def.function

; Person <- R6Class("Person", public = list(greet = function() ...)), setClass("Person", ...), setRefClass
(binary_operator lhs: (identifier) @name operator: ["<-" "="]
  rhs: (call function: [(identifier) @_make (namespace_operator rhs: (identifier) @_make)] arguments: (_) @body)
  (#any-of? @_make "R6Class" "setRefClass" "setClass" "new_class" "ggproto" "proto")) @def.class
(program (call function: (identifier) @_make arguments: (arguments . (argument value: (string content: (string_content) @name)) @header)
  (#any-of? @_make "setClass" "setRefClass" "setClassUnion")) @def.class)
(call function: [(identifier) @_make (namespace_operator rhs: (identifier) @_make)]
  arguments: (arguments (argument name: (identifier) value: (call function: (identifier) @_list
    arguments: (arguments (argument name: (identifier) @name value: (function_definition body: (_) @body)) @def.method))))
  (#any-of? @_make "R6Class" "setRefClass") (#any-of? @_list "list" "c"))
(call function: [(identifier) @_make (namespace_operator rhs: (identifier) @_make)]
  arguments: (arguments (argument name: (identifier) @name value: (function_definition body: (_) @body)) @def.method)
  (#any-of? @_make "ggproto" "proto"))
(call function: (identifier) @_make arguments: (arguments . (argument value: (string content: (string_content) @name)) (argument value: (function_definition body: (_) @body)))
  (#any-of? @_make "setGeneric" "setMethod" "setReplaceMethod" "setValidity")) @def.function

; testthat: test_that("does something", { ... })
(call function: [(identifier) @_test (namespace_operator rhs: (identifier) @_test)]
  arguments: (arguments . (argument value: (string content: (string_content) @name) @header) (argument value: (braced_expression)))
  (#any-of? @_test "test_that" "it")) @def.test

(call function: (identifier) @call)
(call function: (namespace_operator lhs: (_) @receiver rhs: (identifier) @call))
(call function: (extract_operator lhs: (_) @receiver rhs: (identifier) @call))
; lapply(xs, f) calls f
(call function: (identifier) @_apply arguments: (arguments . (argument) (argument !name value: (identifier) @call))
  (#any-of? @_apply "lapply" "sapply" "vapply" "tapply" "apply" "map" "map_dbl" "map_chr" "map_int" "map_lgl" "map_dfr" "walk" "Map" "Filter" "Reduce"))
(call function: (identifier) @_apply arguments: (arguments . (argument !name value: (identifier) @call))
  (#any-of? @_apply "do.call" "Map" "Filter" "Reduce" "Vectorize" "match.fun"))
; Person$new() makes a Person
(call function: (extract_operator lhs: (identifier) @new rhs: (identifier) @_new) (#eq? @_new "new"))
(call function: (identifier) @_new arguments: (arguments . (argument value: (string content: (string_content) @new))) (#eq? @_new "new"))
(binary_operator lhs: (identifier) @var operator: ["<-" "="] rhs: (call function: (extract_operator lhs: (identifier) @type rhs: (identifier) @_new)) (#eq? @_new "new"))

(call function: [(identifier) @_make (namespace_operator rhs: (identifier) @_make)]
  arguments: (arguments (argument name: (identifier) @_inherit value: (identifier) @inherit))
  (#any-of? @_make "R6Class" "ggproto") (#eq? @_inherit "inherit"))
(call function: (identifier) @_make
  arguments: (arguments (argument name: (identifier) @_inherit value: (string content: (string_content) @inherit)))
  (#any-of? @_make "setClass" "setRefClass") (#eq? @_inherit "contains"))

(call function: (identifier) @_source arguments: (arguments . (argument value: (string content: (string_content) @import.all))) (#eq? @_source "source"))

; Make. A target is a function with its recipe, a definition a macro; prerequisites are calls.
(comment) @comment

(rule (targets [(word) (concatenation) (variable_reference)] @name) (recipe)? @body (#not-match? @name "^\\.[A-Z]")) @def.function
(rule target: (pattern_list [(word) (concatenation) (variable_reference)] @name) (recipe)? @body) @def.function
(define_directive name: (word) @name @header) @def.macro

(rule normal: (prerequisites (word) @call))
(rule order_only: (prerequisites (word) @call))
(rule prerequisite: (pattern_list (word) @call))
; $(call compile,main.c) calls compile
(function_call function: "call" (arguments . argument: (text) @call))

(include_directive filenames: (list (word) @import.all))

; Bash and other shells
(comment) @comment

(function_definition name: (word) @name) @def.function
; @test "title" { ... } of bats, parsed as a function
(function_definition name: (word) @name (#match? @name "^@test")) @def.test

; source lib.sh, . lib.sh, load helper (bats)
(command
  name: (command_name (word) @_source)
  .
  argument: (_) @import
  (#any-of? @_source "source" "." "load"))

(command
  name: (command_name (word) @call)
  (#not-any-of? @call
    "source" "." "load" "echo" "printf" "return" "exit" "shift" "eval" "set" "unset" "cd" "true" "false" ":" "}" "{"
    "read" "exec" "trap" "wait" "alias" "shopt" "getopts" "test" "break" "continue" "builtin" "command" "run"))
; bats: run name; builtin wrappers: command name
(command
  name: (command_name (word) @_run)
  .
  argument: (word) @call
  (#any-of? @_run "run" "command" "exec"))

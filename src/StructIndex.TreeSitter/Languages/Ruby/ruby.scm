; Ruby: modules, classes, methods; `class << self` adds nothing to the container but has visibilities of its own.
(comment) @comment

(module name: (_) @name) @def.namespace
(class name: (_) @name) @def.class
(singleton_class) @scope.type
(method name: (_) @name) @def.function
(singleton_method object: (self) name: (_) @name) @def.function
(singleton_method object: [(constant) (scope_resolution)] @receiver name: (_) @name) @def.function

; private def save ... end
(call !receiver arguments: (argument_list . [(method) (singleton_method)] .)) @wrap

; private / def save ... end / private :load
(class body: (body_statement (identifier) @visibility (#any-of? @visibility "private" "protected" "public")))
(module body: (body_statement (identifier) @visibility (#any-of? @visibility "private" "protected" "public" "module_function")))
(singleton_class body: (body_statement (identifier) @visibility (#any-of? @visibility "private" "protected" "public")))
(call
  !receiver
  method: (identifier) @_hide
  arguments: (argument_list (simple_symbol) @hidden)
  (#any-of? @_hide "private" "protected" "private_class_method"))

; Point = Struct.new(:x) do ... end
(assignment
  left: (constant) @name
  right: (call receiver: (constant) @_base method: (identifier) @_make block: (_) @body)
  (#any-of? @_base "Struct" "Class" "Module" "Data")
  (#any-of? @_make "new" "define")) @def.class

; define_method(:name) { ... }
(call
  !receiver
  method: (identifier) @_define
  arguments: (argument_list . [(simple_symbol) (string)] @name)
  block: (_) @body
  (#any-of? @_define "define_method" "define_singleton_method")) @def.method

; it "does something" do ... end
(call
  !receiver
  method: (identifier) @_test
  arguments: (argument_list . (string (string_content) @name))
  block: (_) @body
  (#any-of? @_test "it" "test" "specify" "scenario" "should")) @def.test

(superclass [(constant) (scope_resolution)] @inherit)
(call
  !receiver
  method: (identifier) @_mix
  arguments: (argument_list [(constant) (scope_resolution)] @implement)
  (#any-of? @_mix "include" "extend" "prepend"))

(call
  !receiver
  method: (identifier) @_require
  arguments: (argument_list . (string (string_content) @import))
  (#any-of? @_require "require" "require_relative" "load"))
(call
  !receiver
  method: (identifier) @_autoload
  arguments: (argument_list . (simple_symbol) @import.name . (string (string_content) @import))
  (#eq? @_autoload "autoload"))

; A name that is no variable is a call.
(body_statement (identifier) @bare (#not-any-of? @bare "private" "protected" "public" "module_function"))
(then (identifier) @bare)
(else (identifier) @bare)
(block_body (identifier) @bare)
(argument_list (identifier) @bare)
(call receiver: (identifier) @bare)
(assignment right: (identifier) @bare)
(binary (identifier) @bare)
(interpolation (identifier) @bare)
(if condition: (identifier) @bare)
(unless condition: (identifier) @bare)
(if_modifier (identifier) @bare)
(unless_modifier (identifier) @bare)
(assignment left: (identifier) @local)
(operator_assignment left: (identifier) @local)
(left_assignment_list (identifier) @local)
(method_parameters (identifier) @local)
(method_parameters (_ name: (identifier) @local))
(block_parameters (identifier) @local)
(block_parameters (_ name: (identifier) @local))
(exception_variable (identifier) @local)
(for pattern: (identifier) @local)

(call
  !receiver
  method: (identifier) @call
  (#not-any-of? @call
    "require" "require_relative" "autoload" "include" "extend" "prepend" "attr_reader" "attr_writer" "attr_accessor"
    "private" "public" "protected" "private_class_method" "module_function" "define_method" "raise" "it" "describe" "context"))
(super) @call
(call
  !receiver
  method: (identifier) @_method
  arguments: (argument_list . (simple_symbol) @call .)
  (#eq? @_method "method"))
(call
  receiver: (_) @receiver
  method: (identifier) @call
  (#not-eq? @call "new"))
(call
  receiver: (constant) @new
  method: (identifier) @_new
  (#eq? @_new "new"))
(call
  receiver: (scope_resolution scope: (_) @receiver name: (constant) @new)
  method: (identifier) @_new
  (#eq? @_new "new"))

(alias name: (_) @alias alias: (_) @type)
(call
  !receiver
  method: (identifier) @_alias
  arguments: (argument_list . (simple_symbol) @alias . (simple_symbol) @type .)
  (#eq? @_alias "alias_method"))

(assignment
  left: (identifier) @var
  right: (call receiver: [(constant) (scope_resolution)] @type method: (identifier) @_new)
  (#eq? @_new "new"))
(assignment
  left: (instance_variable) @field
  right: (call receiver: [(constant) (scope_resolution)] @type method: (identifier) @_new)
  (#eq? @_new "new"))
(operator_assignment
  left: (instance_variable) @field
  right: (call receiver: [(constant) (scope_resolution)] @type method: (identifier) @_new)
  (#eq? @_new "new"))
; Methods that hand on to another object, and records that belong to this one.
(body_statement
  (call !receiver method: (identifier) @_declare arguments: (argument_list)) @members
  (#any-of? @_declare
    "delegate" "instance_delegate" "def_delegators" "def_delegator" "def_instance_delegators" "def_instance_delegator" "belongs_to" "has_one"))

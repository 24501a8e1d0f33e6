; Elixir. Everything is a call; what kind of declaration it is, its keyword says.
(comment) @comment

(call
  target: (identifier) @_def
  (arguments . (alias) @name)
  (do_block) @body
  (#eq? @_def "defmodule")) @def.namespace
(call
  target: (identifier) @_def
  (arguments . (alias) @name)
  (do_block) @body
  (#eq? @_def "defprotocol")) @def.interface
; defimpl Protocol, for: Type
(call
  target: (identifier) @_def
  (arguments . (alias) (keywords (pair key: (keyword) @_for value: (alias) @name)))
  (do_block) @body
  (#eq? @_def "defimpl")
  (#match? @_for "^for:")) @scope.type
(call
  target: (identifier) @_def
  (arguments . (alias) @implement)
  (do_block)
  (#eq? @_def "defimpl"))

; def name(args), def name(args) when guard, def name, def a <~> b
(call
  target: (identifier) @_def
  (arguments . (call target: (identifier) @name) (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "def" "defp" "defdelegate" "defguard" "defguardp")) @def.function
(call
  target: (identifier) @_def
  (arguments . (binary_operator left: (call target: (identifier) @name) operator: "when") (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "def" "defp" "defguard" "defguardp")) @def.function
(call
  target: (identifier) @_def
  (arguments . (identifier) @name (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "def" "defp")) @def.function
(call
  target: (identifier) @_def
  (arguments . (binary_operator operator: _ @name) (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "def" "defp" "defmacro" "defmacrop")
  (#not-any-of? @name "when" "\\\\" "::")) @def.operator
(call
  target: (identifier) @_def
  (arguments . (unary_operator operator: _ @name) (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "def" "defp" "defmacro" "defmacrop")) @def.operator
(call
  target: (identifier) @_def
  (arguments . (binary_operator left: (binary_operator operator: _ @name) operator: "when"))
  (do_block)? @body
  (#any-of? @_def "def" "defp" "defmacro" "defmacrop")) @def.operator
(call
  target: (identifier) @_def
  (arguments . (call target: (identifier) @name) (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "defmacro" "defmacrop")) @def.macro
(call
  target: (identifier) @_def
  (arguments . (binary_operator left: (call target: (identifier) @name) operator: "when") (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "defmacro" "defmacrop")) @def.macro
(call
  target: (identifier) @_def
  (arguments . (identifier) @name (keywords)? @body)
  (do_block)? @body
  (#any-of? @_def "defmacro" "defmacrop")) @def.macro

; @type t :: ..., @callback f(x) :: y
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments . (binary_operator left: (identifier) @name operator: "::")))
  (#any-of? @_attribute "type" "typep" "opaque")) @def.alias
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments . (binary_operator left: (call target: (identifier) @name) operator: "::")))
  (#any-of? @_attribute "type" "typep" "opaque")) @def.alias
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments . (binary_operator left: (call target: (identifier) @name) operator: "::")))
  (#any-of? @_attribute "callback" "macrocallback")) @def.method
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments . (binary_operator left: (binary_operator left: (call target: (identifier) @name) operator: "::") operator: "when")))
  (#any-of? @_attribute "callback" "macrocallback")) @def.method

; test "does something", %{context: c} do ... end
(call
  target: (identifier) @_def
  (arguments . (string (quoted_content) @name))
  (do_block) @body
  (#any-of? @_def "test" "property")) @def.test

; What belongs to the definition that follows
(unary_operator
  operator: "@"
  operand: (call target: (identifier) @_attribute)
  (#any-of? @_attribute "spec" "doc" "typedoc" "dialyzer")) @leading
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments [(string (quoted_content) @doc) (sigil (quoted_content) @doc)]))
  (#any-of? @_attribute "doc" "typedoc" "shortdoc")) @leading
(unary_operator
  operator: "@"
  operand: (call target: (identifier) @_attribute)
  (#any-of? @_attribute "impl" "deprecated" "tag" "describetag")) @attribute
(unary_operator
  operator: "@"
  operand: (call
    target: (identifier) @_attribute
    (arguments [(string (quoted_content) @doc) (sigil (quoted_content) @doc)]))
  (#eq? @_attribute "moduledoc"))
(unary_operator
  operator: "@"
  operand: (call target: (identifier) @_attribute (arguments (alias) @implement))
  (#eq? @_attribute "behaviour"))

; alias A.B, alias A.B, as: C, alias A.{B, C}
(call
  target: (identifier) @_import
  (arguments . (alias) @import .)
  (#any-of? @_import "alias" "require" "use"))
(call
  target: (identifier) @_import
  (arguments . (alias) @import (keywords (pair key: (keyword) @_as value: (alias) @import.alias)))
  (#any-of? @_import "alias" "require")
  (#match? @_as "^as:"))
(call
  target: (identifier) @_import
  (arguments . (alias) @import (keywords (pair key: (keyword) @_as)))
  (#eq? @_import "use")
  (#not-match? @_as "^as:"))
(call
  target: (identifier) @_import
  (arguments . (dot left: (alias) @import right: (tuple (alias) @import.name)))
  (#any-of? @_import "alias" "require" "use"))
(call
  target: (identifier) @_import
  (arguments . (alias) @import.all)
  (#eq? @_import "import"))

(call
  target: (identifier) @call
  (#not-any-of? @call
    "def" "defp" "defmacro" "defmacrop" "defmodule" "defprotocol" "defimpl" "defstruct" "defdelegate" "defguard" "defguardp"
    "defexception" "defoverridable" "alias" "import" "use" "require" "if" "unless" "case" "cond" "with" "for" "receive" "try"
    "quote" "unquote" "unquote_splicing" "fn" "raise" "is_nil" "is_list" "is_map" "is_binary" "is_atom" "is_integer"
    "is_function" "is_tuple" "elem" "length" "test" "describe" "assert" "refute" "doc" "moduledoc" "typedoc" "spec" "type"
    "typep" "opaque" "callback" "macrocallback" "impl" "behaviour" "deprecated"))
; @timeout 5_000
(unary_operator operator: "@" operand: (call target: (identifier) @nothing))
(call target: (dot left: (alias) @receiver right: (identifier) @call))
(call
  target: (dot left: [(identifier) (call) (unary_operator) (atom) (access_call)] @receiver right: (identifier) @call)
  (arguments))
; a |> b
(binary_operator operator: "|>" right: (identifier) @call)
; &name/1
(unary_operator operator: "&" operand: (binary_operator left: (identifier) @call operator: "/"))
(unary_operator
  operator: "&"
  operand: (binary_operator
    left: (call target: (dot left: (alias) @receiver right: (identifier) @call))
    operator: "/"))
(map (struct (alias) @new))
; What the head of a function, a match or a clause takes apart
(call
  target: (identifier) @_def
  (arguments . (call (arguments) @pattern))
  (#any-of? @_def "def" "defp" "defmacro" "defmacrop"))
(call
  target: (identifier) @_def
  (arguments . (binary_operator left: (call (arguments) @pattern) operator: "when"))
  (#any-of? @_def "def" "defp" "defmacro" "defmacrop"))
(binary_operator left: (_) @pattern operator: ["=" "<-"])
(stab_clause left: (arguments) @pattern)

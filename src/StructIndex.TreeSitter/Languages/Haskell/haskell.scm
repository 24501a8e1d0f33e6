; Haskell. Clauses of one name are merged with their signature by the engine. Record fields are functions of their type.
(comment) @comment
(haddock) @comment

(header module: (module) @package)

(declarations (function name: (variable) @name match: (match)? @body) @def.function)
(declarations (function name: (prefix_id (operator) @name) match: (match)? @body) @def.operator)
(declarations (function (infix operator: (operator) @name) match: (match)? @body) @def.operator)
(declarations (function (infix operator: (infix_id (variable) @name)) match: (match)? @body) @def.function)
(declarations (bind name: (variable) @name match: (match)? @body) @def.function)
(declarations (bind name: (prefix_id (operator) @name) match: (match)? @body) @def.operator)
(declarations (signature name: (variable) @name) @def.signature)
(declarations (signature name: (prefix_id (operator) @name)) @def.signature)
(declarations (signature names: (binding_list name: (variable) @name)) @def.signature)
(foreign_import signature: (signature name: (variable) @name)) @def.function
(pattern_synonym (equation synonym: (apply . (constructor) @name))) @def.function

(class_declarations (function name: (variable) @name match: (match)? @body) @def.method)
(class_declarations (bind name: (variable) @name match: (match)? @body) @def.method)
(class_declarations (function (infix operator: (operator) @name) match: (match)? @body) @def.operator)
(class_declarations (signature name: (variable) @name) @def.signature)
(class_declarations (signature name: (prefix_id (operator) @name)) @def.signature)
(class_declarations (signature names: (binding_list name: (variable) @name)) @def.signature)
(instance_declarations (function name: (variable) @name match: (match)? @body) @def.method)
(instance_declarations (bind name: (variable) @name match: (match)? @body) @def.method)
(instance_declarations (function (infix operator: (operator) @name) match: (match)? @body) @def.operator)
(instance_declarations (function name: (prefix_id (operator) @name) match: (match)? @body) @def.operator)
(instance_declarations (bind name: (prefix_id (operator) @name) match: (match)? @body) @def.operator)

(data_type name: (_) @name) @def.enum
(data_type
  name: (_) @name
  constructors: (data_constructors . constructor: (data_constructor constructor: (record)) .)) @def.record
(newtype name: (_) @name) @def.struct
(type_synomym name: (_) @name) @def.alias
(type_family name: (_) @name) @def.alias
(data_family name: (_) @name) @def.alias
(class name: (_) @name declarations: (class_declarations)? @body) @def.trait
(field name: (field_name (variable) @name)) @def.property

; instance Show Shelf, instance Show (Shelf a): members of Shelf, which implements Show
(instance patterns: (type_patterns . (name) @name)) @scope.type
(instance patterns: (type_patterns . (parens (apply . (name) @name)))) @scope.type
(instance patterns: (type_patterns . (parens (apply . (apply . (name) @name))))) @scope.type
(instance name: (name) @implement)
(deriving_instance patterns: (type_patterns . (name) @name)) @scope.type
(deriving_instance patterns: (type_patterns . (parens (apply . (name) @name)))) @scope.type
(deriving_instance name: (name) @implement)
(deriving classes: (name) @implement)
(deriving classes: (_ (name) @implement))
(class context: (context context: (apply constructor: (name) @inherit)))

(import module: (module) @import alias: (module)? @import.alias)
; What is not qualified brings in everything, but where it lists names, and all but those where it hides them.
((import module: (module) @import.all alias: (module)? @import.alias !names) @_import
  (#not-match? @_import "^import\\s[^(]*\\bqualified\\b"))
((import module: (module) @import.all alias: (module)? @import.alias names: (_)) @_import
  (#match? @_import "^import\\s[^(]*\\bhiding\\b")
  (#not-match? @_import "^import\\s[^(]*\\bqualified\\b"))
((import module: (module) @import names: (import_list name: (import_name variable: (variable) @import.name))) @_import
  (#not-match? @_import "^import\\s[^(]*\\b(qualified|hiding)\\b"))
((import module: (module) @import names: (import_list name: (import_name type: (name) @import.name))) @_import
  (#not-match? @_import "^import\\s[^(]*\\b(qualified|hiding)\\b"))
; T (..), T (a): a class with what it declares, a record with its fields
((import module: (module) @import names: (import_list name: (import_name type: (name) children: (children element: (all_names))) @import.name)) @_import
  (#not-match? @_import "^import\\s[^(]*\\b(qualified|hiding)\\b"))
((import module: (module) @import names: (import_list name: (import_name children: (children element: (variable) @import.name)))) @_import
  (#not-match? @_import "^import\\s[^(]*\\b(qualified|hiding)\\b"))

(apply function: (variable) @call)
(apply function: (qualified module: (module) @receiver id: (variable) @call))
(apply function: (constructor) @new)
(apply function: (qualified module: (module) @receiver id: (constructor) @new))
(record expression: (constructor) @new)
(_ pattern: (_) @pattern)
(patterns) @pattern
(infix operator: (infix_id (variable) @call))
(infix operator: (infix_id (qualified module: (module) @receiver id: (variable) @call)))
(infix
  operator: (operator) @call
  (#not-any-of? @call
    "$" "." "+" "-" "*" "/" "==" "/=" "<" ">" "<=" ">=" "&&" "||" "++" "<>" ">>=" ">>" "=<<" "<$>" "<*>" "*>" "<*" "<$" "<|>" "$!" "&" "!!" "^"))
; f $ x, f . g, f <$> x, x >>= f
(infix
  left_operand: (variable) @call
  operator: (operator) @_left
  (#any-of? @_left "$" "$!" "." "<$>" "=<<" "<*>" "<$" ">=>"))
(infix
  left_operand: (qualified module: (module) @receiver id: (variable) @call)
  operator: (operator) @_left
  (#any-of? @_left "$" "$!" "." "<$>" "=<<" "<*>" "<$" ">=>"))
(infix
  operator: (operator) @_right
  right_operand: (variable) @call
  (#any-of? @_right "." ">>=" ">>" "&" "<&>" ">=>" "<|>"))
(exp . (variable) @call .)
(bind arrow: _ expression: (variable) @call)
(bind match: (match expression: (variable) @call))

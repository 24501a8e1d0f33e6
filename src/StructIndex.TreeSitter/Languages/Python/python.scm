(comment) @comment
(decorator) @attribute
(decorated_definition) @wrap

(function_definition name: (identifier) @name) @def.function
(assignment left: (identifier) @name right: (lambda body: (_) @body)) @def.function
(class_definition name: (identifier) @name) @def.class
(class_definition name: (identifier) @name superclasses: (argument_list (_) @_base)
  (#match? @_base "\\b(Enum|IntEnum|StrEnum|Flag|IntFlag)$")) @def.enum
(class_definition name: (identifier) @name superclasses: (argument_list (_) @_base)
  (#match? @_base "\\bProtocol\\b")) @def.interface
(type_alias_statement left: (type (identifier) @name)) @def.alias

(module . (comment)* . (expression_statement (string) @doc))
(function_definition body: (block . (expression_statement (string) @doc)))
(class_definition body: (block . (expression_statement (string) @doc)))

(class_definition superclasses: (argument_list [(identifier) (attribute)] @inherit))
(class_definition superclasses: (argument_list (subscript value: [(identifier) (attribute)] @inherit)))

(call function: (identifier) @call)
(call function: (attribute object: (_) @receiver attribute: (identifier) @call))
(call function: (identifier) @new (#upper? @new))
(call function: (attribute object: (_) @receiver attribute: (identifier) @new) (#upper? @new))

(decorator (identifier) @call)
(decorator (attribute object: (_) @receiver attribute: (identifier) @call))
(raise_statement . (identifier) @new (#upper? @new))

(import_statement name: (dotted_name) @import)
(import_statement name: (aliased_import name: (dotted_name) @import alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import name: (dotted_name) @import.name)
(import_from_statement module_name: (_) @import name: (aliased_import name: (dotted_name) @import.name alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import.all (wildcard_import))

(typed_parameter . (identifier) @var type: (type) @type)
(typed_default_parameter name: (identifier) @var type: (type) @type)
(assignment left: (identifier) @var type: (type) @type)
(assignment left: (identifier) @var right: (call function: (identifier) @type) (#upper? @type))
(assignment left: (identifier) @var right: (call function: (attribute attribute: (identifier) @type)) (#upper? @type))
(assignment left: (attribute object: (identifier) @_self attribute: (identifier) @field.alias) right: (identifier) @type (#any-of? @_self "self" "cls"))
(with_item (as_pattern (call function: (identifier) @type) alias: (as_pattern_target (identifier) @var)) (#upper? @type))
(class_definition body: (block (expression_statement (assignment left: (identifier) @field type: (type) @type))))
(assignment left: (attribute object: (identifier) @_self attribute: (identifier) @field) type: (type) @type (#any-of? @_self "self" "cls"))
(assignment left: (attribute object: (identifier) @_self attribute: (identifier) @field) right: (call function: (identifier) @type)
  (#any-of? @_self "self" "cls") (#upper? @type))

(call function: [(subscript) (call) (parenthesized_expression)] @call.value)
(decorator (call) @call.value)

(assignment left: (_) @assigned right: (_) @type)
(assignment left: (_) @assigned right: (assignment right: (_) @type))
(augmented_assignment left: (_) @merged right: (_) @type)
(named_expression name: (identifier) @assigned value: (_) @type)
(for_statement left: (_) @assigned.elements right: (_) @type)
(for_in_clause left: (_) @assigned.elements right: (_) @type)
(with_item (as_pattern (_) @type alias: (as_pattern_target (_) @assigned.entered)))
(global_statement (identifier) @global)
(return_statement (_) @returned)
(yield . (_) @yielded)

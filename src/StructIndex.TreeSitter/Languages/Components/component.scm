; What MarkupReader makes of markup: the name of a component as a statement, "+ expression;", and blocks of handlers.
(program (expression_statement . (identifier) @new .))
(program (expression_statement . (member_expression object: (_) @receiver property: (property_identifier) @new) .))
(program (expression_statement . (unary_expression operator: "+" argument: (identifier) @call) .))
(program (statement_block . (expression_statement . (identifier) @call .) .))
(program (statement_block . (expression_statement . (member_expression object: (_) @receiver property: (property_identifier) @call) .) .))

(jsx_opening_element name: (identifier) @new (#upper? @new))
(jsx_opening_element name: (member_expression object: (_) @receiver property: (property_identifier) @new))
(jsx_self_closing_element name: (identifier) @new (#upper? @new))
(jsx_self_closing_element name: (member_expression object: (_) @receiver property: (property_identifier) @new))

; HCL: Terraform, Packer, Nomad. A block at the top of a file is a unit by its last label.
(comment) @comment

(config_file (body (block . (identifier) @receiver . (string_lit) @name . (block_start) @body) @def.struct))
(config_file (body (block . (identifier) . (string_lit) @receiver . (string_lit) @name . (block_start) @body) @def.struct))
((config_file (body (block . (identifier) @receiver . (string_lit) @name . (block_start) @body) @def.property))
  (#any-of? @receiver "variable" "output"))
(config_file (body (block . (identifier) @receiver . (block_start) (body (attribute (identifier) @name (expression) @body) @def.property)))
  (#eq? @receiver "locals"))

; description = "..."
(config_file (body (block (body (attribute (identifier) @_name (expression (literal_value (string_lit (template_literal) @doc)))))))
  (#eq? @_name "description"))

; aws_vpc.main.id, var.region, local.tags, module.network.subnets
(expression (variable_expr (identifier) @receiver) . (get_attr (identifier) @call))
; data.aws_ami.ubuntu.id
((expression (variable_expr (identifier) @_data) . (get_attr (identifier) @nothing))
  (#eq? @_data "data"))
((expression (variable_expr (identifier) @_data) . (get_attr (identifier) @receiver) . (get_attr (identifier) @call))
  (#eq? @_data "data"))

# Network of the shop.

terraform {
  required_version = ">= 1.5"
}

variable "region" {
  type        = string
  description = "Where everything is placed."
  default     = "eu-central-1"
}

locals {
  # Tags on all that costs money.
  tags = {
    shop   = "books"
    region = var.region
  }
  zones = slice(data.aws_availability_zones.all.names, 0, 2)
}

data "aws_availability_zones" "all" {
  state = "available"
}

/* The one network that
   everything is in. */
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = local.tags
}

// One subnet in each zone.
resource "aws_subnet" "private" {
  for_each = toset(local.zones)
  vpc_id   = aws_vpc.main.id
  dynamic "timeouts" {
    for_each = [for zone in local.zones : zone if zone != ""]
    content {
      create = "${each.value}-${var.region}"
    }
  }
}

module "database" {
  source     = "./database"
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

output "endpoint" {
  description = "Address of the database."
  value       = module.database.endpoint
}

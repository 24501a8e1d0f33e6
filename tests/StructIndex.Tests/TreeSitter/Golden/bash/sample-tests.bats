#!/usr/bin/env bats

load test_helper

setup() {
  x=1
}

# Two and two.
@test "adds two numbers" {
  run add 1 2
  [ "$status" -eq 0 ]
}

@test 'quotes "these"' { helper b; }

helper() {
  echo "@test is no test"
}

# Levels of rivers, read from gauges.
library(R6)
source("read.R")

#' Mean level of a river
#'
#' Days without a reading do not count.
#' @param levels Levels in metres.
#' @param na.rm Whether missing ones are left out.
#' @return The mean.
#' @export
mean_level <- function(levels, na.rm = TRUE) {
  stats::median(levels)
  sum(levels, na.rm = na.rm) / count_days(levels)
}

# Number of days.
count_days = function(levels) length(levels)

.hidden <- function() NULL

add_one <- \(x) x + 1

"my name" <- function(x) x

print.gauge <- function(x, ...) {
  helper <- function(y) format(y)
  cat(helper(x), "\n")
}

#' A gauge in a river
Gauge <- R6Class("Gauge",
  inherit = Device,
  public = list(
    levels = NULL,
    # Makes a gauge.
    initialize = function(levels) {
      self$levels <- levels
    },
    peak = function() {
      private$check()
      max(self$levels)
    }
  ),
  private = list(
    check = function() stopifnot(length(self$levels) > 0)
  )
)

Device <- R6::R6Class("Device", public = list(on = function() TRUE))

setClass("Lake", representation(depth = "numeric"), contains = "Water")
setGeneric("drain", function(x) standardGeneric("drain"))
setMethod("drain", "Lake", function(x) {
  mean_level(x@depth)
})

report <- function(files) {
  gauge <- Gauge$new(files)
  gauge$peak()
  levels <- lapply(files, mean_level)
  files |> add_one() |> print()
  do.call(count_days, levels)
  new("Lake", depth = 1)
}

tools <- list()
tools$trim <- function(x) x

test_that("the mean of one day is its level", {
  expect_equal(mean_level(3), 3)
})

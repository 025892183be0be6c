# Makes intervals-r.csv: Rscript intervals-r.R > intervals-r.csv (R 4.2.2).
# poissonExact and rateRatio: poisson.test; clopperPearson: binom.test; wilson: prop.test(correct =
# FALSE); newcombe: method 10 from the limits of prop.test; byar and rateDifference: the published
# formulas, with qnorm. All but the last two are R's own code and share nothing with the project's.
set.seed(20260501)
shown <- function(x) formatC(x, digits = 17, format = "g", width = 1)
cat("# Made by intervals-r.R beside this file, which says how, with ", R.version.string, ".\n", sep = "")
cat("# method,arguments,confidence,low,high\n")
row <- function(method, arguments, level, limits)
  cat(method, paste(shown(arguments), collapse = " "), format(level), shown(limits[1]),
      if (is.finite(limits[2])) shown(limits[2]) else "none", sep = ",", fill = FALSE)
line <- function(...) { row(...); cat("\n") }
byar <- function(x, level) {
  z <- qnorm(1 - (1 - level) / 2)
  c(if (x == 0) 0 else x * max(0, 1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3,
    (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}
mover <- function(a, ofA, b, ofB)
  a - b + c(-1, 1) * sqrt(c((a - ofA[1])^2 + (ofB[2] - b)^2, (ofA[2] - a)^2 + (b - ofB[1])^2))
wilson <- function(x, n, level)
  as.vector(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int))
counts <- c(0, 1, 2, 4, 9, 10, 11, 57, 365, 4321, 98765)
for (level in c(0.95, 0.998)) {
  for (x in c(counts, 1e6)) {
    line("poissonExact", x, level, poisson.test(x, conf.level = level)$conf.int)
    line("byar", x, level, byar(x, level))
  }
  for (i in 1:16) {
    x <- sample(counts, 1); y <- sample(counts, 1)
    t <- round(runif(1, 1, 10)^8); u <- round(runif(1, 1, 10)^8)
    if (x + y > 0)
      line("rateRatio", c(x, t, y, u), level,
           poisson.test(c(x, y), c(t, u), conf.level = level)$conf.int)
    line("rateDifference", c(x, t, y, u), level,
         mover(x / t, byar(x, level) / t, y / u, byar(y, level) / u))
    n <- round(runif(1, 1, 10)^6); m <- round(runif(1, 1, 10)^6)
    k <- c(0, n, sample(0:n, 2))[(i %% 4) + 1]; j <- c(sample(0:m, 2), 0, m)[(i %% 4) + 1]
    line("wilson", c(k, n), level, wilson(k, n, level))
    line("clopperPearson", c(k, n), level, binom.test(k, n, conf.level = level)$conf.int)
    line("newcombe", c(k, n, j, m), level,
         mover(k / n, wilson(k, n, level), j / m, wilson(j, m, level)))
  }
}

-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 来源不一致的地方 · Where sources disagree
-- MAGIC
-- MAGIC 同一个数字，两家公布得不一样。差多少？为什么？仓库用的是哪一个，凭什么？
-- MAGIC
-- MAGIC Two publishers print different values of the same figure. By how much, why, which one is used here,
-- MAGIC and by what rule?

-- COMMAND ----------

-- DBTITLE 1,对不上的有几种 · What does not fit together, by kind
SELECT kind, count(*) AS findings, count(DISTINCT city_code) AS cities,
       count(DISTINCT indicator) AS indicators
FROM silver.findings
GROUP BY kind
ORDER BY findings DESC, kind

-- COMMAND ----------

-- MAGIC %md
-- MAGIC - `sources_disagree`：两个来源对同一数字说法不同 · two sources differ about one figure;
-- MAGIC - `rate_disagrees`：公布的比率与由总数算出的不同 · a published rate is not the one that its counts give;
-- MAGIC - `rows_contradict`：同一份文件自相矛盾 · one file contradicts itself.
-- MAGIC
-- MAGIC ## 差得最多的 · The widest differences
-- MAGIC
-- MAGIC 只看有资格被选用的来源。说明以 `Secondary source` 开头的行，另一方从不选用（`unverified`）或只是转引，这里不列。
-- MAGIC
-- MAGIC Only sources that can be chosen: where `detail` begins with `Secondary source` the other side is never used
-- MAGIC (`unverified`) or only quotes somebody.

-- COMMAND ----------

-- DBTITLE 1,与选用值相差的百分比 · Percent away from the value used
-- CHART bar x=figure y=percent label="与选用值相差 % · percent away from the value used"
SELECT concat(c.name_zh, ' ', f.indicator, ' ', year(f.period_end)) AS figure,
       f.expected AS used, f.found AS other,
       round(100 * (f.found - f.expected) / f.expected, 1) AS percent, f.detail
FROM silver.findings f JOIN silver.cities c ON c.city_code = f.city_code
WHERE f.kind = 'sources_disagree' AND f.expected <> 0 AND f.detail NOT LIKE 'Secondary source%'
ORDER BY abs(f.found / f.expected - 1) DESC, figure, other
LIMIT 15

-- COMMAND ----------

-- MAGIC %md
-- MAGIC 深圳的常住人口占了前列：2020 年普查以后，2011—2019 年的人口都调高了。两个数都是按公布时的口径算的，见
-- MAGIC `04_what_was_known_when`。
-- MAGIC
-- MAGIC Shenzhen's residents lead the list: the census of 2020 raised the years 2011 to 2019. Each value is
-- MAGIC that of its day; see `04_what_was_known_when`.
-- MAGIC
-- MAGIC ## 一个数字的所有说法 · All that was said about one figure

-- COMMAND ----------

CREATE WIDGET TEXT city DEFAULT "440300";
CREATE WIDGET TEXT indicator DEFAULT "permanent_population";
CREATE WIDGET TEXT year DEFAULT "2019"

-- COMMAND ----------

-- DBTITLE 1,每个来源怎么说 · What each source says
SELECT o.value, o.unit, o.publisher, o.class, o.published, o.path, o.locator, o.quote,
       v.observation_id IS NOT NULL AS used, v.rule
FROM silver.observations o
LEFT JOIN gold.indicator_values v ON v.observation_id = o.observation_id
WHERE o.city_code = :city AND o.indicator = :indicator AND year(o.period_end) = CAST(:year AS INT)
  AND o.known_to IS NULL AND o.status = 'actual' AND o.measure = 'level' AND o.scope = 'city'
ORDER BY used DESC, o.value, o.publisher, o.locator

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 凭什么选 · What decided
-- MAGIC
-- MAGIC 依次看：是不是官方，是不是本市自己公布的，哪个公布得晚，哪一类来源高，最后看编号，好让结果总是同一个。
-- MAGIC `rule` 是起决定作用的那一步；`only_one` 表示只有一个来源。
-- MAGIC
-- MAGIC In this order: official before others, the city's own before a quotation, the later publication, the
-- MAGIC higher class, and last the source's id, so that the answer is always the same. `rule` is the step that
-- MAGIC decided.

-- COMMAND ----------

-- DBTITLE 1,起决定作用的一步 · The step that decided
SELECT rule, count(*) AS figures, count_if(conflict) AS in_conflict, round(max(spread), 3) AS widest_spread
FROM gold.indicator_values
GROUP BY rule
ORDER BY figures DESC, rule

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 哪些比率受影响 · Which rates rest on such figures
-- MAGIC
-- MAGIC 旗标 `conflicting_sources` 跟着数字走到比率里；引用这些比率时要一并说明。
-- MAGIC
-- MAGIC The flag follows the figure into its rates. Whoever quotes one of these has to say so.

-- COMMAND ----------

-- DBTITLE 1,受影响的比率 · Rates with the flag
SELECT b.benchmark, c.name_zh AS city, b.year, round(b.rate, 2) AS rate, round(b.ratio, 2) AS ratio,
       b.comparability, b.numerator_observation_id, b.denominator_observation_id
FROM gold.benchmarks b JOIN silver.cities c ON c.city_code = b.city_code
WHERE array_contains(b.flags, 'conflicting_sources') AND b.year >= 2018
ORDER BY b.year DESC, b.benchmark, b.city_code
LIMIT 50

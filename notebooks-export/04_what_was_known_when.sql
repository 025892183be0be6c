-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 何时知道什么 · What was known when
-- MAGIC
-- MAGIC 2019 年的深圳有多少人？2020 年春天的回答和今天的不同。当年的判断，放到今天还成立吗？
-- MAGIC
-- MAGIC How many people lived in Shenzhen in 2019? The answer of spring 2020 is not today's. Do the
-- MAGIC judgements of then still hold?
-- MAGIC
-- MAGIC 仓库分开三种时间：`period_end` 是数字说的时候，`published` 是世人能知道的时候，`known_from`、`known_to`
-- MAGIC 是本仓库知道的时候。后两种不混。
-- MAGIC
-- MAGIC Three senses of time are kept apart: `period_end`, what a figure is about; `published`, when the world
-- MAGIC could know it; `known_from` and `known_to`, when this warehouse did.

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 同一年，两个数 · One year, two figures

-- COMMAND ----------

CREATE WIDGET DROPDOWN city DEFAULT "440300" CHOICES
SELECT DISTINCT city_code FROM gold.indicator_values WHERE indicator = 'permanent_population'
ORDER BY city_code

-- COMMAND ----------

-- DBTITLE 1,公布过的年末常住人口 · Residents at year-end, as they were published
-- CHART line x=year y=residents_10000 series=said label="年末常住人口，万人 residents at year-end, in 10,000"
SELECT year(o.period_end) AS year,
       CASE WHEN v.observation_id IS NULL THEN '旧 before' ELSE '选用 used' END AS said,
       round(o.value / 10000, 2) AS residents_10000, o.publisher, o.class, o.published, o.path,
       o.locator, o.quote
FROM silver.observations o
LEFT JOIN gold.indicator_values v ON v.observation_id = o.observation_id
LEFT JOIN gold.indicator_values u ON u.city_code = o.city_code AND u.indicator = o.indicator
  AND u.period_end = o.period_end
WHERE o.city_code = :city AND o.indicator = 'permanent_population' AND o.known_to IS NULL
  AND o.status = 'actual' AND o.measure = 'level' AND o.scope = 'city' AND o.class <> 'unverified'
  AND month(o.period_end) = 12 AND year(o.period_end) BETWEEN 2010 AND 2020
  AND (v.observation_id IS NOT NULL OR o.value <> u.value)
ORDER BY said, year, o.publisher, o.locator

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 那么还差几家医院？ · So how many hospitals are missing?
-- MAGIC
-- MAGIC 分母变了，差距也就变了。`gold.benchmark_vintages` 把人口修订过的年份在新旧口径下各算一遍：
-- MAGIC `vintage` 是城市自己的人口，`reference_vintage` 是深圳的；公布日期不详的写 `unknown`。
-- MAGIC
-- MAGIC With another denominator the gap is another one. `gold.benchmark_vintages` computes each year whose
-- MAGIC population was revised on every pair of vintages: `vintage` is the city's, `reference_vintage`
-- MAGIC Shenzhen's, `unknown` where the publication has no date.

-- COMMAND ----------

-- DBTITLE 1,2019 年青岛还差几家三级医院 · Tertiary hospitals that Qingdao lacked in 2019
-- CHART bar x=shenzhen_population y=needed label="持平还需，家 hospitals needed to match Shenzhen"
SELECT reference_vintage AS shenzhen_population, numerator AS hospitals, denominator AS residents,
       reference_numerator AS shenzhen_hospitals, reference_denominator AS shenzhen_residents,
       round(needed_to_match, 2) AS needed, concat_ws(', ', flags) AS flags,
       denominator_observation_id, reference_denominator_observation_id
FROM gold.benchmark_vintages
WHERE benchmark = 'tertiary_hospitals_per_million' AND city_code = '370200' AND year = 2019
ORDER BY reference_vintage DESC

-- COMMAND ----------

-- MAGIC %md
-- MAGIC 按当时的人口差 8 家，按修订后的人口差 2 家（向上取整）。医院一家没多，是分母变了。
-- MAGIC
-- MAGIC Eight on the population of then, two on the revised one, in whole hospitals. No hospital was built in
-- MAGIC between: the denominator changed.

-- COMMAND ----------

-- DBTITLE 1,每百万人医院数之比，按深圳人口的新旧口径 · Ratio of hospitals per million, by Shenzhen's vintage
-- CHART line x=year y=ratio series=shenzhen label="青岛与深圳之比 ratio of Qingdao to Shenzhen"
SELECT year, concat(reference_vintage, CASE reference_vintage WHEN 'before' THEN ' 旧' ELSE ' 新' END) AS shenzhen,
       round(ratio, 3) AS ratio, round(rate, 2) AS qingdao_rate, round(reference_rate, 2) AS shenzhen_rate,
       concat_ws(', ', flags) AS flags
FROM gold.benchmark_vintages
WHERE benchmark = 'hospitals_per_million' AND city_code = '370200' AND reference_code = '440300'
ORDER BY shenzhen, year

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 那一天知道什么 · What was known on a day
-- MAGIC
-- MAGIC 只用到那一天为止公布的。日期不详的不算数：没有人知道那时它是否已经公布。
-- MAGIC
-- MAGIC Only what was published by that day. What has no date does not count: nobody knows whether it was out.

-- COMMAND ----------

CREATE WIDGET TEXT day DEFAULT "2020-12-31"

-- COMMAND ----------

-- DBTITLE 1,到那一天为止各城市最新的常住人口 · The newest residents of each city by that day
SELECT c.name_zh AS city, k.period_end, k.value, k.publisher, k.published, k.path, k.locator, k.quote,
       v.value AS used_today
FROM (SELECT *, row_number() OVER (PARTITION BY city_code
               ORDER BY period_end DESC, published DESC, observation_id) AS place
      FROM silver.observations
      WHERE indicator = 'permanent_population' AND status = 'actual' AND measure = 'level'
        AND scope = 'city' AND class <> 'unverified' AND published <= CAST(:day AS DATE)
        AND (superseded IS NULL OR superseded > CAST(:day AS DATE))) k
JOIN silver.cities c ON c.city_code = k.city_code
LEFT JOIN gold.indicator_values v ON v.city_code = k.city_code AND v.indicator = k.indicator
  AND v.period_end = k.period_end
WHERE k.place = 1
ORDER BY city

-- COMMAND ----------

-- MAGIC %md
-- MAGIC 要把整套比率按那一天重算一遍，用 `./duibiao benchmark --as-of 2022-12-31`：它另发一个发布号，
-- MAGIC `./duibiao notebooks --release 发布号` 在它上面执行；那里的 `gold.hindsight` 把当时的判断和今天的并排写出。
-- MAGIC
-- MAGIC To compute all rates as of a day run `./duibiao benchmark --as-of 2022-12-31`. It publishes a release of
-- MAGIC its own, on which `./duibiao notebooks --release ID` runs; there `gold.hindsight` has the judgements of
-- MAGIC then beside today's.

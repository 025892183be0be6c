-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 一城对深圳 · A city against Shenzhen
-- MAGIC
-- MAGIC 一座城市的每一项比率比深圳高多少、低多少？要持平，差几家医院、几名医师？换一座城市，只要换部件 `city`。
-- MAGIC
-- MAGIC How far above or below Shenzhen is a city in each rate, and how many hospitals, beds or doctors
-- MAGIC would make it even? For another city set the widget `city`; here by
-- MAGIC `./duibiao notebooks 01_city_against_shenzhen --param city=370100`.

-- COMMAND ----------

CREATE WIDGET DROPDOWN city DEFAULT "370200" CHOICES
SELECT DISTINCT city_code FROM gold.benchmarks WHERE ratio IS NOT NULL ORDER BY city_code

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 最近一年 · The newest year
-- MAGIC
-- MAGIC `gold.benchmarks` 一行是一座城市、一个年份的一项比率，深圳的数就在同一行。深圳没有同年的数时取相近的年份，
-- MAGIC 列 `shenzhen_year` 写明。`with_care` 表示相比时要留意，`reasons` 写明为什么。医院、床位、人员是资源的多少，不评优劣。
-- MAGIC
-- MAGIC A row of `gold.benchmarks` is one rate of one city and year, with Shenzhen's in the same row. Where
-- MAGIC Shenzhen has no figure of that year, a near one is taken: `shenzhen_year`. `with_care`: column
-- MAGIC `reasons` says why. Hospitals, beds and staff are resources and are not judged.

-- COMMAND ----------

CREATE OR REPLACE TEMP VIEW newest AS
SELECT *
FROM (SELECT *, row_number() OVER (PARTITION BY city_code, benchmark ORDER BY year DESC, basis) AS place
      FROM gold.benchmarks
      WHERE reference_code = '440300' AND ratio IS NOT NULL)
WHERE place = 1

-- COMMAND ----------

-- DBTITLE 1,比率，以深圳为 1 · Rates, Shenzhen being 1
-- CHART bar x=benchmark y=ratio base=1 label="与深圳之比 ratio to Shenzhen"
SELECT benchmark, year, round(rate, 2) AS city, round(reference_rate, 2) AS shenzhen,
       reference_year AS shenzhen_year, round(ratio, 2) AS ratio, standing, comparability,
       concat_ws(', ', reasons) AS reasons
FROM newest
WHERE city_code = :city
ORDER BY ratio DESC, benchmark

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 还差多少 · How many more it takes
-- MAGIC
-- MAGIC 比率看不出分量。`needed_to_match` 是要达到深圳的比率还需要的家数、张数、人数：向上取整；负数表示已经高出这么多。
-- MAGIC
-- MAGIC A ratio has no weight. `needed_to_match` says how many more hospitals, beds or people would give
-- MAGIC Shenzhen's rate, rounded up; a negative number is how many the city is above it.

-- COMMAND ----------

-- DBTITLE 1,持平还需 · Needed to match Shenzhen
SELECT benchmark, year, numerator AS counted, denominator AS residents,
       CAST(ceil(needed_to_match) AS BIGINT) AS needed, comparability,
       concat_ws(', ', flags) AS flags
FROM newest
WHERE city_code = :city AND needed_to_match IS NOT NULL
ORDER BY benchmark

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 历年 · Over the years
-- MAGIC
-- MAGIC 自己的变化在先，名次在后。年份之间口径可能变过：`gold.trends` 不跨口径变化计算，这里每一年带着自己的旗标。
-- MAGIC
-- MAGIC One's own way comes before any ranking. Definitions may have changed between the years:
-- MAGIC `gold.trends` never reaches across such a break; here every year carries its flags.

-- COMMAND ----------

CREATE WIDGET DROPDOWN benchmark DEFAULT "hospitals_per_million" CHOICES
SELECT DISTINCT benchmark FROM gold.benchmarks ORDER BY benchmark

-- COMMAND ----------

-- DBTITLE 1,城市与深圳，逐年 · The city and Shenzhen, year by year
-- CHART line x=year y=rate series=name label="比率（单位见指标名） rate, its unit is in the benchmark's name"
SELECT b.year, c.name_zh AS name, round(b.rate, 2) AS rate, concat_ws(', ', b.flags) AS flags
FROM gold.benchmarks b
JOIN silver.cities c ON c.city_code = b.city_code
WHERE b.benchmark = :benchmark AND b.city_code IN (:city, '440300') AND b.year >= 2010
ORDER BY name, b.year

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 出处 · Where the figures come from
-- MAGIC
-- MAGIC 比率的分子、分母各指向一个已公布的数字；`gold.figures` 写着是谁公布的，在哪份文件的什么位置，原文怎么写。
-- MAGIC
-- MAGIC Numerator and denominator each lead to one published figure; `gold.figures` has the publisher, the
-- MAGIC file, the place in it and the words.

-- COMMAND ----------

-- DBTITLE 1,上面各比率背后的数字 · The figures behind these rates
SELECT n.benchmark, n.year, f.city_code, f.indicator, f.value, f.publisher, f.published, f.path,
       f.locator, f.quote
FROM newest n
JOIN gold.figures f
  ON f.observation_id IN (n.numerator_observation_id, n.denominator_observation_id,
                          n.reference_numerator_observation_id,
                          n.reference_denominator_observation_id)
WHERE n.city_code = :city
ORDER BY n.benchmark, f.city_code = '440300', f.indicator, f.observation_id

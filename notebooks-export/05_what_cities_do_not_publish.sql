-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 城市没有公布什么 · What cities do not publish
-- MAGIC
-- MAGIC 没有数字也是一种发现。哪座城市公布得多，哪些指标几乎无人公布，断在哪一年？
-- MAGIC
-- MAGIC A missing figure is a finding too. Which city publishes most, what does hardly anybody publish, and in
-- MAGIC which year does a series stop?
-- MAGIC
-- MAGIC `gold.coverage` 列出对标要用到的每一个指标：自该市有第一个数字的那年起，每年有没有数字。它只知道放进
-- MAGIC `data/landing` 的文件：没有，可能是没公布，也可能是还没收进来。
-- MAGIC
-- MAGIC `gold.coverage` has every indicator that benchmarks are made of, for each year since the city's first
-- MAGIC figure. It knows only the files in `data/landing`: what is missing may be unpublished, or not gathered yet.

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 各城市 · By city

-- COMMAND ----------

-- DBTITLE 1,公布过的指标数 · Indicators ever published
-- CHART bar x=city y=ever_published label="公布过的指标数 indicators published in any year"
SELECT c.name_zh AS city, count_if(k.ever) AS ever_published, count(*) AS needed,
       round(100 * count_if(k.ever) / count(*), 0) AS percent, max(k.last_year) AS newest_year
FROM (SELECT city_code, indicator, bool_or(published) AS ever,
             max(CASE WHEN published THEN year END) AS last_year
      FROM gold.coverage GROUP BY city_code, indicator) k
JOIN silver.cities c ON c.city_code = k.city_code
WHERE c.level IN ('prefecture', 'municipality')
GROUP BY c.city_code, c.name_zh
ORDER BY ever_published DESC, c.city_code
LIMIT 25

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 各指标 · By indicator
-- MAGIC
-- MAGIC 只有一两座城市公布的指标，比不起来。这张表就是该向谁要什么。
-- MAGIC
-- MAGIC What one or two cities publish cannot be compared. This is the list of what to ask for.

-- COMMAND ----------

-- DBTITLE 1,公布城市最少的指标 · Indicators that the fewest cities publish
SELECT k.indicator, i.name_zh, count(DISTINCT CASE WHEN k.published THEN k.city_code END) AS cities,
       count(DISTINCT k.city_code) AS of_cities, max(CASE WHEN k.published THEN k.year END) AS newest_year
FROM gold.coverage k
JOIN silver.indicators i ON i.indicator = k.indicator
GROUP BY k.indicator, i.name_zh
ORDER BY cities, k.indicator

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 一座城市 · One city

-- COMMAND ----------

CREATE WIDGET DROPDOWN city DEFAULT "370200" CHOICES
SELECT DISTINCT city_code FROM gold.coverage ORDER BY city_code

-- COMMAND ----------

-- DBTITLE 1,每年公布的指标数 · Indicators published each year
-- CHART line x=year y=indicators series=city label="指标数 number of indicators"
SELECT k.year, c.name_zh AS city, count_if(k.published) AS indicators
FROM gold.coverage k JOIN silver.cities c ON c.city_code = k.city_code
WHERE k.city_code IN (:city, '440300') AND k.year >= 2010
GROUP BY k.year, c.name_zh
ORDER BY city, k.year

-- COMMAND ----------

-- DBTITLE 1,从未公布，或早已中断 · Never published, or not for years
SELECT k.indicator, i.name_zh,
       max(CASE WHEN k.published AND k.city_code = :city THEN k.year END) AS last_published,
       count_if(k.published AND k.city_code = :city) AS years_published,
       count(DISTINCT CASE WHEN k.published THEN k.city_code END) AS cities_that_publish
FROM gold.coverage k JOIN silver.indicators i ON i.indicator = k.indicator
GROUP BY k.indicator, i.name_zh
HAVING last_published IS NULL OR last_published < 2023
ORDER BY last_published NULLS FIRST, k.indicator

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 公布了的，出自哪里 · Where that which is published comes from
-- MAGIC
-- MAGIC 官方的刊物没有，才用新闻和报告里的。`transcribed` 的是照原文录入的，不是原件。
-- MAGIC
-- MAGIC News and reports stand in where an official publication is missing. `transcribed` was typed over from
-- MAGIC the publication and is not its own bytes.

-- COMMAND ----------

-- DBTITLE 1,这座城市的来源 · The city's sources
SELECT f.publisher, f.class, s.title, f.published, f.path, count(*) AS figures,
       min(year(f.period_end)) AS first_year, max(year(f.period_end)) AS last_year, max(s.url) AS url
FROM gold.indicator_values v
JOIN gold.figures f ON f.observation_id = v.observation_id
JOIN silver.sources s ON s.source_id = f.source_id AND s.path = f.path
WHERE v.city_code = :city
GROUP BY f.publisher, f.class, s.title, f.published, f.path
ORDER BY figures DESC, f.publisher, f.path, s.title, f.published

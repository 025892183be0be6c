-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 从一个比率追到原文 · From a rate to the printed words
-- MAGIC
-- MAGIC 有人问：这个数是哪里来的？五步走到底：比率、选用的数字、它的原文、它所在的文件、文件里原封不动的那一行。
-- MAGIC
-- MAGIC Somebody asks where a number comes from. Five steps: the rate, the figures that were chosen, their
-- MAGIC words, their file, and the row of the file as it was found.

-- COMMAND ----------

CREATE WIDGET TEXT city DEFAULT "370200";
CREATE WIDGET TEXT benchmark DEFAULT "tertiary_hospitals_per_million";
CREATE WIDGET TEXT year DEFAULT "2025"

-- COMMAND ----------

-- DBTITLE 1,一、比率 · 1. The rate
SELECT benchmark, year, numerator, denominator, rate, reference_rate, ratio, method, comparability,
       concat_ws(', ', reasons) AS reasons, concat_ws(', ', flags) AS flags
FROM gold.benchmarks
WHERE city_code = :city AND benchmark = :benchmark AND year = CAST(:year AS INT)
ORDER BY reference_code, basis

-- COMMAND ----------

CREATE OR REPLACE TEMP VIEW behind AS
SELECT DISTINCT b.city_code AS of_city, b.benchmark, b.year AS of_year, v.observation_id, v.city_code,
       v.indicator, v.year, v.value, v.unit, v.sources, v.conflict, v.rule
FROM gold.benchmarks b
JOIN gold.indicator_values v
  ON v.observation_id IN (b.numerator_observation_id, b.denominator_observation_id,
                          b.reference_numerator_observation_id,
                          b.reference_denominator_observation_id)

-- COMMAND ----------

-- DBTITLE 1,二、选用的数字，凭什么选 · 2. The figures chosen, and the rule that decided
SELECT city_code, indicator, year, value, unit, sources, conflict, rule, observation_id
FROM behind
WHERE of_city = :city AND benchmark = :benchmark AND of_year = CAST(:year AS INT)
ORDER BY city_code, indicator, year

-- COMMAND ----------

-- DBTITLE 1,三、原文 · 3. The words
SELECT f.city_code, f.indicator, f.quote, f.value, f.unit, f.resolution, f.field, f.publisher,
       f.published, f.path, f.locator, concat_ws(', ', f.flags) AS flags
FROM behind b JOIN gold.figures f ON f.observation_id = b.observation_id
WHERE b.of_city = :city AND b.benchmark = :benchmark AND b.of_year = CAST(:year AS INT)
ORDER BY f.city_code, f.indicator, f.observation_id

-- COMMAND ----------

-- DBTITLE 1,四、文件和出版物 · 4. The file and the publication
SELECT DISTINCT s.publisher, s.title, s.published, s.class, s.transcribed, s.url, w.path, w.charset,
       w.records, w.file_sha256
FROM behind b
JOIN gold.figures f ON f.observation_id = b.observation_id
JOIN silver.sources s ON s.source_id = f.source_id AND s.path = f.path
JOIN bronze.source_files w ON w.path = f.path AND w.current
WHERE b.of_city = :city AND b.benchmark = :benchmark AND b.of_year = CAST(:year AS INT)
ORDER BY w.path, s.title, s.published

-- COMMAND ----------

-- DBTITLE 1,五、文件里的那一行 · 5. The row of the file, untouched
SELECT DISTINCT f.path, r.locator,
       array_join(array_sort(transform(map_entries(r.fields), e -> concat(e.key, '=', e.value))), '; ')
         AS fields
FROM behind b
JOIN gold.figures f ON f.observation_id = b.observation_id
JOIN bronze.source_files w ON w.path = f.path AND w.current
JOIN bronze.source_records r ON r.records_id = w.records_id AND r.file_sha256 = w.file_sha256
  AND r.locator = f.locator
WHERE b.of_city = :city AND b.benchmark = :benchmark AND b.of_year = CAST(:year AS INT)
ORDER BY f.path, r.locator

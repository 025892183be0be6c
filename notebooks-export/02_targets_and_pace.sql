-- Databricks notebook source
-- MAGIC %md
-- MAGIC # 目标与进度 · Targets and pace
-- MAGIC
-- MAGIC 城市许诺过什么，做到了什么，按现在的步子来得及吗？哪些许诺没法核对？
-- MAGIC
-- MAGIC What did a city promise, what came of it, and is it in time? Which promises cannot be checked at all?

-- COMMAND ----------

CREATE WIDGET DROPDOWN city DEFAULT "370200" CHOICES
SELECT DISTINCT city_code FROM gold.targets ORDER BY city_code

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 可以核对的 · What can be checked
-- MAGIC
-- MAGIC `gold.targets` 一行是一项许诺。`measure` 为 `level` 的是要达到的水平，为 `new` 的是期内新增多少。
-- MAGIC `latest` 是到期日以前最近的数字（没有，就取到期后的第一个）；`attained` 说它是否做到。
-- MAGIC
-- MAGIC A row of `gold.targets` is a promise: a `level` to reach, or how much is to be `new` in the period.
-- MAGIC `latest` is the newest figure up to the due day, or the first one after it; `attained` says whether
-- MAGIC it keeps the promise.

-- COMMAND ----------

-- DBTITLE 1,许诺与结果 · What was promised and what came
SELECT indicator, measure, scope, year(due) AS due, bound, base, target, latest, latest_year, attained,
       gap, concat_ws(', ', flags) AS flags
FROM gold.targets
WHERE city_code = :city AND latest IS NOT NULL
ORDER BY due, indicator, scope

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 进度 · Pace
-- MAGIC
-- MAGIC 做了几成，对照时间过了几成：相差 5 个百分点以内算 `on_pace`。`share_done` 优先用公布的完成比例；没有，
-- MAGIC 就从起点算 (latest − base) / (target − base)。起点没有公布的目标，算不出做了几成，不在这里。
-- MAGIC
-- MAGIC The share done against the share of the time that has gone by; within 5 percentage points is
-- MAGIC `on_pace`. A published share comes first, else (latest − base) / (target − base). A target whose
-- MAGIC base was never published has no share done, and is not here.

-- COMMAND ----------

-- DBTITLE 1,做了几成，时间过了几成 · Share done, share of the time gone
-- CHART bar x=target y=percent series=what label="百分比 percent"
SELECT concat(indicator, ' ', year(due)) AS target, what, percent, pace
FROM (SELECT *, explode(map('完成 done', round(100 * share_done, 1),
                            '时间 time', round(100 * share_elapsed, 1))) AS (what, percent)
      FROM gold.targets WHERE city_code = :city AND share_done IS NOT NULL)
ORDER BY due, indicator, what

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 没法核对的 · What cannot be checked
-- MAGIC
-- MAGIC 许诺过，却没有公布过可以对照的数字（旗标 `cannot_be_checked`），或公布的是另一种口径（`definition_differs`）。
-- MAGIC 这不等于没有做到。
-- MAGIC
-- MAGIC Promised, but no figure was published that could be set against it, or one of another definition.
-- MAGIC That does not mean that it was not kept.
-- MAGIC
-- MAGIC “未达到”只说最近公布的那个数字还没有达到：青岛 2019 年的两项任务只公布过年中的进度。
-- MAGIC
-- MAGIC “Not met” speaks of the latest published figure only: of Qingdao's two tasks of 2019 nothing was
-- MAGIC published after the middle of the year.

-- COMMAND ----------

-- DBTITLE 1,各城市的许诺，按能否核对 · Promises of each city, by whether they can be checked
-- CHART bar x=city y=promises series=checked label="许诺的项数 number of promises"
SELECT c.name_zh AS city,
       CASE WHEN t.latest IS NULL THEN '没法核对 unknown' WHEN t.attained THEN '已达到 met'
            ELSE '未达到 not met' END
         AS checked,
       count(*) AS promises
FROM gold.targets t JOIN silver.cities c ON c.city_code = t.city_code
GROUP BY ALL
ORDER BY city, checked

-- COMMAND ----------

-- DBTITLE 1,没法核对的是哪些 · Which cannot be checked
SELECT indicator, measure, scope, year(due) AS due, bound, target, concat_ws(', ', flags) AS flags
FROM gold.targets
WHERE city_code = :city AND latest IS NULL
ORDER BY due, indicator, scope

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 出处 · Where the figures come from

-- COMMAND ----------

-- DBTITLE 1,许诺的原文，结果的原文 · The words of the promise and of the result
SELECT t.indicator, year(t.due) AS due, 'target' AS figure, p.value, p.publisher, p.published, p.path,
       p.locator, p.quote
FROM gold.targets t JOIN gold.figures p ON p.observation_id = t.observation_id
WHERE t.city_code = :city
UNION ALL
SELECT t.indicator, year(t.due), 'latest', l.value, l.publisher, l.published, l.path, l.locator, l.quote
FROM gold.targets t JOIN gold.figures l ON l.observation_id = t.latest_observation_id
WHERE t.city_code = :city
ORDER BY indicator, due, figure DESC, value, path, locator

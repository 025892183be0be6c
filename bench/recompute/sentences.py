#!/usr/bin/env python3
"""Checks every finding that a report prints against the tables of its release.

usage: sentences.py PAGE EXPORT CATALOGUE
  PAGE        index.html of the report
  EXPORT      `duibiao export --format csv` of the same release, silver and gold
  CATALOGUE   data/catalogue

Every comparison, trend and closing line is taken apart; each number, name, year, verdict and caveat in it
is looked up or computed again. What does not follow from the tables is printed; the last line counts.
"""
import base64, collections, csv, html, json, math, re, sys, zlib

import yaml

page, export, catalogue = sys.argv[1:4]


def table(name):
    with open(f"{export}/{name}/part-00000.csv", encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def number(text):
    """A number as printed: 1,302.66, or 1,302.66 万."""
    plain = text.replace(",", "").rstrip(" 万亿")
    return float(plain) * (1e4 if text.endswith("万") else 1e8 if text.endswith("亿") else 1)


def near(printed, value, step=None):
    """Whether a number is printed as that value rounded to the printed digits, or to a coarser step."""
    digits = re.sub(r"[^0-9]", "", printed.split(".")[1]) if "." in printed else ""
    scale = number("1" + printed[-1]) if printed[-1] in "万亿" else 1
    half = 0.5 * max(scale * 10 ** -len(digits), step or 0)
    return abs(number(printed) - value) <= half * 1.0001 + 1e-9


def cities(text):
    """The articles of all cities: one stands in the page, the others deflated in groups."""
    found = {}
    for codes, packed in re.findall(r'<script[^>]*data-cities="([^"]*)"[^>]*>(.*?)</script>', text, re.S):
        codes = codes.split()
        pieces = zlib.decompress(base64.b64decode(packed), -15).decode().split("\x1e")
        for i, code in enumerate(codes):
            found[code] = "".join(pieces[i :: len(codes)])
    first = re.search(r'<article[^>]*data-city="(\d+)".*?</article>', text, re.S)
    if first:
        found[first.group(1)] = first.group(0)
    return found


def chinese(markup):
    markup = re.sub(r'<(\w+)[^>]*lang="en"[^>]*>.*?</\1>', "", markup, flags=re.S)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", markup))).strip()


names = {r["city_code"]: r["name_zh"] for r in table("silver.cities")}
indicators = {r["name_zh"]: r["indicator"] for r in table("silver.indicators")}
definitions = yaml.safe_load(open(f"{catalogue}/benchmarks.yaml", encoding="utf-8"))["benchmarks"]
benchmarks = {b["zh"]: b for b in definitions}
figures = {r["observation_id"]: r for r in table("gold.figures")}
rows = collections.defaultdict(dict)
for r in table("gold.benchmarks"):
    if r["reference_code"] == "440300":
        key = (r["city_code"], r["benchmark"])
        if r["year"] not in rows[key] or r["basis"] == "computed":
            rows[key][r["year"]] = r
values = collections.defaultdict(dict)
for r in table("gold.indicator_values"):
    values[r["city_code"], r["indicator"]][int(r["year"])] = r
trends = collections.defaultdict(list)
for r in table("gold.trends"):
    trends[r["city_code"], r["series"]].append(r)
reference = {b for c, b in rows if c == "440300"}
wrong, checked = [], collections.Counter()


def comparable(row):
    return row["reference_rate"] != "" and row["comparability"] != "not_comparable"


def step(observation):
    figure = figures.get(observation)
    return float(figure["resolution"] or 0) if figure else 0


def side(ratio, benchmark):
    """-1 below the reference, 1 above, 0 where the two are apart by less than the margin."""
    return 0 if abs(ratio - 1) < benchmark.get("margin", 0.05) else 1 if ratio > 1 else -1


UNIT = r"(?:[^，（；。]*?)"
COMPARISON = re.compile(
    rf"(\d{{4}})年，(.+?)的([^的，]+)是 (-?[\d,.]+) ?({UNIT})(?:（越.好）)?(?:（越.越好）)?，深圳市是 (-?[\d,.]+) ?{UNIT}"
    r"(?:（(\d{4})年）)?，(.+?)。(?:\[|$)"
)
TREND = re.compile(
    rf"^(.+?)的([^的，]+)，由 (\d{{4}})年的 ([\d,.]+) ?{UNIT} (升到|降到) (\d{{4}})年的 ([\d,.]+) ?{UNIT}，(增加|减少) (约 )?([\d,.]+)(.*?)。(?:\[|$)"
)
CLOSING = re.compile(r"(\d+) 项指标中，能与深圳市相比的有 (\d+) 项(?:（其中 (\d+) 项须慎用）)?")


def comparison(code, m):
    year, name, title, rate, _, other, other_year, rest = m.groups()
    benchmark = benchmarks[title]
    row = rows[code, benchmark["id"]].get(year)
    assert name == names[code], "another city's name"
    assert row and comparable(row), "no such comparison"
    assert near(rate, float(row["rate"])), f"rate {row['rate']}"
    assert near(other, float(row["reference_rate"])), f"reference's rate {row['reference_rate']}"
    assert (other_year or year) == row["reference_year"], "year of the reference"
    ratio = float(row["rate"]) / float(row["reference_rate"])
    flags = set(json.loads(row["flags"])) | set(json.loads(row["reasons"]))
    assert "source_untraceable" not in flags, "a source that cannot be looked up"
    assert ("年龄结构" in rest) == ("age_structure_differs" in flags), "ages"
    assert ("须慎用" in rest) == (row["comparability"] == "with_care"), "care"
    needed = float(row["needed_to_match"] or "nan")
    size = step(row["numerator_observation_id"])
    if found := re.match(r"还需增加 (约 )?([\d,.]+(?: ?[万亿])?)", rest):
        assert needed > 0 and near(found[2], math.ceil(needed - 1e-9), size if found[1] else 0), f"needed {needed}"
    elif found := re.match(r"比按深圳市的比率折算多 (约 )?([\d,.]+(?: ?[万亿])?)", rest):
        assert needed <= 0 and near(found[2], math.floor(-needed + 1e-9), size if found[1] else 0), f"needed {needed}"
    elif rest.startswith("两者相差不到"):
        assert abs(ratio - 1) < benchmark.get("margin", 0.05), "not level"
    elif rest.startswith("两者相同"):
        assert ratio == 1, "not the same"
    else:
        found = re.match(r"(高|低) ([\d,.]+)", rest)
        assert found and (found[1] == "高") == (ratio > 1), "side"
        apart = abs(float(row["rate"]) - float(row["reference_rate"]))
        assert abs(number(found[2]) - apart) <= 0.0051 * max(1, 10 ** -2 / 0.01), f"difference {apart}"
    ids = {row[c]: c for c in row if c.endswith("observation_id") and row[c]}
    conflicts = re.findall(r"([^；：（]+?)的([^，；（]+(?:\([^)]*\))?[^，；（]*)，([^；，]+?)作 ([\d,.]+(?: ?[万亿])?)[^（；，]*(（定义不同）)?(，按它则高低相反)?", rest)
    if "conflicting_sources" in flags:
        assert conflicts or "来源的数字不一致" in rest, "the conflict is not told"
    for city, what, publisher, value, _, reverses in conflicts:
        match = [
            f for f in figures.values()
            if names.get(f["city_code"]) == city and f["indicator"] == indicators.get(what)
            and f["publisher"].startswith(publisher.rstrip("…")[:30]) and near(value, float(f["value"]))
        ]
        assert match, f"no figure {value} of {publisher}"
        chosen = [i for i in ids if figures[i]["indicator"] == indicators[what] and names[figures[i]["city_code"]] == city]
        turned = []
        for i in chosen:
            factor = float(match[0]["value"]) / float(figures[i]["value"])
            above = ids[i] in ("numerator_observation_id", "reference_denominator_observation_id")
            turned.append(side(ratio * factor if above else ratio / factor, benchmark))
        own = side(ratio, benchmark)
        assert turned and any(t * own < 0 for t in turned) == bool(reverses), "whether it reverses"
    if found := re.search(r"(\d{4})年的（([\d,.]+)[^ ]* ?[^ ]* 对 ([\d,.]+)", rest):
        newer = rows[code, benchmark["id"]].get(found[1])
        assert newer and comparable(newer) and int(found[1]) > int(year), "no such newer comparison"
        assert near(found[2], float(newer["rate"])) and near(found[3], float(newer["reference_rate"])), "newer rates"
        assert "source_untraceable" in newer["flags"], "the newer one can be looked up"
    else:
        later = [y for y, r in rows[code, benchmark["id"]].items() if y > year and comparable(r)]
        assert not later, f"a newer comparison of {later} is not told"


def trend(code, m):
    name, title, first, start, verb, last, end, change, about, apart, rest = m.groups()
    assert name == names[code], "another city's name"
    if title in benchmarks:
        series = benchmarks[title]["id"]
        points = {int(y): float(r["rate"]) for y, r in rows[code, series].items()}
        ids = []
    else:
        series = indicators[title]
        points = {y: float(r["value"]) for y, r in values[code, series].items()}
        ids = [values[code, series][int(y)]["observation_id"] for y in (first, last)]
    first, last = int(first), int(last)
    assert near(start, points[first]) and near(end, points[last]), "values"
    assert (verb == "升到") == (change == "增加") == (points[last] > points[first]), "direction"
    size = max([step(i) for i in ids], default=0)
    assert near(apart, abs(points[last] - points[first]), size if about else 0.011 if not ids else 0), "change"
    found = [t for t in trends[code, series] if int(t["last_year"]) == last and int(t["recent_first_year"]) == first]
    assert found, "no such trend"
    years = [y for y in sorted(points) if first <= y <= last]
    for a, b in zip(years, years[1:]):
        share = (points[b] - points[a]) / (b - a) / (points[last] - points[first])
        assert share <= 0.5, f"more than half of it in {b}"
    if before := re.search(r"(\d{4})年及以前口径不同", rest):
        assert int(before[1]) in points and int(before[1]) < int(found[0]["first_year"]), "what is before"
    assert ("缺年" in rest) <= (len(years) < last - first + 1), "gaps"


def closing(code, text, m):
    named = [b for b in definitions]
    newest = [max(((y, r) for y, r in rows[code, b["id"]].items() if comparable(r)), key=lambda e: int(e[0])) for b in named
              if any(comparable(r) for r in rows[code, b["id"]].values())]
    assert int(m[1]) == len(named) and int(m[2]) == len(newest), f"{len(newest)} of {len(named)} can be compared"
    careful = sum(r["comparability"] == "with_care" for _, r in newest)
    assert int(m[3] or 0) == careful, f"{careful} with care"
    if found := re.search(r"没有收录可与深圳市相比的(.+?)，当地若已公布", text):
        for title in re.split("、", found[1]):
            benchmark = benchmarks[title]
            assert benchmark["id"] in reference, f"the reference has no {title}"
            assert not any(comparable(r) for r in rows[code, benchmark["id"]].values()), f"{title} can be compared"
            assert not benchmark.get("context"), f"{title} is context"


for code, article in sorted(cities(open(page, encoding="utf-8").read()).items()):
    cards = re.search(r'<ol class="cards">.*?</ol>', article, re.S)
    texts = [chinese(x) for x in re.findall(r"<li.*?</li>", cards[0], re.S)] if cards else []
    texts += [chinese(x) for x in re.findall(r"<p[^>]*>(?:(?!</p>).)*项指标中，能与(?:(?!</p>).)*</p>", article, re.S)]
    for text in texts:
        trimmed = re.sub(r"^(自己的走势|自己的目标 · \S+?跟上)", "", text)
        m = COMPARISON.search(text)
        t = TREND.search(trimmed)
        c = CLOSING.search(text)
        try:
            if m:
                kind = "comparisons"
                comparison(code, m)
            elif t:
                kind = "trends"
                trend(code, t)
            elif c:
                kind = "closing lines"
                closing(code, text, c)
            else:
                kind = "other findings, not checked here"
            checked[kind] += 1
        except (AssertionError, KeyError, StopIteration) as e:
            wrong.append(f"{code} {names.get(code)}: {type(e).__name__} {e}: {text[:200]}")
for line in wrong:
    print(line)
print(", ".join(f"{n} {kind}" for kind, n in sorted(checked.items())) + f"; {len(wrong)} do not follow from the tables")
sys.exit(1 if wrong else 0)

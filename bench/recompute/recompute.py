#!/usr/bin/env python3
"""Computes the nation's figures, rates, verdicts and ranks again, from the landing files alone.

An independent program: it shares no code with the warehouse, only the catalogue (names, units,
breaks) and the corrections beside the files. It reads every cell of the CSV files itself, chooses a
value for each city, indicator and year, divides, judges what may be compared with the reference and
ranks, and prints where the tables say anything else. Of the gates before gold it takes the
warehouse's word which figures are doubted.

usage: recompute.py LANDING CATALOGUE TABLES, where TABLES holds what `./duibiao sql --format json`
printed of silver.readings, gold.indicator_values and gold.benchmarks, one file a table.
"""
import collections
import csv
import datetime
import itertools
import json
import pathlib
import re
import sys
import unicodedata
from decimal import Decimal

import yaml

REFERENCE = "440300"
MULTIPLIERS = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6,
               "千万": 10**7, "亿": 10**8, "万亿": 10**12}
OFFICIAL = {"census": 0, "yearbook": 0, "bulletin": 0, "report": 1, "news": 2, "unverified": 3}
CLASSES = ["census", "yearbook", "bulletin", "report", "news", "unverified"]
NEEDS_CARE = set("""age_structure_differs approximate basis_unknown bound boundary_change
    conflicting_sources correction_outdated definition_differs doubted estimated mid_year
    population_interpolated population_vintage_differs population_year_differs quoted
    reference_year_differs registered_population series_break source_untraceable
    year_inferred""".split())
NEVER_RANKED = set("""bound doubted population_interpolated population_year_differs quoted
    registered_population""".split())
Day = datetime.date


def plain(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


class Catalogue:
    def __init__(self, folder):
        load = lambda name: yaml.safe_load((folder / name).read_text("utf-8"))
        self.terms, self.indicators = {}, {}
        for each in load("indicators.yaml")["indicators"]:
            self.indicators[each["id"]] = each
            for term in [each["zh"], each["en"], *each.get("aliases", [])]:
                alias = term if isinstance(term, dict) else {"term": term}
                self.terms[plain(alias["term"]).lower()] = (each, alias)
        self.units = {}
        for each in load("units.yaml")["units"]:
            for form in [each["zh"], each["id"], *each["forms"]]:
                self.units.setdefault(plain(form), []).append(each)
        self.natures = {plain(term): each for each in load("natures.yaml")["natures"]
                        for term in each["terms"]}
        self.areas = collections.defaultdict(list)
        self.cities = set()
        with open(folder / "areas.csv", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["level"] in ("prefecture", "municipality"):
                    self.cities.add(row["code"])
                for name in [row["name_zh"], *row["aliases"].split("|")]:
                    if name and row["code"] not in self.areas[plain(name)]:
                        self.areas[plain(name)].append(row["code"])
        self.breaks = load("series_breaks.yaml")["breaks"]
        for each in self.breaks:
            for key in ("date", "announced"):
                if isinstance(each.get(key), str):
                    each[key] = Day.fromisoformat(each[key])
        self.benchmarks = load("benchmarks.yaml")["benchmarks"]

    def polarity(self, benchmark):
        return benchmark.get("polarity") or self.indicators[
            benchmark.get("published") or benchmark["numerator"]].get("polarity", "none")

    def depends_on_residents(self, indicator):
        return not indicator.get("basis") and any(
            isinstance(alias, dict) and alias.get("basis") for alias in indicator.get("aliases", []))

    def unit(self, text, indicator):
        """The canonical unit and the factor of a printed unit; the indicator's own if it fits."""
        text = plain(text)
        if not text and indicator["kind"] == "rate":
            return None, None  # a rate of how many is not said
        for size in range(len(text) + 1):
            times = MULTIPLIERS.get(text[:size], None if size else 1)
            if times is None:
                continue
            forms = self.units.get(text[size:], []) if text[size:] else []
            for unit in forms:
                if unit["id"] == indicator["unit"]:
                    return unit, times
            if not text[size:]:
                return next(u for us in self.units.values() for u in us
                            if u["id"] == indicator["unit"]), times
            for unit in forms:
                own = next(u for us in self.units.values() for u in us
                           if u["id"] == indicator["unit"])
                if unit["dimension"] == own["dimension"] and "per" in unit and "per" in own:
                    return own, times * Decimal(own["per"]) / Decimal(unit["per"])
                if own["id"] == unit["id"] + "_per_person":
                    return own, times  # 元 of an amount per head
                if own["id"].startswith("per_") and unit["dimension"] != "proportion":
                    return own, times  # the term says per how many: 每千人口床位数(张)
        return None, None


def day_of(text):
    """The last day of what a period says, and whether it is a whole year."""
    text = plain(text)
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return Day(*map(int, m.groups())), False
    if m := re.fullmatch(r"(\d{4})年?(年末|末|底|年底)?", text):
        return Day(int(m[1]), 12, 31), not m[2]
    if m := re.fullmatch(r"(\d{4})年上半年", text):
        return Day(int(m[1]), 6, 30), False
    if m := re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text):
        return Day(*map(int, m.groups())), False
    if m := re.search(r"(\d{4})(?:年|-)(\d{1,2})月?[底末]?$", text):
        month = Day(int(m[1]), int(m[2]), 1)
        return (month.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - \
            datetime.timedelta(days=1), False
    return None, False


def published_of(text):
    text = str(text or "")
    if m := re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text):
        year, month, day = (int(x) if x else None for x in m.groups())
        if day:
            return Day(year, month, day)
        first = Day(year, month or 12, 1)
        return (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - \
            datetime.timedelta(days=1)
    return None


class Figure:
    def __init__(self, **parts):
        self.__dict__.update(parts)

    @property
    def key(self):
        return self.city, self.indicator["id"], self.end.year


def cells(path, sidecar):
    """Each cell with what its row, its column and the sidecar say of it."""
    layout = sidecar["layout"]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("gb18030")
    rows = list(csv.reader(text.splitlines()))
    head = layout.get("header_rows", 1)
    columns = {name: rows[0].index(header) for name, header in layout["columns"].items()}
    roles = layout.get("across", [])
    roles = [roles] if isinstance(roles, str) else roles
    paths = []
    for column in range(len(rows[0])):
        levels = []
        for level in range(head):
            at = column
            while level < head - 1 and not rows[level][at] and at > 0:
                at -= 1
            levels.append(rows[level][at])
        paths.append(levels)
    for number, row in enumerate(rows[head:], start=head + 1):
        said = dict(layout.get("constants", {}))
        said.update({name: row[at] for name, at in columns.items() if row[at] != ""})
        if "value" in columns:
            yield f"row:{number}", None, row[columns["value"]], said
            continue
        for column in range(len(row)):
            if column not in columns.values():
                here = dict(said)
                here.update(zip(roles, paths[column]))
                yield f"row:{number}", " › ".join(paths[column]), row[column], here


def read(landing, catalogue):
    for meta in sorted(landing.glob("*/*.csv.yaml")):
        path = meta.with_suffix("")
        sidecar = yaml.safe_load(meta.read_text("utf-8"))
        corrections = meta.with_name(path.name + ".corrections.yaml")
        dropped = set()
        if corrections.exists():
            for each in yaml.safe_load(corrections.read_text("utf-8"))["corrections"]:
                if each.get("drop"):
                    dropped.add((each["at"], each.get("column")))
        for place, column, text, said in cells(path, sidecar):
            if (place, column) in dropped or (place, None) in dropped:
                continue
            figure = understand(catalogue, sidecar, text, said)
            if figure:
                figure.path = str(path.relative_to(landing))
                figure.place = place
                yield figure


def understand(catalogue, sidecar, text, said):
    """A cell as a figure of a whole city that was counted, or None."""
    text = plain(text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
        text = text.replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        return None
    term = said.get("indicator", "")
    if plain(term).lower() not in catalogue.terms and (
            m := re.fullmatch(r"(.*)\(([^()]*)\)", unicodedata.normalize("NFKC", term))):
        term, said = m[1], {"unit": m[2], **said}
    if plain(term).lower() not in catalogue.terms:
        return None
    indicator, alias = catalogue.terms[plain(term).lower()]
    nature = catalogue.natures.get(plain(said.get("nature", "")), {"status": "actual"})
    scope = plain(said.get("scope", "全市")) or "全市"
    codes = catalogue.areas.get(plain(said.get("city", "")), [])
    if (alias.get("measure", "level") != "level" or nature.get("measure", "level") != "level"
            or nature["status"] != "actual" or scope not in ("全市", "全域", "city", "全省")
            or len(codes) != 1):
        return None
    if "上半年" in said.get("period", "") and indicator["kind"] != "stock":
        return None  # half a year's
    end, whole_year = day_of(said.get("period", ""))
    unit, times = catalogue.unit(said.get("unit", ""), indicator)
    if end is None or unit is None:
        return None
    source = {key: said.get(key) or sidecar.get(key) for key in
              ("publisher", "title", "class", "published", "url")}
    published = published_of(source["published"])
    flags = set(alias.get("flags", [])) | set(nature.get("flags", []))
    if plain(said.get("basis", "")).lower() not in (
            "", "常住", "常住人口", "permanent", "户籍", "户籍人口", "registered"):
        flags.add("definition_differs")  # 编制床位 is not what the term means, nor 不含妇幼保健院
    if OFFICIAL[source["class"]] > 0 and not published and not source["url"]:
        flags.add("source_untraceable")
    return Figure(city=codes[0], indicator=indicator, value=Decimal(text) * times,
                  resolution=Decimal(1).scaleb(Decimal(text).as_tuple().exponent) * times,
                  end=end, whole_year=whole_year, published=published, flags=flags, **{
                      "class_": source["class"], "publisher": source["publisher"],
                      "title": source["title"], "basis": plain(said.get("basis", ""))})


def digits(locator):
    return [int(x) if x.isdigit() else x for x in re.split(r"(\d+)", locator)]


def preference(figure):
    """The smallest is chosen: the year-end, who published it, its own figure, the latest."""
    day = Day(figure.end.year, 12, 31) if figure.whole_year else figure.end
    return (-day.toordinal(), OFFICIAL[figure.class_], "quoted" in figure.flags,
            -(figure.published or Day.min).toordinal(), CLASSES.index(figure.class_))


def main(landing, catalogue_folder, tables):
    catalogue = Catalogue(catalogue_folder)
    load = lambda name: [json.loads(line) for line in open(tables / f"{name}.json", encoding="utf-8")]
    differences = collections.Counter()

    def differ(kind, *what):
        differences[kind] += 1
        if differences[kind] <= 10:
            print(f"DIFFERS {kind}:", *what)

    # 1. Every observation.
    figures = list(read(landing, catalogue))
    stored = collections.defaultdict(list)
    readings = load("silver.readings")
    for each in readings:
        if (each["kind"] == "observation" and each["status"] == "actual"
                and each["measure"] == "level" and each.get("scope") == "city"
                and each["bound"] == "eq" and each.get("period_type") in ("year", "instant")):
            place = (each["path"], each["locator"], each["city_code"], each["indicator"],
                     each["period_end"])
            stored[place].append(each)
    by_observation = {}
    for figure in figures:
        place = (figure.path, figure.place, figure.city, figure.indicator["id"],
                 figure.end.isoformat())
        match = [e for e in stored.get(place, []) if Decimal(str(e["value"])) == figure.value]
        if not match:
            differ("observation", *place, figure.value, [e["value"] for e in stored.get(place, [])])
            continue
        figure.observation = match[0]["observation_id"]
        figure.flags |= set(match[0].get("flags", [])) & {"year_inferred", "doubted"}
        figure.population_basis = match[0].get("population_basis")
        figure.source_id = match[0]["source_id"]
        by_observation[figure.observation] = figure
        stored[place].remove(match[0])
    left = [e for rest in stored.values() for e in rest]
    print(f"observations: {len(by_observation)} read by both, {len(left)} by the warehouse alone")
    for each in left:
        differ("observation only in the warehouse", each["path"], each["locator"], each["quote"],
               each["indicator"])

    # 2. The value of each city, indicator and year.
    doubted = {(each["city_code"], each["indicator"], each["period_end"], each["found"])
               for each in load("silver.findings") if "it is not used" in each.get("detail", "")}
    groups = collections.defaultdict(list)
    for figure in by_observation.values():
        groups[figure.key].append(figure)
    values = {}
    for key, group in groups.items():
        if candidates := usable(group, doubted):
            values[key] = choose(candidates)
    compared = 0
    for each in load("gold.indicator_values"):
        key = (each["city_code"], each["indicator"], each["year"])
        own = values.get(key)
        if own is None:
            if each["bound"] == "eq" and each["observation_id"] in by_observation:
                differ("value only in the warehouse", key, each["value"], each["rule"])
            continue
        compared += 1
        if own.value != Decimal(str(each["value"])):
            differ("value", key, own.value, each["value"], each["rule"])
            continue
        for flag in ("conflicting_sources", "mid_year", "definition_differs"):
            if (flag in own.flags) != (flag in each.get("flags", [])):
                differ(f"flag {flag} of a value", key, sorted(own.flags), each.get("flags"))
    told = {(e["city_code"], e["indicator"], e["year"]) for e in load("gold.indicator_values")}
    for key in values.keys() - told:
        differ("value only here", key, values[key].value, values[key].path, values[key].place)
    print(f"values: {compared} compared")
    by_vintage = {}
    for key, group in groups.items():
        for each in catalogue.breaks:
            for side in ("before", "after", "unknown"):
                of_side = [f for f in usable(group, doubted) if vintage(each, f) == side]
                if of_side and each.get("revises"):
                    by_vintage[(*key, each["id"], side)] = choose(of_side)
    compare_rates(catalogue, values, by_vintage, load("gold.benchmarks"), differ)
    print("no difference" if not differences else f"differences: {dict(differences)}")
    return 1 if differences else 0


def vintage(series_break, figure):
    """Whether a population was made before or after a break, or is not concerned by it."""
    only = lambda what: [what] if isinstance(what, str) else what
    indicators, cities = only(series_break.get("indicator", [])), only(series_break["cities"])
    if figure.indicator["id"] not in indicators or cities != ["all"] and figure.city not in cities:
        return None
    revises = series_break.get("revises")
    if revises and revises["from"] <= figure.end.year <= revises["to"]:
        announced = series_break.get("announced")
        if not figure.published or not announced:
            return "unknown"
        return "before" if figure.published < announced else "after"
    if figure.end >= series_break["date"]:
        return "after"
    return None if revises and figure.end.year < revises["from"] else "before"


class Denominator:
    def __init__(self, value, parts, *flags):
        self.value, self.parts = value, parts
        self.flags = set(flags).union(*(part.flags for part in parts))


class Rates:
    """The rates of the cities, computed from counts and populations or as published."""

    def __init__(self, catalogue, values, by_vintage):
        self.catalogue, self.values, self.by_vintage = catalogue, values, by_vintage

    def one_vintage(self, earlier, later):
        for each in self.catalogue.breaks:
            one, other = vintage(each, earlier), vintage(each, later)
            if "unknown" in (one, other) or None not in (one, other) and one != other:
                return False
        return True

    def mean(self, city, population, year):
        later = self.values.get((city, population, year))
        earlier = self.values.get((city, population, year - 1))
        if not later or not earlier:
            return None
        revised = [self.by_vintage.get((city, population, year - 1, each["id"], vintage(each, later)))
                   for each in self.catalogue.breaks]
        for each in [earlier, *filter(None, revised)]:
            if self.one_vintage(each, later):
                return Denominator((each.value + later.value) / 2, [each, later])
        return None

    def residents(self, city, population, count):
        """What a count is divided by: the year-end's residents, their mean, or between two years."""
        flow = count.indicator["kind"] == "flow"
        year, end = count.end.year, count.end
        if flow or (end.month, end.day) != (12, 31):
            if mean := self.mean(city, population, year):
                return mean
        length = 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
        distance = lambda y: abs((y + 1 - year) * length - end.timetuple().tm_yday)
        reach = 5 * length
        near = sorted((y for y in range(year - 6, year + 6) if distance(y) <= reach), key=distance)
        nearest = next((y for y in near if (city, population, y) in self.values), None)
        exact = nearest is not None and distance(nearest) == min(distance(year), distance(year - 1))
        if not exact:
            day = Day(year, 7, 1) if flow else end
            if between := self.interpolated(city, population, day):
                return between
        if nearest is None:
            return None
        flags = [] if exact else ["population_year_differs"]
        return Denominator(self.values[city, population, nearest].value,
                           [self.values[city, population, nearest]], *flags)

    def interpolated(self, city, population, day):
        for before in range(day.year - 1, day.year - 10, -1):
            earlier = self.values.get((city, population, before))
            for after in range(day.year, before + 11 if earlier else 0):
                later = self.values.get((city, population, after))
                if later and self.one_vintage(earlier, later):
                    share = Decimal((day - earlier.end).days) / (later.end - earlier.end).days
                    value = earlier.value + (later.value - earlier.value) * share
                    return Denominator(round_half_up(value), [earlier, later],
                                       "population_interpolated")
        return None

    def rate(self, benchmark, city, year, origin):
        """The rate and the flags of its parts, or None."""
        if origin == "published":
            value = self.values.get((city, benchmark.get("published"), year))
            if not value:
                return None
            flags = set(value.flags)
            if value.population_basis == "registered":
                flags.add("registered_population")
            return Figure(rate=value.value, parts=[value], flags=flags, count=value, origin=origin,
                          denominator=Denominator(value.value, [value]),
                          basis=value.population_basis, year=year)
        count = self.values.get((city, benchmark.get("numerator"), year))
        if not count or count.indicator["kind"] == "flow" and not (
                count.whole_year or (count.end.month, count.end.day) == (12, 31)):
            return None
        population = self.catalogue.indicators[benchmark["denominator"]]
        if population["kind"] == "flow":
            same = self.values.get((city, population["id"], year))
            found, registered = same and Denominator(same.value, [same]), False
        else:
            found, registered = self.residents(city, population["id"], count), False
            if found is None and population.get("substitute"):
                found = self.residents(city, population["substitute"], count)
                registered = True
        if found is None or any(part.value <= 0 for part in found.parts):
            return None
        flags = count.flags | found.flags | ({"registered_population"} if registered else set())
        basis = "registered" if registered or found.parts[-1].population_basis == "registered" \
            else "permanent"
        return Figure(rate=count.value * benchmark.get("per", 1) / found.value, flags=flags,
                      count=count, denominator=found, origin=origin, basis=basis, year=year,
                      parts=[count, *found.parts])


def round_half_up(value):
    return value.quantize(Decimal(1), rounding="ROUND_HALF_UP")


def caveats(catalogue, benchmark, values, own, other):
    """What must be known of two rates together."""
    flags = own.flags | other.flags
    if own.year != other.year:
        flags.add("reference_year_differs")
    for each in catalogue.breaks:
        one, two = (side_of_population(each, rate.denominator) for rate in (own, other))
        if one and two and ("unknown" in (one, two) or one != two) and own.origin == other.origin:
            flags.add("population_vintage_differs")
        for rate in (own, other):
            if rate.origin == "computed" and vintage(each, rate.count):
                for part in rate.denominator.parts:
                    if vintage(each, part) and (
                            rate.count.end < each["date"]) != (part.end < each["date"]):
                        flags.add("boundary_change")
    if benchmark.get("ages"):
        shares = [share_of_old(values, benchmark["ages"], rate.count.city, own.year)
                  for rate in (own, other)]
        if None not in shares and abs(shares[0] - shares[1]) > 5:
            flags.add("age_structure_differs")
    if own.origin == other.origin:
        for rate in (own, other):
            judged = rate.denominator.parts[-1]
            if (judged.population_basis is None and judged.indicator["uncertainty"] != "none"
                    and catalogue.depends_on_residents(judged.indicator)):
                flags.add("basis_unknown")
    return flags


def side_of_population(series_break, denominator):
    return vintage(series_break, denominator.parts[-1]) or vintage(
        series_break, denominator.parts[0])


def share_of_old(values, indicator, city, year):
    for distance in range(6):
        for each in (year - distance, year + distance):
            if (city, indicator, each) in values:
                return values[city, indicator, each].value
    return None


def compare_rates(catalogue, values, by_vintage, rows, differ):
    rates = Rates(catalogue, values, by_vintage)
    benchmarks = {each["id"]: each for each in catalogue.benchmarks}
    judged, ranks = 0, collections.defaultdict(list)
    for row in rows:
        benchmark, city, year = benchmarks[row["benchmark"]], row["city_code"], row["year"]
        key = (row["benchmark"], city, year)
        own = rates.rate(benchmark, city, year, row["basis"])
        if own is None:
            differ("rate only in the warehouse", key, row["rate"])
            continue
        if abs(float(own.rate) - row["rate"]) > 1e-9 * max(1, abs(row["rate"])):
            differ("rate", key, float(own.rate), row["rate"])
            continue
        judged += 1
        verdict, other = verdict_of(catalogue, rates, benchmark, values, own, city, year)
        if verdict != row["comparability"]:
            differ("comparability", key, verdict, row["comparability"], row["reasons"])
        if other and row.get("reference_rate") is not None and abs(
                float(other.rate) - row["reference_rate"]) > 1e-9 * row["reference_rate"]:
            differ("reference rate", key, float(other.rate), row["reference_rate"])
        if (city in catalogue.cities and verdict != "not_comparable"
                and not own.flags & NEVER_RANKED):
            ranks[row["benchmark"], year, own.origin].append((own.rate, key, row))
    told = {(row["benchmark"], row["city_code"], row["year"]) for row in rows}
    for benchmark in catalogue.benchmarks:
        counted = {benchmark.get("numerator"), benchmark.get("published")} - {None}
        for city, indicator, year in values:
            key = (benchmark["id"], city, year)
            if indicator in counted and key not in told and any(
                    rates.rate(benchmark, city, year, origin) for origin in ("computed", "published")):
                differ("rate only here", key)
    ranked = 0
    for (name, *_), group in ranks.items():
        low_first = catalogue.polarity(benchmarks[name]) == "low"
        for rate, key, row in group:
            better = sum(other < rate if low_first else other > rate for other, *_ in group)
            rank = better + 1 if len(group) >= 10 else None
            ranked += rank is not None
            if rank != row.get("rank") or rank and len(group) != row["cities"]:
                differ("rank", key, rank, len(group), row.get("rank"), row.get("cities"))
    print(f"rates: {judged} of {len(rows)} rows compared, {ranked} ranks")


def verdict_of(catalogue, rates, benchmark, values, own, city, year):
    if city == REFERENCE:
        return ("with_care" if "source_untraceable" in own.flags else "comparable"), None
    for origin in (own.origin, "published" if own.origin == "computed" else "computed"):
        for distance in (0, -1, 1, -2, 2):
            other = rates.rate(benchmark, REFERENCE, year + distance, origin)
            if other:
                break
        if other:
            break
    if not other:
        return "not_comparable", None
    if own.origin != other.origin or None not in (own.basis, other.basis) and own.basis != other.basis:
        return "not_comparable", other
    care = caveats(catalogue, benchmark, values, own, other) & NEEDS_CARE
    return ("with_care" if care else "comparable"), other


def usable(group, doubted):
    return [f for f in group if f.class_ != "unverified" and "doubted" not in f.flags
            and (*f.key[:2], f.end.isoformat(), float(f.value)) not in doubted
            and not any(contradict(f, other) for other in group)]


def contradict(one, other):
    """Whether one publication gives two values of one figure, of which neither is used then."""
    return ((one.path, one.publisher, one.title, one.end)
            == (other.path, other.publisher, other.title, other.end)
            and abs(one.value - other.value) > (one.resolution + other.resolution) / 2)


def choose(usable):
    """The chosen figure with what must be known of it as the value of its year."""
    best = min(usable, key=lambda f: (*preference(f), f.source_id, digits(f.place)))
    flags = set(best.flags)
    if not best.whole_year and (best.end.month, best.end.day) != (12, 31):
        flags.add("mid_year")
    rivals = [f for f in usable if f.end == best.end and "quoted" not in f.flags and (
        None in (f.population_basis, best.population_basis)
        or f.population_basis == best.population_basis)]
    if any(one.publisher != other.publisher
           and abs(one.value - other.value) > (one.resolution + other.resolution) / 2
           for one, other in itertools.combinations(rivals, 2)):
        flags.add("conflicting_sources")
    return Figure(**{**best.__dict__, "flags": flags})


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:4])))

#!/usr/bin/env python3
"""Checks the annotations of the example texts against the texts themselves.

usage: check.py [EXAMPLES_DIR]        default: the folder above this file

Every anchor must stand at its start, every run of digits must be annotated or ignored, values must
be decimals and names spelled as the catalogue spells them, and parts that a text says make up a
whole must add up. Prints what is wrong and exits with 1, or prints the counts and exits with 0.
"""
import decimal, json, os, re, sys

D = decimal.Decimal
CORE = set("""permanent_population registered_population births medical_institutions hospitals public_hospitals
tertiary_hospitals grade_a_tertiary_hospitals primary_care_institutions beds hospital_beds health_personnel
health_technical_personnel licensed_doctors registered_nurses general_practitioners tcm_doctors visits
outpatient_emergency_visits discharges family_doctor_teams family_doctor_contracted_residents
family_doctor_contract_rate family_doctor_contract_rate_elderly primary_care_share_of_outpatient_emergency_visits
internet_hospitals life_expectancy maternal_mortality_ratio infant_mortality_rate under5_mortality_rate
health_literacy_level gross_domestic_product health_expenditure beds_per_1000 licensed_doctors_per_1000
registered_nurses_per_1000 health_technical_personnel_per_1000 general_practitioners_per_10000""".split())
REQUIRED = "doc start anchor city_code indicator_zh indicator_slug value unit bound status period scope is_statistic tier".split()
OPTIONAL = "value_hi measure sentence note".split()
ALTERNATIVE = "city_code unit bound status measure period scope".split()
CHOICES = {
    "bound": "eq approx ge gt le lt range",
    "status": "actual target plan standard comparison",
    "measure": "level change change_rate new",
    "tier": "core admin event",
}
LOOKALIKES = {"grade_b_tertiary_hospitals"}  # right, although one letter from a core name
IGNORED = set("""date list_number ordinal idiom slogan qualifier denominator document phone address name code rule
chrome corrupt""".split())
PERIOD = re.compile(r"unknown|\d{4}(H[12])?|\d{4}-\d\d(-\d\d)?|\d{4}(-\d\d(-\d\d)?)?/\d{4}(-\d\d(-\d\d)?)?")
SCOPE = re.compile(r"city|urban_core|(district|programme|institution):.+")

# (document, the whole's indicator_zh, the parts'); the first annotation of each name in the document.
SUMS = [
    ("01-bulletin-luoyang", "医疗卫生机构数", "医院数 基层医疗卫生机构数 专业公共卫生机构数 其他医疗卫生机构数"),
    ("01-bulletin-luoyang", "医院数", "公立医院数 民营医院数"),
    ("01-bulletin-luoyang", "基层医疗卫生机构数", "社区卫生服务中心(站)数 乡镇卫生院数 村卫生室数 门诊部和诊所数"),
    ("01-bulletin-luoyang", "地区生产总值", "第一产业增加值 第二产业增加值 第三产业增加值"),
    ("02-summary-and-plan-mianyang", "三级医院数", "三级甲等医院数 三级乙等医院数"),
    ("02-summary-and-plan-mianyang", "重点项目数", "竣工重点项目数 续建重点项目数 新开工重点项目数"),
    ("04-half-year-yichang", "计划开工重点项目数", "已开工重点项目数 未开工重点项目数"),
    ("07-proposal-reply-xuzhou", "两院出院人次合计", "出院人次(徐医附院) 出院人次(市中心医院)"),
    ("09-pdf-text-liuzhou", "医院数", "公立医院数 民营医院数"),
    ("09-pdf-text-liuzhou", "医院数", "三级医院数 二级医院数 一级医院数 未定级医院数"),
    ("09-pdf-text-liuzhou", "总诊疗人次", "医院诊疗人次 基层诊疗人次 其他机构诊疗人次"),
    ("10-press-conference-weifang", "医疗卫生机构数", "医院数 基层医疗卫生机构数 专业公共卫生机构数 其他医疗卫生机构数"),
    ("10-press-conference-weifang", "医院数", "公立医院数 民营医院数"),
    ("10-press-conference-weifang", "基层医疗卫生机构数",
     "社区卫生服务中心(站)数 乡镇卫生院数 村卫生室数 门诊部和诊所(医务室)数"),
    ("10-press-conference-weifang", "三级医院数", "三级甲等医院数 三级乙等医院数 未定等次三级医院数"),
    ("10-press-conference-weifang", "总诊疗人次", "医院诊疗人次 基层诊疗人次 其他机构诊疗人次"),
    ("10-press-conference-weifang", "签约居民数(四区合计)",
     "签约居民数(奎文区) 签约居民数(潍城区) 签约居民数(坊子区) 签约居民数(寒亭区)"),
    ("10-press-conference-weifang", "医养结合机构数", "“医办养”机构数 “养办医”机构数"),
    ("10-press-conference-weifang", "医养结合机构床位数", "医养结合机构医疗床位数 医养结合机构养老床位数"),
    ("10-press-conference-weifang", "互联网医院数", "市直互联网医院数 县属互联网医院数 社会办互联网医院数"),
    ("11-family-doctor-zhuzhou", "签约服务费标准",
     "签约服务费医保基金分担额 签约服务费公卫经费分担额 签约服务费个人分担额"),
    ("12-project-list-baotou", "疾控中心项目总投资",
     "疾控中心项目中央预算内资金 疾控中心项目自治区配套资金 疾控中心项目市县两级资金"),
    ("12-project-list-baotou", "签约服务费标准",
     "签约服务费医保分担 签约服务费公卫分担 签约服务费财政分担 签约服务费个人分担"),
    ("13-maternal-child-report-quanzhou", "孕产妇死亡数", "孕产妇死亡数(间接产科原因) 孕产妇死亡数(直接产科原因)"),
    ("14-mixed-page-tangshan", "预防接种门诊数",
     " ".join(f"预防接种门诊数({x})" for x in
              "路南区 路北区 开平区 古冶区 丰润区 丰南区 曹妃甸区 滦州市 遵化市 迁安市 滦南县 乐亭县 迁西县 玉田县".split())),
]

def one_edit_apart(a, b):
    """Whether one inserted, deleted, changed or swapped letter makes a of b."""
    if a == b or abs(len(a) - len(b)) > 1: return False
    i = next((k for k, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return a[i + 1:] == b[i:] or a[i:] == b[i + 1:] or a[i + 1:] == b[i + 1:] or \
        (a[i + 2:] == b[i + 2:] and a[i:i + 2] == b[i:i + 2][::-1])

def as_list(x):
    return x if isinstance(x, list) else [] if x is None else [x]

def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(here)
    areas_file = os.path.join(folder, "..", "catalogue", "areas.csv")
    with open(areas_file, encoding="utf-8") as f:
        areas = {line.split(",")[0] for line in f}
    wrong, totals, facts_of = [], [0, 0, 0], {}
    texts = sorted(n[:-4] for n in os.listdir(folder) if n.endswith(".txt"))
    golds = sorted(n[:-len(".gold.jsonl")] for n in os.listdir(os.path.join(folder, "gold")) if n.endswith(".gold.jsonl"))
    if texts != golds: wrong.append(f"texts and annotations differ: {set(texts) ^ set(golds)}")
    for doc in sorted(set(texts) & set(golds)):
        say = lambda what: wrong.append(f"{doc}: {what}")
        with open(os.path.join(folder, doc + ".txt"), encoding="utf-8", newline="") as f: text = f.read()
        with open(os.path.join(folder, "gold", doc + ".gold.jsonl"), encoding="utf-8") as f:
            facts = facts_of[doc] = [json.loads(line) for line in f]
        if text.startswith("\ufeff"): say("has a BOM")
        if "\r" in text: say("has carriage returns")
        if not os.path.exists(os.path.join(folder, doc + ".txt.yaml")): say("has no sidecar")
        covered, last = set(), 0
        for g in facts:
            at = f"{g.get('anchor')!r} at {g.get('start')}"
            span = range(g["start"], g["start"] + len(g["anchor"]))
            if g["doc"] != doc: say(f"{at}: names the document {g['doc']}")
            if not g["anchor"] or text[span.start:span.stop] != g["anchor"]: say(f"{at}: another text stands there")
            if g["start"] < last: say(f"{at}: out of order")
            last = g["start"]
            if covered & set(span): say(f"{at}: overlaps another annotation")
            covered |= set(span)
            if "ignore" in g:
                if g["ignore"] not in IGNORED: say(f"{at}: unknown kind {g['ignore']}")
                continue
            keys = set(g)
            allowed = set(REQUIRED) | set(OPTIONAL) | {k + "_alt" for k in ALTERNATIVE}
            if set(REQUIRED) - keys or keys - allowed: say(f"{at}: fields {set(REQUIRED) - keys} {keys - allowed}")
            try:
                value = D(str(g["value"]))
                if ("value_hi" in g) != (g["bound"] == "range"): say(f"{at}: a range needs two values")
                if "value_hi" in g and D(str(g["value_hi"])) <= value: say(f"{at}: the range is empty")
                if value != value.quantize(D("0.0001")): say(f"{at}: more than four decimals")
            except decimal.InvalidOperation: say(f"{at}: value {g['value']}")
            for key, choices in CHOICES.items():
                for x in as_list(g.get(key)) + as_list(g.get(key + "_alt")):
                    if x not in choices.split(): say(f"{at}: {key} {x}")
            for x in [g["period"], *as_list(g.get("period_alt"))]:
                if not PERIOD.fullmatch(x): say(f"{at}: period {x}")
            for x in [g["scope"], *as_list(g.get("scope_alt"))]:
                if not SCOPE.fullmatch(x): say(f"{at}: scope {x}")
            if g["city_code"] not in areas: say(f"{at}: city {g['city_code']} is not in the catalogue")
            slug = g["indicator_slug"]
            if not re.fullmatch(r"[a-z][a-z0-9_]*", slug): say(f"{at}: slug {slug}")
            if slug not in CORE | LOOKALIKES and any(one_edit_apart(slug, c) for c in CORE): say(f"{at}: {slug} is misspelt")
            if slug.endswith("_per_1000") and g["unit"] != "per_1000": say(f"{at}: unit {g['unit']} of {slug}")
            if slug.endswith("_per_10000") and g["unit"] != "per_10000": say(f"{at}: unit {g['unit']} of {slug}")
        for m in re.finditer(r"\d+", text):
            if not set(range(*m.span())) <= covered:
                say(f"digits {m.group()!r} at {m.start()} are not annotated: {text[max(0, m.start() - 8):m.end() + 8]!r}")
        stats = [g for g in facts if "ignore" not in g]
        counted = [g for g in stats if g["is_statistic"] and g["tier"] == "core"]
        row = len(counted), len(stats) - len(counted), len(facts) - len(stats)
        totals = [a + b for a, b in zip(totals, row)]
        print(f"{doc:36}{len(text):6} characters{row[0]:5} statistics{row[1]:4} neutral{row[2]:5} ignored")
    for doc, whole, parts in SUMS:
        first = lambda name: next((D(str(g["value"])) for g in facts_of.get(doc, []) if g.get("indicator_zh") == name), None)
        got = [first(p) for p in parts.split()]
        if first(whole) is None or None in got or first(whole) != sum(got):
            wrong.append(f"{doc}: {whole} {first(whole)} is not the sum of {[str(x) for x in got]}")
    print(f"{'all':36}{'':17}{totals[0]:5} statistics{totals[1]:4} neutral{totals[2]:5} ignored")
    for line in wrong: print("wrong:", line)
    sys.exit(1 if wrong else 0)

if __name__ == "__main__":
    main()

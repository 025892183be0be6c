<@part "then" Bilingual.plain("当时与现在", "Then and now")>
<#if pairs?has_content>
<@p lead() "lead"/>
<@p Texts.of("revisions.after-a-census-the")/>
<@compared Texts.of("revisions.population-as-published-then") Texts.of("revisions.population-as-revised")>
<#list pairs[0..*most] as pair>
<#assign before = pair.before, after = pair.after, benchmark = model.benchmarkOrNull(before.benchmark)>
<@tr cells=[
  benchmarkLink(benchmark, ReportIndex.rateUnit(benchmark)),
  before.year,
  quotient(benchmark, before),
  neededOr(benchmark, before.neededToMatch, "—"),
  quotient(benchmark, after),
  neededOr(benchmark, after.neededToMatch, "—"),
  verdict(isTurned.test(pair), before.side, before.standing, after.side, after.standing),
  caveat.apply(pair)
]/>
</#list>
</@compared>
<@rest pairs?size "vintages.csv"/>
</#if>
<#if hindsight?has_content>
<@p Texts.of("revisions.of-comparisons-that-could", hindsight[0].asOf, hindsight?filter(row -> row.rateThen??)?size, hindsight?filter(row -> row.changed!false)?size) "lead"/>
<@compared Texts.of("revisions.published-by", hindsight[0].asOf) Bilingual.plain("现在", "Now")>
<#list hindsight[0..*most] as row>
<#assign benchmark = model.benchmarkOrNull(row.benchmark)>
<@tr cells=[
  benchmarkLink(benchmark, ReportIndex.rateUnit(benchmark)),
  row.year,
  known(benchmark, row.rateThen!"", row.referenceRateThen!""),
  (row.neededToMatchThen??)?then(neededOr(benchmark, row.neededToMatchThen!, "—"), "—"),
  known(benchmark, row.rateNow!"", row.referenceRateNow!""),
  (row.neededToMatchNow??)?then(neededOr(benchmark, row.neededToMatchNow!, "—"), "—"),
  (row.changed??)?then(verdict(row.changed!false, row.sideThen!"", row.standingThen!"", row.sideNow!"", row.standingNow!""), "—"),
  Phrases.flags(row.flags?filter(flag -> !flag.isHarmless()))
]/>
</#list>
</@compared>
<@rest hindsight?size "hindsight.csv"/>
</#if>
</@part>
<#macro compared then now><@table name="then-h" look="compared" names=[then, now]><#nested></@table></#macro>
<#macro rest all file>
<#if all gt most>
<@p Texts.of("revisions.more-are-in", Numbers.count(all - most), file) "note"/>
</#if>
</#macro>
<#-- How many changed, and the one that changes most. -->
<#function lead>
<#local before = pairOfMost.before, benchmark = model.benchmarkOrNull(before.benchmark), why = caveat.apply(pairOfMost)>
<#return Bilingual.both("{}{}",
  Texts.of("revisions.of-comparisons-with-on", reference, pairs?size, pairs?filter(pair -> isTurned.test(pair))?size),
  CityFinding.sentence(
    Texts.of("revisions.with-the-population-as", before.year, name, model.benchmarkName(benchmark.id), answer(benchmark, before), answer(benchmark, pairOfMost.after)),
    why?has_content?then(Bilingual.of("须慎用：{}", "with care: {}", why), why)))>
</#function>
<#function answer benchmark row>
<#local both = rates(row.rate, row.referenceRate, "COMPUTED"), count = neededOr(benchmark, row.neededToMatch, "")>
<#if !count?has_content><#return both></#if>
<#local isShort = ReportIndex.roundedUp(row.neededToMatch) gt 0>
<#return Bilingual.of(isShort?then("{1}，还差 {0}", "{1}，{0}"), isShort?then("{1}, {0} short", "{1}, {0}"), count, both)>
</#function>
<#-- What is needed to match; the other text where less is better. -->
<#function neededOr benchmark count other>
<#return (benchmark.isComputed() && benchmark.polarity != "LOW")?then(needed(benchmark, count), other)>
</#function>
<#function rates own other basis>
<#return Texts.of("revisions.against", Numbers.rate(own, RateOrigin[basis]), Numbers.rate(other, RateOrigin[basis]))>
</#function>
<#function quotient benchmark row>
<#local cell><b>${rates(row.rate, row.referenceRate, "COMPUTED")}</b><br/><small>${model.numeratorText(benchmark, row.numerator)}${cited(counted.apply(row).own)} ÷ ${model.denominatorText(benchmark, row.denominator)}${cited(row.denominatorObservationId)}</small><br/><small>${reference} ${model.numeratorText(benchmark, row.referenceNumerator)}${cited(counted.apply(row).reference)} ÷ ${model.denominatorText(benchmark, row.referenceDenominator)}${cited(row.referenceDenominatorObservationId)}</small></#local>
<#return cell>
</#function>
<#function known benchmark rate other>
<#if !rate?has_content><#return Bilingual.plain("没有公布", "not published")></#if>
<#local basis = benchmark.isComputed()?then("COMPUTED", "PUBLISHED")>
<#local cell><b>${other?has_content?then(rates(rate, other, basis), Numbers.rate(rate, RateOrigin[basis]))}</b></#local>
<#return cell>
</#function>
<#function verdict changed sideThen standingThen sideNow standingNow>
<#local now = sideAndStanding(sideNow, standingNow)>
<#return changed?then(Texts.of("revisions.changed", sideAndStanding(sideThen, standingThen), now), Bilingual.of("没变：{0}", "the same: {0}", now))>
</#function>
<#function sideAndStanding side standing>
<#local where = Texts.of((side == "ABOVE")?then("revisions.above", (side == "LEVEL")?then("revisions.level", "revisions.below")))>
<#return (standing == "NOT_JUDGED" || standing == "SIMILAR")?then(where, Texts.of("revisions.side-and-standing", where, Phrases.of("standing", standing)))>
</#function>

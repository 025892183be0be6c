<@part "against" model.isReference(city.code)?then(Texts.of("comparison.benchmark-by-benchmark"), Bilingual.of("与{}对照", "Against {}", reference))>
<#if rows?has_content>
<div class="plots">${ratios}${gaps}</div>
<@table name="against-h" look="compared" names=[name, reference] hidden=model.isReference(city.code)?then(["reference", "difference", "needed", "standing"], [])>
<#list rows as row>
<#assign benchmark = model.benchmarkOrNull(row.benchmark), compared = row.referenceRate??>
<@tr id="v-" + ReportIndex.htmlId(benchmark.id) + "-" + ReportIndex.htmlId(city.code) cells=[
  benchmarkLink(benchmark, ReportIndex.rateUnit(benchmark, row.basis)),
  row.year,
  own(benchmark, row),
  compared?then(other(row), "—"),
  (compared && row.difference??)?then(Numbers.difference(row.difference!, row.referenceRate!, row.basis), "—"),
  (compared && row.neededToMatch?? && benchmark.isComputed())?then(needed(benchmark, row.neededToMatch!), "—"),
  standing(benchmark, row),
  (row.rank??)?then(rank(row), "—"),
  comparability(row)
]/>
</#list>
</@table>
</#if>
</@part>
<#-- The rate with its numerator and denominator and their sources. -->
<#function own benchmark row>
<#local cell><b>${Numbers.rate(row.rate, row.basis)}</b><#if row.numerator?? && row.denominator?? && benchmark.isComputed() && row.basis == "COMPUTED"><br/><small>${model.numeratorText(benchmark, row.numerator)}${cited(row.numeratorObservationId)} ÷ ${model.denominatorText(benchmark, row.denominator)}<#if row.earlierDenominatorObservationId??><br/>${Texts.of("comparison.mean-of-the-year")}<#else>${otherYear(row.denominatorYear!row.year, row.year)}</#if>${citations.links(BenchmarkView.denominatorIds(row))}</small><#else>${citations.links(row.numeratorObservationId, row.denominatorObservationId)}</#if></#local>
<#return cell>
</#function>
<#function other row>
<#local cell><b>${Numbers.rate(row.referenceRate, row.basis)}</b>${otherYear(row.referenceYear!row.year, row.year)}${citations.links(BenchmarkView.referenceIds(row))}</#local>
<#return cell>
</#function>
<#-- Above or below, and whether that is good. -->
<#function standing benchmark row>
<#local parts = []>
<#if row.side??>
<#local parts = [(row.side == "LEVEL")?then(Texts.of("benchmark.less-than-from-the", BenchmarkView.marginText(benchmark)), Phrases.of("side", row.side))]>
</#if>
<#if row.standing != "NOT_JUDGED">
<#local parts = parts + [Phrases.of("standing", row.standing)]>
<#elseif !parts?has_content || benchmark.polarity != "NONE">
<#local parts = parts + [Phrases.of((benchmark.polarity == "NONE")?then("resource", "standing"), row.standing)]>
</#if>
<#return Bilingual.join("，", ", ", parts)>
</#function>
<#-- The comparability of a row with its reasons. -->
<#function comparability row>
<#local verdict = Phrases.of("comparability", row.comparability), reasons = BenchmarkView.reasons(row)?filter(reason -> !reason.isHarmless())>
<#return reasons?has_content?then(Texts.of("benchmark.comparability-and-reasons", verdict, Phrases.flags(reasons)), verdict)>
</#function>

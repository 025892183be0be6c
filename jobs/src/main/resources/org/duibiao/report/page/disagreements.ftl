<@section "disagreements" Bilingual.plain("不一致之处", "What disagrees")>
<#assign all = model.disagreements().all(), shown = model.disagreements().shown()>
<#if shown?has_content>
<@p Texts.of("disagreement.figures-of-different-sources")/>
<@table "disagreements-h" "words">
<#list shown as each>
<#list each.others as other>
<@tr cells=[
  model.areaName(each.chosen.cityCode),
  model.indicatorName(each.chosen.indicator),
  Phrases.period(each.chosen),
  figure(each.chosen),
  figure(other),
  (each.percent(other)??)?then(signed(each.percent(other)!) + "%", "—")
]/>
</#list>
</#list>
</@table>
<#else>
<@p Texts.of("disagreement.no-disagreement-between-sources")/>
</#if>
<#assign kinds = []>
<#list FindingKind.values() as kind>
<#assign count = all?filter(each -> each.finding.kind == kind)?size - (kind == "SOURCES_DISAGREE")?then(shown?size, 0)>
<#if count != 0>
<#assign kinds = kinds + [Texts.of("disagreement.kind-and-number", Phrases.of("finding", kind), Numbers.count(count))]>
</#if>
</#list>
<#if kinds?has_content>
<@p Texts.of("disagreement.not-listed-here-all", Bilingual.statements(kinds))/>
</#if>
<h3 id="breaks">${Texts.of("disagreement.breaks-in-series-and")}</h3>
<#if model.breaks()?has_content>
<dl class="breaks"><#list model.breaks() as each><dt>${each.date}</dt><dd>${Bilingual.plain(each.zh, each.en)}<br/><small>${areas(each.cities?map(code -> code)?sort)}<#if each.source??>${Texts.of("disagreement.source", each.source)}</#if></small></dd>
</#list></dl>
<#else>
<@p Texts.of("disagreement.no-known-break-concerns")/>
</#if>
<#if vintages?has_content>
<h4 id="vintages-h">${Texts.of("disagreement.the-same-comparison-before")}</h4>
<@p Texts.of("disagreement.where-the-populations-of")/>
<@table name="vintages-h" look="vintages" names=[reference]>
<#list vintages as row>
<#assign benchmark = model.benchmarkOrNull(row.benchmark)>
<@tr class=(row.vintage == row.referenceVintage)?then("", "mixed") cells=[
  model.areaName(row.cityCode),
  model.benchmarkName(benchmark.id),
  row.year,
  populations(row),
  Html.all(model.denominatorText(benchmark, row.denominator), citations.links(row.earlierDenominatorObservationId, row.denominatorObservationId)),
  Html.all(model.denominatorText(benchmark, row.referenceDenominator), citations.links(row.referenceEarlierDenominatorObservationId, row.referenceDenominatorObservationId)),
  Numbers.rate(row.rate),
  Numbers.rate(row.referenceRate),
  needed(benchmark, row.neededToMatch)
]/>
</#list>
</@table>
<#assign more = model.vintages().all()?size - vintages?size>
<#if more != 0>
<@p Texts.of("disagreement.more-rows-are-in", more) "note"/>
</#if>
</#if>
</@section>
<#function figure of>
<#local cell>${model.valueText(of)}${cited(of.observationId)}<br/><small>${short(of.publisher, 60)}</small></#local>
<#return cell>
</#function>
<#-- The areas that a break concerns, of which eight are named. -->
<#function areas codes>
<#if !codes?has_content><#return Texts.of("disagreement.concerns-all-areas")></#if>
<#local names = Bilingual.list(codes[0..*8]?map(code -> model.areaName(code)))>
<#return (codes?size <= 8)?then(Bilingual.of("涉及{}。", "Concerns {}.", names), Texts.of("disagreement.concerns-and-others-areas", names, codes?size))>
</#function>
<#function populations row>
<#local cell>${Texts.of("disagreement.both-vintages", Phrases.of("vintage", row.vintage), Phrases.of("vintage", row.referenceVintage))}<#if row.flags?has_content><br/><small>${Phrases.flags(row.flags)}</small></#if></#local>
<#return cell>
</#function>

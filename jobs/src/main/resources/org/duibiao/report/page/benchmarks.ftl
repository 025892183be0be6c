<@section "benchmarks" Texts.of("benchmarks.benchmark-by-benchmark")>
<@p Texts.of("benchmarks.one-row-a-city")/>
<#list rankings as each>
<#assign view = each.view, benchmark = view.benchmark, id = anchor(benchmark), newest = view.year!"">
<section id="${id}" class="benchmark" aria-labelledby="${id}-h"><h3 id="${id}-h">${model.benchmarkName(benchmark.id)}</h3>
<p class="unit">${Texts.of("benchmark.unit", ReportIndex.rateUnit(benchmark))} · ${Phrases.of("polarity", benchmark.polarity)}${formula(view)}</p>
<#if newest?has_content>
<@p Bilingual.both("{}{}", level(view), sideCounts(view)) "lead"/>
${chart.apply(view)}<#t>
<#else>
<@p Texts.of("benchmark.there-is-no-figure", reference) "note"/>
</#if>
<@table name="ranking" look="ranking" heading=id + "-h" hidden=each.hidden grouped=true names=[reference, ReportIndex.rateUnit(benchmark), view.isComputed()?then(unit(benchmark), ""), newest]>
<@group>
<@cities each each.ahead/>
<#if newest?has_content>
<#assign own = view.reference(), city = model.city(model.input().reference.code)>
<@tr class="reference" id=anchor(benchmark, city.code) cells=[
  (model.isCity(city.code) && city.values?has_content)?then(cityLink(city.code, "◆ ", reference), Html.of("◆ {}", reference)),
  own.year,
  Html.all(Numbers.rate(own.rate, own.basis), citations.links(BenchmarkView.rateIds(own))),
  (own.rank??)?then(Texts.of("benchmark.the-reference-rank", rank(own)), Bilingual.plain("参照城市", "the reference"))
]/>
</#if>
<@cities each each.behind/>
</@group>
<@group newest?has_content?then(Texts.of("benchmark.cities-without-a-figure", newest), "")>
<@cities each each.older/>
</@group>
<@group Texts.of("benchmark.provinces-nation-not-ranked")>
<@cities each each.others/>
</@group>
</@table>
<#if each.left gt 0>
<@p Texts.of("benchmark.more-cities-are-not", Numbers.count(each.left)) "note"/>
</#if>
<#if each.notes?has_content>
<p class="note"><#list each.notes as text, number><sup>${number}</sup> ${text}<#sep>　</#list></p>
</#if>
</section>
</#list>
</@section>
<#function unit benchmark><#return model.unitOf(benchmark.numerator.id)></#function>
<#function formula view>
<#return view.isComputed()?then(fraction(view.benchmark), Texts.of("benchmark.rates-as-published"))>
</#function>
<#function fraction benchmark>
<#return Bilingual.both(" · {} ÷ {}", model.indicatorName(benchmark.numerator.id), model.indicatorName(benchmark.denominator.id))>
</#function>
<#function cityLink code mark name>
<#local a><a href="#c-${ReportIndex.htmlId(code)}" data-city="${code}">${mark}${name}</a></#local>
<#return a>
</#function>
<#-- Rows of a ranking. -->
<#macro cities ranking rows>
<#local view = ranking.view>
<#list rows as row>
<@tr id=anchor(view.benchmark, row.cityCode) cells=[
  model.isCity(row.cityCode)?then(cityLink(row.cityCode, "", model.areaName(row.cityCode)), model.areaName(row.cityCode)),
  row.year,
  Html.all(Numbers.rate(row.rate, row.basis), (view.isComputed() && row.basis == "PUBLISHED")?then(Texts.of("benchmark.as-published"), "")),
  (row.difference??)?then(Html.all(Numbers.difference(row.difference!, row.referenceRate!, row.basis), otherYear(row.referenceYear!row.year, row.year)), "—"),
  (row.neededToMatch??)?then(missing(row), "—"),
  (row.standing == "NOT_JUDGED")?then("—", Phrases.of("standing", row.standing)),
  ranking.isRanked(row)?then(rank(row), "—"),
  comparabilityInBrief(ranking, row)
]/>
</#list>
</#macro>
<#function missing row>
<#local count = ReportIndex.roundedUp(row.neededToMatch)>
<#return Numbers.count((count < 0)?then(0, count))>
</#function>
<#-- The comparability of a row with the numbers of its notes. -->
<#function comparabilityInBrief ranking row>
<#local numbers = ranking.numbers(row)>
<#local cell><#if row.comparability != "COMPARABLE">${Phrases.of("comparability", row.comparability)}</#if><#if numbers?has_content><sup>${numbers?join(",")}</sup></#if></#local>
<#return cell>
</#function>

<@section "first" Bilingual.plain("各市一览", "All cities")>
<#assign cards>
<#if leading??>
<@sides leading/>
<#if farthest??>
<@farthestBehind leading.benchmark farthest/>
</#if>
</#if>
<#if revised??>
<@vintages revised/>
</#if>
<#if disagreement??>
<@competing disagreement/>
</#if>
</#assign>
<div class="cards"><#if cards?has_content>${cards}<#else><@p Texts.of("highlights.there-is-no-benchmark", reference)/></#if></div>
<#if model.views()?has_content>
<h3 id="overview">${Texts.of("benchmark-overview.all-benchmarks-at-a")}</h3>
<@table name="overview" look="overview" names=[reference]>
<#list model.views() as view>
<#assign name = benchmarkLink(view.benchmark, Phrases.of("polarity_short", view.benchmark.polarity))>
<#if view.year??>
<@tr cells=[
  name,
  view.year,
  Bilingual.both("{} <small>{}</small>", Numbers.rate(view.reference().rate, view.reference().basis), ReportIndex.rateUnit(view.benchmark)),
  view.onSide(Side.ABOVE).count(),
  view.onSide(Side.BELOW).count(),
  view.compared?has_content?then(cityAndRate(view.compared?first), ""),
  view.compared?has_content?then(cityAndRate(view.compared?last), "")
]/>
<#else>
<@tr cells=[name, Texts.of("benchmark-overview.no-figure-of-for", reference)]/>
</#if>
</#list>
</@table>
<@p Texts.of("benchmark-overview.cities-nearer-than-the") "note"/>
</#if>
</@section>
<#-- How many cities are above and below, and which. -->
<#macro sides view>
<@card Texts.of("highlights.level-and-sides", level(view), sideCounts(view))>
<#list [Side.ABOVE, Side.LEVEL, Side.BELOW] as side>
<#local rows = view.onSide(side).toList()>
<#if rows?has_content>
<#local named = Bilingual.list(rows[0..*20]?map(row -> Bilingual.both("{} {}", model.areaName(row.cityCode), link(anchor(view.benchmark, row.cityCode), Numbers.rate(row.rate, row.basis)))))>
<@p Texts.of((side == "ABOVE")?then("highlights.above", (side == "LEVEL")?then("highlights.level", "highlights.below")), reference, (rows?size gt 20)?then(Texts.of("highlights.and-more", named, rows?size, rows?size - 20), named), BenchmarkView.marginText(view.benchmark))/>
</#if>
</#list>
<p class="note">${Phrases.of("polarity", view.benchmark.polarity)} ${link(anchor(view.benchmark), Texts.of("highlights.all-figures-and-their"))}</p><@care view.compared/><#t>
</@card>
</#macro>
<#function cityAndRate row>
<#return Bilingual.both("{} {}", model.areaName(row.cityCode), Numbers.rate(row.rate, row.basis))>
</#function>
<#macro farthestBehind benchmark row>
<#local difference = row.rate - row.referenceRate>
<#local parts = "">
<#if row.numerator?? && row.denominator?? && benchmark.isComputed()>
<#local parts = Texts.of("highlights.for-residents-that-is",
  model.indicatorName(benchmark.numerator.id), model.numeratorText(benchmark, row.numerator), cited(row.numeratorObservationId),
  model.indicatorName(benchmark.denominator.id), model.denominatorText(benchmark, row.denominator), citations.links(BenchmarkView.denominatorIds(row)))>
</#if>
<@card Texts.of((difference < 0)?then("highlights.farthest-below", "highlights.farthest-above"),
  reference,
  model.areaName(row.cityCode),
  parts,
  model.benchmarkName(benchmark.id),
  ReportIndex.rateText(benchmark, row.rate, row.basis),
  ReportIndex.rateText(benchmark, row.referenceRate, row.basis),
  ReportIndex.differenceText(benchmark, difference, row.referenceRate, row.basis),
  row.year,
  citations.links(BenchmarkView.referenceIds(row)))>
<#if row.neededToMatch?? && ReportIndex.roundedUp(row.neededToMatch) gt 0 && benchmark.isComputed()>
<@p Texts.of("highlights.with-its-population-of", model.neededText(benchmark, row.neededToMatch), reference, row.denominatorYear!row.year)/>
</#if>
<@care rows=[row]/>
</@card>
</#macro>
<#-- How the revision of a population changes a comparison. -->
<#macro vintages pair>
<#local before = pair.before, after = pair.after, benchmark = model.benchmarkOrNull(before.benchmark), city = model.areaName(before.cityCode)>
<@card Texts.of("highlights.against-has-two-answers", before.year, model.benchmarkName(benchmark.id), city, reference, answer(benchmark, before), answer(benchmark, after))>
<p>${Texts.of("highlights.population-as-published-then",
  city, model.numeratorText(benchmark, before.numerator), reference, model.numeratorText(benchmark, before.referenceNumerator),
  population(benchmark, before), referencePopulation(benchmark, before), population(benchmark, after), referencePopulation(benchmark, after))} ${link("breaks", Texts.of("highlights.all-combinations"))}</p><@caveat Bilingual.plain("须慎用：", "With care: ") before.flags + after.flags/><#t>
</@card>
</#macro>
<#-- The residents of a city on which a comparison is made, and those of the reference, with their sources. -->
<#function population benchmark row>
<#return Bilingual.both("{}{}", model.denominatorText(benchmark, row.denominator), citations.links(row.earlierDenominatorObservationId, row.denominatorObservationId))>
</#function>
<#function referencePopulation benchmark row>
<#return Bilingual.both("{}{}", model.denominatorText(benchmark, row.referenceDenominator), citations.links(row.referenceEarlierDenominatorObservationId, row.referenceDenominatorObservationId))>
</#function>
<#function answer benchmark row>
<#local rate = ReportIndex.rateText(benchmark, row.rate, RateOrigin.COMPUTED), other = ReportIndex.rateText(benchmark, row.referenceRate, RateOrigin.COMPUTED)>
<#return (ReportIndex.roundedUp(row.neededToMatch) gt 0)?then(
  Texts.of("highlights.it-would-take-another", model.neededText(benchmark, row.neededToMatch), rate, other),
  Texts.of("highlights.it-is-already-there", rate, other))>
</#function>
<#-- How many of the figures that are shown have competing sources. -->
<#macro competing most>
<#local chosen = most.chosen, percent = most.percent(competitor)!"">
<@card Texts.of("highlights.for-of-the-figures", model.disagreements().relevant()?size)>
<p>${Texts.of("highlights.the-greatest-difference-used",
  model.areaName(chosen.cityCode), model.indicatorName(chosen.indicator), Phrases.period(chosen),
  model.valueText(chosen), cited(chosen.observationId), short(chosen.publisher, 60),
  model.valueText(competitor), cited(competitor.observationId), short(competitor.publisher, 60),
  percent?has_content?then(Texts.of("highlights.a-difference-of", signed(percent)), ""))} ${link("disagreements", Bilingual.plain("全部分歧", "All disagreements"))}</p><#t>
</@card>
</#macro>
<#-- The caveats of the rows that a sentence is about. -->
<#macro care rows>
<#local withCare = rows?filter(row -> row.comparability == "WITH_CARE")>
<#if withCare?has_content>
<#local which = Bilingual.plain("须慎用：", "With care: ")>
<#if rows?size gt 1>
<#local which = (withCare?size <= 4)?then(
  Texts.of("highlights.with-care", Bilingual.list(withCare?map(row -> model.areaName(row.cityCode)))),
  Texts.of("highlights.with-care-for-of", withCare?size))>
</#if>
<@caveat which reasons.apply(withCare)/>
</#if>
</#macro>
<#macro caveat which flags>
<#if flags?has_content>
<@p Bilingual.both("{}{}", which, Phrases.flags(flags)) "caveat"/>
</#if>
</#macro>

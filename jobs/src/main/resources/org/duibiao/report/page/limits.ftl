<@section "limits" Texts.of("limits.what-this-does-not")>
<@items texts=[
  Texts.of("limits.only-published-figures-are"),
  Texts.of("limits.institutions-beds-and-staff"),
  Texts.of("limits.rates-are-per-permanent"),
  Texts.of("limits.needed-to-match-is"),
  Texts.of(isTested?then("limits.random-events-such-as", "limits.differences-were-not-tested")),
  Texts.of("limits.the-lines-in-the"),
  Texts.of("limits.sources-that-are-not")
] + parts + without?has_content?then([Texts.of("limits.benchmarks-without-figures", Bilingual.list(without))], [])/>
<h3>${Bilingual.plain("读了多少", "How much was read")}</h3>
<#assign counts = model.input().counts>
<dl class="counts"><@count "来源文件" "source files" counts.files/><@count "读不了的文件" "files that could not be read" counts.rejectedFiles/><@count "已读懂并归位的数字" "figures understood and placed" counts.observations/><@count "等人判断的数字" "figures that wait for a person" counts.candidates/><@count "须修正的数字" "values that must be corrected" counts.rejects/><@count "不是统计数字或留空" "not statistics, or blank" counts.ignored/></dl>
<h3>${Texts.of("limits.what-the-indicators-mean")}</h3>
<dl class="definitions"><#list model.shownIndicators() as each><#if each.definitionZh?? || each.definitionEn??><dt>${model.indicatorName(each.id)}</dt><dd>${Bilingual.plain(each.definitionZh!each.definitionEn, each.definitionEn!each.definitionZh)} <small><#if each.definitionSource??>${Texts.of("limits.source", each.definitionSource)}</#if></small></dd>
</#if></#list></dl>
</@section>
<#macro count zh en number><div><dt>${Bilingual.plain(zh, en)}</dt><dd>${Numbers.count(number)}</dd></div></#macro>

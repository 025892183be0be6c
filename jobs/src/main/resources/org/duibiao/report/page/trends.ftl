<@part "trends" Bilingual.plain("自己的走势", "Its own trends")>
<#if plots?has_content>
<div class="plots"><#list plots as plot><div class="plotted">${plot.chart}<p class="note">${Bilingual.plain("出处：", "Sources: ")}<#list plot.series as series>${series.name} ${series.first.year}${citations.links(series.first.ids)} ${series.last.year}${citations.links(series.last.ids)}<#sep>; </#list></p>
<#if plot.caveat?has_content>
<@p Bilingual.of("须慎用：{}", "With care: {}", plot.caveat) "note"/>
</#if>
</div>
</#list></div><#t>
<#else>
<@p Texts.of("trends.no-benchmark-has-figures")/>
</#if>
</@part>

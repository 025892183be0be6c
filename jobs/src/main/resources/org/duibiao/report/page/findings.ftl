<@part "findings" findings.findings?has_content?then(Texts.of("findings.what-matters-first-in", findings.findings?size), Bilingual.plain("要点", "What matters first"))>
<#if findings.findings?has_content>
<ol class="cards"><#list findings.findings as each><#assign rule = each.rule?lower_case><li class="card finding ${rule}"><p class="rule">${Phrases.of("rule", rule)}</p><p class="lead">${each.sentence}${citations.links(each.observationIds)}</p><dl class="parts"><@fact "数值" "Value" each.value/><@fact "对照" "Against" each.compared/><@fact "差距" "Gap" each.gap/></dl></li>
</#list></ol>
</#if>
<@p findings.shortfall "note"/>
</@part>
<#macro fact zh en value><div><dt>${Bilingual.plain(zh, en)}</dt><dd>${value}</dd></div></#macro>

<#-- The figures of one part of the page as a table, by publication. -->
<#macro figures heading>
<table class="appendix" aria-labelledby="${heading}"><thead><tr><#list [Bilingual.plain("编号", "No."), Bilingual.plain("数字", "Figure"), Bilingual.plain("值", "Value"), Bilingual.plain("原文与位置", "Words and place"), Bilingual.plain("说明", "Remarks")] as name><th scope="col">${name}</th></#list></tr></thead>
<#list SourcesSection.publications(citations) as entries>
<tbody><tr class="group"><th colspan="5" scope="rowgroup"><@publication entries[0].figure/></th></tr>
<#list entries as entry>
<#local figure = entry.figure, words = SourcesSection.present(figure.quote), field = SourcesSection.present(figure.field)>
<tr id="${entry.anchor}"><td class="no">[${entry.number}]</td><td>${model.areaName(figure.cityCode)} · ${model.indicatorName(figure.indicator)} · ${Phrases.period(figure)}</td><td class="n">${model.valueText(figure)}</td><td><#if words?has_content><q lang="zh-CN">${short(words, 300)}</q> </#if><code>${short(field?has_content?then("${figure.locator} · ${short(field)}", figure.locator), 300)}</code></td><td class="why">${remarks(figure)}</td></tr>
</#list>
</tbody>
</#list>
</table>
</#macro>
<#macro publication figure>
<#local source = model.source(figure).isPresent()?then(model.source(figure).get(), {})><b>${short(figure.publisher, 300)}</b><#if source.title??> · 《${short(source.title, 300)}》</#if> · <#if figure.published??>${Bilingual.of("{} 公布", "published {}", figure.published)}<#else>${Texts.of("sources.date-of-publication-unknown")}</#if> · ${Phrases.of("class", figure.sourceClass)}<#if source.transcribed!false> · ${Phrases.flag(Flag.TRANSCRIBED)}</#if><#if SourcesSection.present(source.url)?has_content> · ${SourcesSection.link(source.url)}</#if> · <span class="path">${Texts.of("sources.file", short(figure.path, 300))}</span><#t>
</#macro>
<#-- The flags of a figure, and which other figures were published and are not used, and why. -->
<#function remarks figure>
<#local parts = [Phrases.flags(figure.flags?filter(flag -> flag != "TRANSCRIBED"))]>
<#list model.disagreements().of(figure.observationId) as each>
<#local chosen = each.chosen, why = model.selectionRule(chosen.observationId)>
<#if chosen.equals(figure)>
<#list each.others as other>
<#local parts = parts + [Texts.of("sources.is-not-used", model.valueText(other), short(other.publisher, 40), other.published!Bilingual.plain("日期不详", "not dated"), why?has_content?then(Bilingual.of("：{}", ": {}", why), ""))]>
</#list>
<#else>
<#local parts = parts + [Texts.of("sources.not-used-used-is", model.valueText(chosen), short(chosen.publisher, 40), why?has_content?then(Bilingual.of("，因为{}", ", because {}", why), ""))]>
</#if>
</#list>
<#return Bilingual.statements(parts)>
</#function>

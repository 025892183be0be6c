<#assign unchecked = city.targets?filter(row -> row.state == "CANNOT_BE_CHECKED")?size>
<@part "unsaid" Texts.of("city-limits.what-this-does-not", name)>
<ul><#t>
<#list reasons as reason, names>
<li>${Texts.of("city-limits.not-compared-with", Bilingual.list(names), reference, reason)}</li>
</#list>
<#if without?has_content>
<li>${Texts.of("city-limits.no-figure-of-that", name, Bilingual.list(without))}</li>
</#if>
<#if unchecked gt 0>
<li>${Texts.of("city-limits.for-targets-no-figure", unchecked)}</li>
</#if>
<li>${Texts.of("city-limits.institutions-beds-and-staff")}</li>
</ul>
</@part>

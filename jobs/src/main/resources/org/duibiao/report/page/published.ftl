<@part "published" Texts.of("coverage.what-is-published-of")>
${chart}<#t>
<#if missing?has_content>
<@p Texts.of("coverage.not-seen-published-for", first, newest, Bilingual.list(missing))/>
</#if>
</@part>

<#assign date = model.newestPublicationDate().isPresent()?then(model.newestPublicationDate().get(), Bilingual.plain("不详", "unknown"))>
<#assign release = short(model.input().releaseId)>
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>城市卫生对标 · ${reference.zh} | City health benchmarks · ${reference.en}</title>
<style>${style}</style>
</head>
<body>
<header>
<fieldset class="language"><legend>语言 Language</legend><input type="radio" name="language" id="zh" checked="checked"/><label for="zh" lang="zh-CN">中文</label><input type="radio" name="language" id="en"/><label for="en" lang="en">English</label></fieldset>
<h1>${Texts.of("page.city-health-benchmarks-reference", reference)}</h1>
<p class="meta">${Texts.of("page.data-as-of", date)} · ${Texts.of("page.release", release)}<#if model.input().asOf??>${Texts.of("page.only-what-was-published", model.input().asOf)}</#if></p>
<#if shown??>
<p id="chooser" hidden="hidden"><label for="city-choice">${Bilingual.plain("选择城市", "City")}</label> <select id="city-choice"><#list groups as title, codes><optgroup label="${title}"><#list codes as code><@option model.areaName(code) code/></#list></optgroup></#list></select> <span id="city-state" role="status"></span></p>
<noscript><p class="note">${Texts.of("city-picker.without-scripts-this-page", model.areaName(shown))}</p></noscript>
</#if>
<p class="intro">${Texts.of("page.this-page-turns-the", reference)}</p>
<nav aria-label="目录 Contents">${link("city", Bilingual.plain("所选城市", "The city"))} · ${link("first", Bilingual.plain("各市一览", "All cities"))} · ${link("benchmarks", Bilingual.plain("逐项排名", "Benchmarks"))} · ${link("disagreements", Bilingual.plain("不一致", "Disagreements"))} · ${link("breaks", Bilingual.plain("口径变化", "Breaks"))} · ${link("data", Bilingual.plain("数据本身", "The data"))} · ${link("limits", Bilingual.plain("局限与定义", "Limits, definitions"))} · ${link("appendix", Bilingual.plain("出处", "Sources"))}</nav>
</header>
<main class="opening">
<div id="city"><#list city as part>${part}</#list></div>
<#list sections as section>
${section}<#t>
</#list>
</main>
<footer>${Texts.of("page.data-as-of-release", date, release)}</footer>
<dialog id="source" aria-labelledby="source-h"><h2 id="source-h">${Bilingual.plain("出处", "Source")} <span id="source-number"></span></h2>
<div id="source-body"></div>
<p><button type="button" id="source-close">${Bilingual.plain("关闭", "Close")}</button></p></dialog>
<#list others as group>
<script type="text/plain" data-cities="${group.cities}">${group.packed}</script>
</#list>
<script>${script}</script>
</body>
</html>
<#macro option area code><option value="${code}"<#if code == shown> selected="selected"</#if>>${area.zh}<#if area.zh?markup_string != area.en?markup_string> ${area.en}</#if></option></#macro>

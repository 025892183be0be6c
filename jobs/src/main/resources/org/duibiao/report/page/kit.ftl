<#ftl strip_text=true>
<#-- What every template of the page uses. -->

<#-- The section of the page with an id that can be linked to. -->
<#macro section id heading>
<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>
<#nested></section>
</#macro>

<#-- The section of a city, of which a page has many; nothing if it has no body. -->
<#macro part id heading>
<#local body><#nested></#local>
<#if body?has_content>
<section aria-labelledby="${id}-h"><h3 id="${id}-h">${heading}</h3>
${body}</section>
</#if>
</#macro>

<#-- A paragraph: lead says what a section or a card shows, note is small, caveat must be known; an empty text gives none. -->
<#macro p text class="">
<#if text?has_content>
<p<#if class?has_content> class="${class}"</#if>>${text}</p>
</#if>
</#macro>

<#-- A list with a bullet for each text. -->
<#macro items texts>
<#if texts?has_content>
<ul><#list texts as text><li>${text}</li>
</#list></ul>
</#if>
</#macro>

<#-- A finding in a frame: a sentence that can be quoted, and what belongs to it. -->
<#macro card sentence>
<article class="card"><@p sentence "lead"/><#nested></article>
</#macro>

<#-- A table with a heading for each row, which can be scrolled sideways. Its columns stand in tables.csv.
     names: what the headings of its columns take; hidden: columns that are left out; heading: the id of what names it. -->
<#macro table name look names=[] hidden=[] heading=name grouped=false>
<#assign allColumns = columns[name], hiddenColumns = hidden>
<#local body><#if grouped><#nested><#else><@group><#nested></@group></#if></#local>
<#if body?has_content>
<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><table class="${look}"><thead><tr><#list shownColumns(0) as column><th scope="col"${(column.style == "number")?then(CELLS.number, "")?no_esc}>${Bilingual.of(column.zh, column.en, names[0]!"", names[1]!"", names[2]!"", names[3]!"")}</th></#list></tr></thead>
${body}</table></div>
</#if>
</#macro>

<#assign CELLS = {"text": "", "number": " class=\"n\"", "standing": " class=\"standing\"", "why": " class=\"why\"", "english": " lang=\"en\""}>

<#function shownColumns from>
<#return allColumns[from..]?filter(column -> !hiddenColumns?seq_contains(column.column))>
</#function>

<#-- Rows that stand together under a title. -->
<#macro group title="">
<#local rows><#nested></#local>
<#if rows?has_content>
<tbody><#if title?has_content><tr class="group"><th colspan="${shownColumns(0)?size}" scope="rowgroup">${title}</th></tr>
</#if>${rows}</tbody><#t>
</#if>
</#macro>

<#-- A row: its heading, then a cell for each further column, even a hidden one; where there are fewer cells than columns, the last one extends over the rest. -->
<#macro tr cells id="" class="">
<tr<#if class?has_content> class="${class}"</#if><#if id?has_content> id="${id}"</#if>><th scope="row">${cells[0]}</th><#list cells[1..] as cell><#local column = allColumns[cell?counter]><#if cell?is_last && cell?index lt allColumns?size - 2><td colspan="${shownColumns(cell?counter)?size}">${cell}</td><#elseif !hiddenColumns?seq_contains(column.column)><td${CELLS[column.style]?no_esc}>${cell}</td></#if></#list></tr>
</#macro>

<#-- A text from outside, at most that many characters of it. -->
<#function short text="" most=80>
<#return Sanitizer.shorten(text, most)>
</#function>

<#-- The link to the source of a figure; nothing without an observation. -->
<#function cited observationId="">
<#return observationId?has_content?then(citations.links(observationId), "")>
</#function>

<#function link id text>
<#local a><a href="#${id}">${text}</a></#local>
<#return a>
</#function>

<#-- The id of a benchmark's section, or of a city's row in it. -->
<#function anchor benchmark city="">
<#return "b-" + ReportIndex.htmlId(benchmark.id) + city?has_content?then("-" + ReportIndex.htmlId(city), "")>
</#function>

<#-- A benchmark's name, which leads to its section, and the unit of a rate. -->
<#function benchmarkLink benchmark unit>
<#return Html.all(link(anchor(benchmark), model.benchmarkName(benchmark.id)), Html.of(" <small>{}</small>", unit))>
</#function>

<#-- A rank among so many cities, if that is known. -->
<#function rank row>
<#return "${row.rank}" + (row.cities??)?then("/${row.cities!}", "")>
</#function>

<#-- A year that differs from the expected one. -->
<#function otherYear year expected>
<#return (year == expected)?then("", Bilingual.of("（{}年）", " ({})", year))>
</#function>

<#-- What is needed to match. -->
<#function needed benchmark count>
<#return (ReportIndex.roundedUp(count) <= 0)?then(Bilingual.plain("已达到", "already there"), model.neededText(benchmark, count))>
</#function>

<#-- Where the reference stands in a benchmark: 2025年，每百万…：深圳市 31.78 家/百万 [1][2]。 -->
<#function level view>
<#local point = view.reference()>
<#return Texts.of("highlights.rate-of-the-reference",
  view.year, model.benchmarkName(view.benchmark.id), reference,
  Numbers.withUnit(Numbers.rate(point.rate, point.basis), ReportIndex.rateUnit(view.benchmark)),
  citations.links(BenchmarkView.rateIds(point)))>
</#function>

<#-- How many cities are above and below it, and how many nearer than the margin. -->
<#function sideCounts view>
<#local near = view.onSide(Side.LEVEL).count()>
<#return Texts.of("highlights.of-other-cities-that",
  view.compared?size, view.onSide(Side.ABOVE).count(), view.onSide(Side.BELOW).count(), reference,
  (near == 0)?then("", Texts.of("highlights.less-than-away", near, BenchmarkView.marginText(view.benchmark))))>
</#function>

<#-- A number of percent with its sign. -->
<#function signed percent>
<#return Numbers.signed(percent, 1)>
</#function>

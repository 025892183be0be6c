<#assign changes = model.input().changes, review = model.input().review, most = 60>
<@section "data" Bilingual.plain("数据本身", "On the data itself")>
<h3 id="changes">${Texts.of("data.since-the-release-before")}</h3>
<#if changes.since??>
<#assign changed = whatChanged()>
<#if changed?has_content>
<@p Texts.of("data.compared-with-release", short(changes.since))/>
<@items changed/>
<@table "changes" "words">
<#list changes.valueChanges[0..*most] as value>
<@tr cells=[
  model.areaName(value.cityCode),
  model.indicatorName(value.indicator),
  value.year,
  why(value.reason),
  (value.before??)?then(model.amountText(value.indicator, value.before!), "—"),
  (value.after??)?then(model.amountText(value.indicator, value.after!), "—"),
  short(value.sourceAfter!value.sourceBefore!"")
]/>
</#list>
</@table>
<@rest changes.valueChanges/>
<#else>
<@p Texts.of("data.nothing-has-changed-since", short(changes.since))/>
</#if>
<#else>
<@p Texts.of("data.this-is-the-first")/>
</#if>
<h3 id="sources">${Bilingual.plain("来源", "Sources")}</h3>
<@p Texts.of("data.the-figures-of-this", Numbers.count(publications?size))/>
<@table "sources" "words">
<#list publications[0..*most] as each>
<#assign source = each.source>
<@tr cells=[
  short(source.publisher!""),
  titleAndLink(source),
  source.published!Bilingual.plain("不详", "unknown"),
  Html.all(Phrases.of("class", source.sourceClass), source.transcribed?then(Bilingual.of("；{}", "; {}", Phrases.flag(Flag.TRANSCRIBED)), "")),
  Numbers.count(each.figures)
]/>
</#list>
</@table>
<@rest publications/>
<h3 id="findings">${Texts.of("data.what-does-not-fit")}</h3>
<#assign findings = model.disagreements().all()?map(each -> each.finding)?filter(each -> each.kind != "SOURCES_DISAGREE")>
<#if findings?has_content>
<@table "findings" "words">
<#list (findings?filter(each -> !(each.indicator??)) + findings?filter(each -> each.indicator??))[0..*most] as each>
<@tr cells=[
  Phrases.of("finding", each.kind),
  (each.cityCode??)?then(model.areaName(each.cityCode!), ""),
  (each.indicator??)?then(model.indicatorName(each.indicator!), ""),
  (each.periodEnd??)?then(Phrases.instant(each.periodEnd!), ""),
  short(each.detail!"", 240)
]/>
</#list>
</@table>
<@rest findings/>
<#else>
<@p Texts.of("data.nothing-besides-sources-that")/>
</#if>
<h3 id="waiting">${Texts.of("data.what-waits-for-a")}</h3>
<#assign candidates = model.input().counts.candidates>
<@p (candidates == 0)?then(Bilingual.plain("没有。", "Nothing."), Texts.of("data.figures-were-understood-but", Numbers.count(candidates)))/>
<@table "waiting" "words">
<#list review.pendingTerms[0..*most] as each>
<@tr cells=[
  Html.of("<span lang=\"zh-CN\" class=\"always\">{}</span>", short(each.term!"")),
  Bilingual.list(each.missing?map(id -> Phrases.of("missing", id))),
  Numbers.count(each.count),
  example(each.example)
]/>
</#list>
</@table>
<@rest review.pendingTerms/>
<#if !review.complete>
<@p Texts.of("data.there-are-too-many") "note"/>
</#if>
<h3 id="rejects">${Bilingual.plain("没有采用的", "What was left out")}</h3>
<#assign counts = model.input().counts>
<@p Texts.of("data.of-the-values-that", Numbers.count(counts.rejects), Numbers.count(counts.ignored), Numbers.count(counts.rejectedFiles))/>
<@table "rejects" "words">
<#list review.excludedValues[0..*most] as each>
<@tr cells=[Phrases.of("reject", each.reason), Phrases.of("disposition", each.disposition), Numbers.count(each.count), example(each.example)]/>
</#list>
</@table>
<@items review.rejectedFiles[0..*most]?map(each -> Html.of("{}：{} <small lang=\"en\" class=\"always\">{}</small>", short(each.path), Phrases.of("reject", each.reason), short(each.detail!"", 240)))/>
</@section>
<#macro rest all>
<#if all?size gt most>
<@p Texts.of("data.more-rows-are-not", Numbers.count(all?size - most)) "note"/>
</#if>
</#macro>
<#function why reason><#return Phrases.of("why", reason?lower_case)></#function>
<#function whatChanged>
<#local items = []>
<#list ChangeReason.values() as reason>
<#local count = changes.valueChanges?filter(value -> value.reason == reason)?size>
<#if count gt 0><#local items = items + [Bilingual.of("{0}：{1} 个", "{0}: {1}", why(reason), Numbers.count(count))]></#if>
</#list>
<#local items = items + named(changes.newSources, "新来源", "new source") + named(changes.removedSources, "不再有的来源", "source no longer there")>
<#if changes.catalogueChanged><#local items = items + [Texts.of("data.the-catalogue-indicators-methods")]></#if>
<#if changes.verdictChanges?has_content><#local items = items + [Texts.of("data.comparisons-whose-verdict-changed", Numbers.count(changes.verdictChanges?size))]></#if>
<#return items>
</#function>
<#function named sources zh en>
<#if !sources?has_content><#return []></#if>
<#return [Texts.of("data.number-and-names", Bilingual.plain(zh, en),
  Bilingual.list(sources[0..*5]?map(source -> Bilingual.same(short(source.title!source.sourceId)))),
  sources?size, (sources?size gt 5)?then(Bilingual.plain("等", " and others"), ""))]>
</#function>
<#function titleAndLink source>
<#local cell>${short(source.title!source.sourceId)}<#if SourcesSection.present(source.url)?has_content><br/><small>${SourcesSection.link(source.url)}</small></#if></#local>
<#return cell>
</#function>
<#function example of>
<#return Html.of("<q lang=\"zh-CN\" class=\"always\">{}</q><br/><small>{} <code>{}</code></small>", short(of.quote!""), short(of.path!""), short(of.locator!""))>
</#function>

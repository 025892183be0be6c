<@part "targets" Bilingual.plain("自己的目标", "Its own targets")>
<#if !lines?has_content>
<@p Texts.of("targets.no-target-of-is", name)/>
<#else>
<@p summary "lead"/>
${chart}<#t>
<@table "targets-h" "words">
<#list lines as line>
<#assign row = line.row>
<@tr cells=[
  line.subject,
  Phrases.instant(row.due),
  Html.all(line.target, row.flags?seq_contains("DERIVED")?then(citations.links(row.latestObservationId, row.observationId), cited(row.observationId))),
  Html.all(line.latest, cited(row.latestObservationId)),
  Phrases.of("state", row.state),
  line.gap!"—",
  line.caveat
]/>
</#list>
</@table>
</#if>
</@part>

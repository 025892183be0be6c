<#include "figures.ftl">
<@part "own-sources" Texts.of("city-sources.where-the-figures-of", name)>
<#if citations.own()?has_content>
<@p Texts.of("city-sources.the-numbers-are-those")/>
<@figures "own-sources-h"/>
</#if>
</@part>

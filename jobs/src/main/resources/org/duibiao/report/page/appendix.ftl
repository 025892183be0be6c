<#include "figures.ftl">
<@section "appendix" Texts.of("sources.appendix-where-every-figure")>
<@p Texts.of("sources.figures-of-and-others", reference)/>
<@figures "appendix-h"/>
</@section>

<article id="c-${ReportIndex.htmlId(city.code)}" class="city" data-city="${city.code}" aria-labelledby="c-${ReportIndex.htmlId(city.code)}-h">
<h2 id="c-${ReportIndex.htmlId(city.code)}-h" tabindex="-1">${name}${model.isReference(city.code)?then(Texts.of("city-article.the-reference"), Texts.of("city-article.against", reference))}</h2>

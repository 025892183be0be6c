package org.duibiao.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duibiao.report.export.CsvWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  @Test
  void escapesValuesAndNotItsTemplate() {
    assertThat(Html.of("<td class=\"{}\">{}</td>", "a\" b='", "<&>").toString())
        .isEqualTo("<td class=\"a&quot; b=&#39;\">&lt;&amp;&gt;</td>");
    assertThat(Html.of("{1}{0}{1}{}", "a", Html.of("<br/>"))).hasToString("<br/>a<br/>a");
    assertThat(Html.of("{}{}", List.of("<", Html.of("<b>")), null)).hasToString("&lt;<b>");
  }

  @Test
  void bracesInValuesAreNoPlaceholders() {
    assertThat(Html.of("<i>{}</i>", "{0}{x}{")).hasToString("<i>{0}{x}{</i>");
    assertThat(Bilingual.plain("{9}", "{").spans().toString())
        .isEqualTo("<span lang=\"zh-CN\">{9}</span><span lang=\"en\">{</span>");
  }

  @Test
  void textOfOneLanguageGoesIntoASentenceOfThatLanguage() {
    Bilingual city = Bilingual.plain("深圳市", "Shenzhen");
    Bilingual sentence = Bilingual.of("{1}年的{0}", "{0} in {1}", city, 2025);
    assertThat(sentence.zh()).hasToString("2025年的深圳市");
    assertThat(sentence.en()).hasToString("Shenzhen in 2025");
    assertThat(Bilingual.same(5).spans()).hasToString("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain 汉字 | plain 汉字",
        "35\u202E家\u2066 | 35家",
        "a\tb\u0007 | a b",
        "\uFEFFx\u200Bx\u00ADx | xxx",
        "𠮷野 | 𠮷野",
        "a\uFFFEb | ab",
      })
  void hiddenCharactersGo(String text, String clean) {
    assertThat(Sanitizer.clean(text)).isEqualTo(clean);
  }

  @Test
  void halfACharacterIsShownAsSuch() {
    assertThat(Sanitizer.clean("a\uDC00b\uD800")).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(Sanitizer.shorten("𠮷𠮷𠮷", 2)).isEqualTo("𠮷𠮷…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\ta", "\r=", " =1", "＝1", "\u202E=1", "\n@"})
  void formulasAreNeutralisedInCsv(String text) {
    assertThat(CsvWriter.cell(text)).startsWith("'");
  }

  @Test
  void numbersStayNumbersInCsv() {
    assertThat(CsvWriter.cell(-0.5)).isEqualTo("-0.5");
    assertThat(CsvWriter.cell(0.1)).isEqualTo("0.1");
    assertThat(CsvWriter.cell(1e-7)).isEqualTo("0.0000001");
    assertThat(CsvWriter.cell(new java.math.BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(CsvWriter.cell(List.of("a", "b"))).isEqualTo("a|b");
    assertThat(CsvWriter.cell(null)).isEmpty();
  }
}

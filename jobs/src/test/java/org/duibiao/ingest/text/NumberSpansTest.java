package org.duibiao.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSpansTest {

  private static String spans(String text) {
    FoldedText folded = FoldedText.of(text, 0);
    return NumberSpans.of(folded).stream()
        .map(span -> folded.chars().substring(span.from(), span.to()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "签约322.78万人,签约率35% → 322.78万|35",
        "2-3个、20—30家 → 2-3|20—30",
        "十万分之六以内,千分之4.01 → 十万分之六|千分之4.01",
        "六成五的人,三成立新 → 六成五|三",
        "4.26/10万 → 4.26/10万",
        "床位 ３２２. ７８ 万 张 → 322.78万",
        "1 063 540人 → 1063540",
        "1,063,540人,300张 → 1,063,540|300",
        "达5，300张 → 5|300",
        "２，２８１个 → 2,281",
        "１ ０ ２ 个 → 102",
        "2023年4月9日 → 2023|4|9",
        "3万5千人 → 3万5千",
        "30余万人 → 30余万",
        "医护比1:1.09 → 1:1.09",
        "二十二所,两千零五 → 二十二|两千零五",
        "10%-12% → 10%-12",
        "补助800元至2000元 → 800元至2000",
        "由8元至10元,3月至9月 → 8|10|3|9",
        "2020 2021 年 → 2020|2021",
      })
  void findsEveryNumberOnce(String text, String expected) {
    assertThat(spans(text)).isEqualTo(expected);
  }

  @Test
  void everyDigitOfAnyTextIsInExactlyOneSpan() {
    Random random = new Random(20261122);
    String alphabet = "0123456789０９十百千万亿一二两三成分之点至到-—/:.,，、 %‰年月日人个家约余多(）第a年";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      FoldedText folded = FoldedText.of(text.toString(), 0);
      int last = 0;
      boolean[] covered = new boolean[folded.chars().length()];
      for (NumberSpans.Span span : NumberSpans.of(folded)) {
        assertThat(span.from()).as(text.toString()).isGreaterThanOrEqualTo(last);
        assertThat(span.to()).as(text.toString()).isGreaterThan(span.from());
        for (int i = span.from(); i < span.to(); i++) {
          covered[i] = true;
        }
        last = span.to();
      }
      for (int i = 0; i < covered.length; i++) {
        if (Character.isDigit(folded.chars().charAt(i))) {
          assertThat(covered[i]).as(text + " at " + i).isTrue();
        }
      }
    }
  }

  @Test
  void placesAreThoseOfTheTextAsItWas() {
    FoldedText folded = FoldedText.of("𠮷 床位 ３２ 张", 100);
    assertThat(folded.chars()).isEqualTo("□床位32张");
    assertThat(folded.sourceOffset(0)).isEqualTo(100);
    assertThat(folded.sourceOffset(3)).isEqualTo(105);
    assertThat(folded.sourceOffsetAfter(4)).isEqualTo(107);
  }
}

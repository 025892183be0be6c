package org.duibiao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidgetsTest {

  private final Widgets widgets = new Widgets();

  private String bind(String sql) {
    return widgets.bind(SqlToken.of(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT :city                             | SELECT '370200'
          x IN (:city,:city) AND y =:city          | x IN ('370200','370200') AND y ='370200'
          SELECT 'a :city', ":city", `:city`       | SELECT 'a :city', ":city", `:city`
          SELECT x::int, a:city, f(x):city, t[1]:city | SELECT x::int, a:city, f(x):city, t[1]:city
          CASE WHEN a THEN b ELSE :city END        | CASE WHEN a THEN b ELSE '370200' END
          getArgument("city")                      | '370200'
          a = GETARGUMENT ( 'city' ) OR b          | a = '370200' OR b
          'x${city}y', "${ city }"                 | 'x370200y', "370200"
          year > ${city}                           | year > (370200)
          1-${minus}                               | 1-(-1)
          '\\${city} costs \\$1'                   | '\\u0024{city} costs \\u00241'
          IDENTIFIER(:city)                        | IDENTIFIER('370200')
          /*+ BROADCAST(t) */ :city                | /*+ BROADCAST(t) */ '370200'
          """)
  void putsValuesWhereTheyAreAskedFor(String sql, String bound) {
    widgets.put("city", "370200");
    widgets.put("minus", "-1");
    assertThat(bind(sql)).isEqualTo(bound);
  }

  @Test
  void doesNotSeeMarkersInComments() {
    assertThat(bind("SELECT 1 -- :nobody ${nobody}\n+ 2 /* :nobody /* ' */ */"))
        .isEqualTo("SELECT 1  \n+ 2  ");
  }

  @Test
  void leavesNothingOfAValueButLettersAndDigits() {
    widgets.put("x", "a' OR 1=1 --\\\"`;${env:HOME}\n\u202E𠮷");
    String hostile =
        "a\\u0027\\u0020OR\\u00201\\u003d1\\u0020\\u002d\\u002d\\u005c\\u0022\\u0060\\u003b"
            + "\\u0024\\u007benv\\u003aHOME\\u007d\\u000a\\u202e\\ud842\\udfb7";
    assertThat(bind("SELECT :x")).isEqualTo("SELECT '" + hostile + "'");
    assertThat(bind("SELECT \"-${x}-\"")).isEqualTo("SELECT \"-" + hostile + "-\"");
    assertThat(bind("SELECT getArgument('x')")).isEqualTo("SELECT '" + hostile + "'");
  }

  @Test
  void refusesValuesWhereTheyWouldBeMoreThanValues() {
    widgets.put("x", "1 OR 1=1");
    assertThatThrownBy(() -> bind("SELECT ${x}"))
        .hasMessage(
            "takes ${x} outside quotation marks, where it can only be a number, but it is"
                + " '1 OR 1=1': write :x, or '${x}'");
    assertThatThrownBy(() -> bind("SELECT * FROM `${x}`"))
        .hasMessageContaining("IDENTIFIER(:name)");
    assertThatThrownBy(() -> bind("SELECT r'${x}'")).hasMessageContaining("where it cannot stand");
  }

  @Test
  void namesTheWidgetsThatThereAre() {
    assertThatThrownBy(() -> bind("SELECT :city"))
        .hasMessage("names the widget 'city', which no cell before has created; there is none");
    widgets.put("year", "2019");
    widgets.put("day", "2020-12-31");
    assertThatThrownBy(() -> bind("SELECT '${env:HOME}'"))
        .hasMessage(
            "names the widget 'env:HOME', which no cell before has created; there is year, day");
  }
}

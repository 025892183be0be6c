package org.duibiao.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.columns.Schema;
import org.junit.jupiter.api.Test;

/** What the file of meanings says and what the records declare are the same tables and columns. */
class MeaningsTest {

  @Test
  void everyTableAndColumnHasAMeaningAndNothingElse() throws IOException {
    Set<String> declared = new TreeSet<>();
    for (Class<? extends Record> table : Tables.ALL) {
      Schema<?> schema = Schema.of(table);
      declared.add(schema.name());
      assertThat(schema.comment()).as(schema.name()).isNotBlank();
      for (Schema.Field field : schema.fields()) {
        declared.add(schema.name() + "." + field.name());
        assertThat(field.comment()).as(schema.name() + "." + field.name()).isNotBlank();
      }
    }
    Properties meanings = new Properties();
    try (InputStream in = Schema.class.getResourceAsStream("meanings.properties")) {
      meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    assertThat(meanings.stringPropertyNames()).isEqualTo(declared);
    assertThat(meanings.values()).allMatch(meaning -> !meaning.toString().isBlank());
  }
}

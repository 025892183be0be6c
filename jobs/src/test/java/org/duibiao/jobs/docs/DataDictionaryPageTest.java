package org.duibiao.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.duibiao.columns.Schema;
import org.duibiao.tables.Tables;
import org.junit.jupiter.api.Test;

class DataDictionaryPageTest {

  @Test
  void everyColumnHasAMeaning() {
    for (Class<? extends Record> table : Tables.ALL) {
      assertThat(Schema.of(table).fields())
          .as(Schema.of(table).name())
          .allSatisfy(field -> assertThat(field.comment()).isNotBlank());
    }
  }
}

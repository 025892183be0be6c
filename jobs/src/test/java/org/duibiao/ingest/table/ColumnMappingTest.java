package org.duibiao.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMapping.ValueColumn;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

  private static ColumnMapping bind(String layout, String... columns)
      throws UnreadableFileException {
    Sidecar sidecar =
        Sidecar.parse(
            "a.csv.yaml",
            (TestTable.SOURCE + "layout: " + layout + "\n").getBytes(StandardCharsets.UTF_8));
    return ColumnMapping.of(sidecar.layout(), List.of(columns));
  }

  private static void isRefused(String reason, String message, String layout, String... columns) {
    assertThatThrownBy(() -> bind(layout, columns))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  @Test
  void aColumnIsFoundByItsHeader() throws Exception {
    ColumnMapping mapping =
        bind("{kind: long, columns: {city: 城市, value: 数 值}}", "城市 ", "数值", "备注");
    FileRecord row = new FileRecord("row:2", List.of("深圳市", "22"));
    assertThat(mapping.cell(row, ColumnRole.CITY)).isEqualTo("深圳市");
    assertThat(mapping.cell(row, ColumnRole.UNIT)).isNull();
    assertThat(mapping.values()).containsExactly(new ValueColumn(1, "数值", Map.of()));
    assertThat(ColumnMapping.cell(row, 2)).isNull();
  }

  @Test
  void aColumnIsFoundByItsWholePathOrOneHeaderOfIt() throws Exception {
    String[] columns = {"地区", "医院 › 2019", "医院 › 2020", "床位 › 2019"};
    assertThat(bind("{kind: long, columns: {city: 地区, value: 医院 › 2020}}", columns).values())
        .extracting(ValueColumn::ordinal)
        .containsExactly(2);
    assertThat(bind("{kind: long, columns: {city: 地区, value: 床位}}", columns).values())
        .extracting(ValueColumn::ordinal)
        .containsExactly(3);
    isRefused(
        "column_ambiguous",
        "layout.columns.value names the column '医院', of which the file has 2. Its columns are: 地区,"
            + " 医院 › 2019, 医院 › 2020, 床位 › 2019. Correct the name in the sidecar, or header_rows"
            + " and skip_rows",
        "{kind: long, columns: {city: 地区, value: 医院}}",
        columns);
  }

  @Test
  void aWholeHeaderGoesBeforeAPartOfAnother() throws Exception {
    assertThat(bind("{kind: long, columns: {value: 医院}}", "医院 › 2019", "医院").values())
        .extracting(ValueColumn::ordinal)
        .containsExactly(1);
  }

  @Test
  void columnsOfOneNameAreToldApartByTheirNumber() throws Exception {
    String[] columns = {"城市", "数值 #1", "数值 #2"};
    isRefused(
        "column_ambiguous",
        "layout.columns.value names the column '数值', of which the file has 2. Its columns are: 城市,"
            + " 数值 #1, 数值 #2. Correct the name in the sidecar, or header_rows and skip_rows",
        "{kind: long, columns: {city: 城市, value: 数值}}",
        columns);
    assertThat(bind("{kind: long, columns: {value: '数值 #2'}}", columns).values())
        .containsExactly(new ValueColumn(2, "数值 #2", Map.of()));
  }

  @Test
  void headersOfOneNameMeanTheSame() throws Exception {
    assertThat(
            bind("{kind: wide, columns: {city: 城市}, across: period}", "城市", "2019年 #1", "2019年 #2")
                .values())
        .containsExactly(
            new ValueColumn(1, "2019年 #1", Map.of(ColumnRole.PERIOD, "2019年")),
            new ValueColumn(2, "2019年 #2", Map.of(ColumnRole.PERIOD, "2019年")));
    // Only one of that name: it is its name.
    assertThat(bind("{kind: wide, columns: {city: 城市}, across: indicator}", "城市", "表 #1").values())
        .containsExactly(new ValueColumn(1, "表 #1", Map.of(ColumnRole.INDICATOR, "表 #1")));
  }

  @Test
  void headersOfSeveralRowsMeanWhatAcrossSays() throws Exception {
    ColumnMapping mapping =
        bind(
            "{kind: wide, header_rows: 2, columns: {city: 地区}, across: [indicator, period]}",
            "地区",
            "医院 › 2019",
            "床位");
    assertThat(mapping.values())
        .containsExactly(
            new ValueColumn(
                1, "医院 › 2019", Map.of(ColumnRole.INDICATOR, "医院", ColumnRole.PERIOD, "2019")),
            new ValueColumn(2, "床位", Map.of(ColumnRole.INDICATOR, "床位")));
  }

  @Test
  void whatIsNeitherARoleNorIgnoredHoldsValues() throws Exception {
    ColumnMapping mapping =
        bind(
            "{kind: wide, columns: {city: 城市, note: 备注}, across: period, ignore: [序号]}",
            "序号",
            "城市",
            "2019",
            "备注",
            "2020");
    assertThat(mapping.values()).extracting(ValueColumn::name).containsExactly("2019", "2020");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
    isRefused(
        "column_missing",
        "layout.columns.period names the column '时间', which the file does not have. Its columns"
            + " are: 城市, 年份, 数值. Correct the name in the sidecar, or header_rows and skip_rows",
        "{kind: long, columns: {city: 城市, period: 时间, value: 数值}}",
        "城市",
        "年份",
        "数值");
    isRefused(
        "column_missing",
        "layout.ignore names the column '序号', which the file does not have. Its columns are: 城市,"
            + " 2019. Correct the name in the sidecar, or header_rows and skip_rows",
        "{kind: wide, columns: {city: 城市}, across: period, ignore: [序号]}",
        "城市",
        "2019");
  }
}

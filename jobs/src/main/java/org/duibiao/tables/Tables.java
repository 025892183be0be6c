package org.duibiao.tables;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.Area;

/** All tables. Each is declared by its record; this is the list of the records. */
public final class Tables {

  /** What a release names the versions of. */
  public static final List<Class<? extends Record>> RELEASED =
      List.of(
          SourceFile.class,
          Reading.class,
          Source.class,
          NormalizedFile.class,
          Area.class,
          IndicatorRow.class,
          CatalogueFile.class,
          Finding.class,
          IndicatorValue.class,
          BenchmarkRow.class,
          VintageRow.class,
          HindsightRow.class,
          TargetRow.class,
          TrendRow.class,
          CoverageRow.class,
          Figure.class);

  /** Every table. */
  public static final List<Class<? extends Record>> ALL = all();

  private Tables() {}

  private static List<Class<? extends Record>> all() {
    List<Class<? extends Record>> all = new ArrayList<>();
    all.add(SourceRecord.class);
    all.addAll(RELEASED);
    all.add(Release.class);
    all.add(Run.class);
    return List.copyOf(all);
  }
}

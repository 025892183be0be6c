package org.duibiao.jobs.ingestion;

import java.io.Serializable;
import java.util.Collection;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;

/**
 * How many current readings of each kind there are.
 *
 * @param rejected rejects that a person must correct
 * @param ignored rejects for which nothing is to be done
 * @param derived those of all that are outside the values found
 */
public record ReadingCounts(
    long observations, long candidates, long rejected, long ignored, long derived)
    implements Serializable {

  /** No reading. */
  public static final ReadingCounts NONE = new ReadingCounts(0, 0, 0, 0, 0);

  /** One reading. */
  public static ReadingCounts of(Reading row) {
    boolean reject = row.kind() == ReadingKind.REJECT;
    boolean ignored = row.disposition() == Disposition.IGNORED;
    return new ReadingCounts(
        row.kind() == ReadingKind.OBSERVATION ? 1 : 0,
        row.kind() == ReadingKind.CANDIDATE ? 1 : 0,
        reject && !ignored ? 1 : 0,
        reject && ignored ? 1 : 0,
        row.isDerived() ? 1 : 0);
  }

  /** What was made of a file's values. */
  public static ReadingCounts of(NormalizedFile file) {
    return new ReadingCounts(
        file.observations(), file.candidates(), file.rejected(), file.ignored(), file.derived());
  }

  /** What was made of the values of several files. */
  public static ReadingCounts of(Collection<NormalizedFile> files) {
    return files.stream().map(ReadingCounts::of).reduce(NONE, ReadingCounts::plus);
  }

  /** These and others. */
  public ReadingCounts plus(ReadingCounts other) {
    return new ReadingCounts(
        observations + other.observations,
        candidates + other.candidates,
        rejected + other.rejected,
        ignored + other.ignored,
        derived + other.derived);
  }

  /** Rejects of both kinds. */
  public long rejects() {
    return rejected + ignored;
  }
}

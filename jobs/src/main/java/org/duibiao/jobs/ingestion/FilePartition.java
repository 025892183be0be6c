package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The files of one task. */
final class FilePartition {

  private final int number;
  private final List<PlannedFile> files = new ArrayList<>();
  private long bytes;

  private FilePartition(int number) {
    this.number = number;
  }

  /** Files dealt out so that every share is about as large; the largest first. */
  static List<List<PlannedFile>> deal(List<PlannedFile> works, int count) {
    PriorityQueue<FilePartition> smallestFirst =
        new PriorityQueue<>(
            Comparator.comparingLong((FilePartition s) -> s.bytes).thenComparingInt(s -> s.number));
    List<FilePartition> shares = new ArrayList<>();
    for (int i = 0; i < Math.min(count, works.size()); i++) {
      shares.add(new FilePartition(i));
    }
    smallestFirst.addAll(shares);
    works.stream()
        .sorted(
            Comparator.comparingLong((PlannedFile w) -> -w.file().byteSize())
                .thenComparing(w -> w.file().path()))
        .forEach(
            planned -> {
              FilePartition share = smallestFirst.remove();
              share.files.add(planned);
              share.bytes += planned.file().byteSize();
              smallestFirst.add(share);
            });
    List<List<PlannedFile>> dealt = new ArrayList<>();
    shares.forEach(share -> dealt.add(share.files));
    return dealt;
  }
}

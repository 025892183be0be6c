package org.duibiao.jobs.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  private final Tasks tasks = new Tasks(null);

  @Test
  void everyResultComesWithThePlaceOfItsInput() {
    List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
    TreeMap<Integer, Integer> results = new TreeMap<>();
    tasks.run("square", inputs, i -> i * i, results::put);
    assertThat(results).hasSize(100).allSatisfy((i, square) -> assertThat(square).isEqualTo(i * i));
  }

  @Test
  void sharesHoldEveryInputOnce() {
    List<Integer> inputs = IntStream.range(0, 101).boxed().toList();
    List<Integer> sums =
        tasks.shared("add", inputs, share -> share.stream().reduce(0, Integer::sum));
    assertThat(sums).hasSize(Math.min(101, tasks.parallelism()));
    assertThat(sums.stream().mapToInt(sum -> sum).sum()).isEqualTo(5050);
    assertThat(tasks.shared("nothing", List.<Integer>of(), List::size)).isEmpty();
  }

  @Test
  void aTaskThatFailsEndsTheJobWithItsReason() {
    assertThatThrownBy(
            () ->
                tasks.run(
                    "read",
                    List.of("a"),
                    name -> {
                      throw new IOException(name + " is lost");
                    },
                    (place, result) -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("a is lost");
  }
}

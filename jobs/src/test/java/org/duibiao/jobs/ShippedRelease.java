package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.duibiao.tables.Release;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the shipped files become, computed once for all tests that take it as a parameter. They only
 * read it: a test that writes works on a copy.
 *
 * @param run how {@code run} ended
 * @param asOf what was known at the end of 2022, released beside the current release
 */
record ShippedRelease(Workbench bench, Workbench.Result run, Release asOf)
    implements AutoCloseable {

  static final String NOW = "2026-05-01T08:00:00Z";

  private static ShippedRelease compute() {
    Workbench bench;
    try {
      bench = Workbench.withShippedData(Files.createTempDirectory("shipped"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Workbench.Result run = bench.run(NOW, "run");
    assertThat(run.exitCode()).as(run.said()).isEqualTo(0);
    Workbench.Result asOf = bench.run(NOW, "benchmark", "--as-of", "2022-12-31");
    assertThat(asOf.exitCode()).as(asOf.said()).isEqualTo(0);
    return new ShippedRelease(bench, run, bench.published(asOf));
  }

  @Override
  public void close() {
    Workbench.delete(bench.folder());
  }

  /** Gives it to tests; JUnit closes it after the last one. */
  static final class Computed implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ShippedRelease.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(ShippedRelease.class, type -> compute());
    }
  }
}

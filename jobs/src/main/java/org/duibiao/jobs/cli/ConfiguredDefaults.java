package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.duibiao.jobs.context.UsageException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Defaults of options, in rising order: those that are declared with the option, a configuration
 * file ({@code duibiao.properties} in the current folder, or the file that {@code DUIBIAO_CONFIG}
 * names: {@code landing=…}), the environment ({@code DUIBIAO_LANDING=…}).
 */
final class ConfiguredDefaults implements IDefaultValueProvider {

  private final Properties file = new Properties();

  ConfiguredDefaults() {
    String named = System.getenv("DUIBIAO_CONFIG");
    Path path = Path.of(named == null ? "duibiao.properties" : named);
    if (Files.exists(path)) {
      try (InputStream in = Files.newInputStream(path)) {
        file.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(path + ": cannot be read: " + e.getMessage(), e);
      }
    } else if (named != null) {
      throw new UsageException("DUIBIAO_CONFIG names " + named + ", which does not exist");
    }
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
      return null;
    }
    String name = option.longestName().substring(2);
    String variable = "DUIBIAO_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    String set = System.getenv(variable);
    return set != null ? set : file.getProperty(name);
  }
}

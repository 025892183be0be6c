package org.duibiao.warehouse.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.unsafe.types.UTF8String;

/** What is wrong with a query, in one sentence. */
final class QueryErrors {

  private QueryErrors() {}

  /** What is wrong, without the plan that the query became: ids in there differ each time. */
  static String sentence(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException parse) {
        return unreadable(parse);
      } else if (cause instanceof AnalysisException analysis) {
        return sentence(analysis, analysis.getSimpleMessage());
      } else if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
        return sentence(spark, cause.getMessage());
      }
    }
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }

  private static String unreadable(ParseException problem) {
    Map<String, String> parameters = problem.getMessageParameters();
    String place =
        problem.start().line().isEmpty()
            ? ""
            : " at line "
                + problem.start().line().get()
                + ", column "
                + ((Integer) problem.start().startPosition().get() + 1);
    String what =
        problem.getCondition().startsWith("PARSE_SYNTAX_ERROR")
            ? "unexpected " + parameters.get("error")
            : firstSentence(problem.getMessage().lines().toList());
    return "The query cannot be read" + place + ": " + what;
  }

  private static String sentence(SparkThrowable problem, String message) {
    Map<String, String> parameters = problem.getMessageParameters();
    String proposal = parameters == null ? null : parameters.get("proposal");
    String name = parameters == null ? null : parameters.get("objectName");
    if (name != null && problem.getCondition().startsWith("UNRESOLVED_COLUMN")) {
      String column = lastPart(name);
      if (proposal == null) {
        return "There is no column " + column;
      }
      List<String> known = Stream.of(proposal.split(", ")).map(QueryErrors::lastPart).toList();
      return unknown("column", column, known).getMessage();
    }
    return firstSentence(message.lines().toList());
  }

  /** Spark's words without its error class, advice on settings, place and plan. */
  private static String firstSentence(List<String> lines) {
    String line = lines.stream().filter(text -> !text.isBlank()).findFirst().orElse("");
    return line.replaceFirst("^(\\{LINE:\\d+} )?\\[[A-Z0-9_.]+]\\s*", "")
        .replaceFirst("\\s*SQLSTATE: .*$", "")
        .replaceFirst(";? line \\d+,? pos \\d+.*$", "")
        .replaceFirst("(?<=[^.]{3}\\.) [A-Z].*$", "")
        .replace("`", "")
        .replaceFirst("[.;\\s]+$", "");
  }

  private static String lastPart(String quoted) {
    String name = quoted.strip();
    int at = name.lastIndexOf("`.`");
    return (at < 0 ? name : name.substring(at + 2)).replace("`", "");
  }

  /** That there is none of that name, and what may have been meant. */
  static QueryException unknown(String kind, String name, Collection<String> known) {
    return new QueryException(
        "There is no " + kind + " " + name + "; the nearest is " + nearest(name, known));
  }

  /** The known name that is the fewest changes away, with or without its layer. */
  private static String nearest(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.<String>comparingInt(
                    one ->
                        Math.min(
                            distance(wanted, one),
                            distance(wanted, one.substring(one.indexOf('.') + 1))))
                // Letters that changed places count twice, but leave the length as it is.
                .thenComparingInt(one -> Math.abs(one.length() - name.length()))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("none");
  }

  private static int distance(String some, String other) {
    return UTF8String.fromString(some)
        .levenshteinDistance(UTF8String.fromString(other.toLowerCase(Locale.ROOT)));
  }
}

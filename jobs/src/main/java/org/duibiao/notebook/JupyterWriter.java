package org.duibiao.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Html;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Digest;

/** An executed notebook in Jupyter's format 4.5, in the order and layout in which Jupyter saves. */
final class JupyterWriter {

  private static final DefaultIndenter INDENT = new DefaultIndenter(" ", "\n");
  private static final Map<String, Object> NONE = Map.of();

  /** Jupyter sorts the names of values. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private record CodeCell(
      String cellType,
      Integer executionCount,
      String id,
      Object metadata,
      Object outputs,
      List<String> source) {}

  private record Failure(String ename, String evalue, String outputType, List<String> traceback) {}

  private record File(List<Object> cells, Object metadata, int nbformat, int nbformatMinor) {}

  private JupyterWriter() {}

  static byte[] write(ExecutedNotebook executed, String release) {
    List<Object> cells = new ArrayList<>();
    executed.steps().stream()
        .filter(step -> !step.cell().source().isEmpty())
        .forEach(step -> cells.add(cell(step)));
    String end = "发布号 Release `" + NotebookExport.release(release) + "` · `./duibiao notebooks`";
    cells.add(markdown("release", end));
    Map<String, Object> language =
        Map.of(
            "file_extension", ".sql",
            "mimetype", "text/x-sql",
            "name", "sql",
            "pygments_lexer", "sql");
    String title = Sanitizer.clean(executed.notebook().name());
    return bytes(new File(cells, Map.of("language_info", language, "title", title), 4, 5));
  }

  private static Map<String, Object> markdown(String id, String source) {
    return Map.of("cell_type", "markdown", "id", id, "metadata", NONE, "source", text(source));
  }

  private static Object cell(ExecutedNotebook.ExecutedCell step) {
    Notebook.Cell cell = step.cell();
    String hash = Digest.id(cell.language(), cell.title(), cell.source());
    String id = "cell-" + cell.number() + "-" + hash.substring(0, 8);
    if (cell.isMarkdown()) {
      String title = cell.hasHeading() ? "### " + cell.title() + "\n\n" : "";
      return markdown(id, title + cell.source());
    }
    List<Object> outputs = new ArrayList<>();
    for (ExecutedNotebook.Output output : step.outputs()) {
      outputs.add(output(output, step.count(), outputs.isEmpty()));
    }
    // Jupyter has no place for the title and the magic.
    String title = cell.hasHeading() ? "-- DBTITLE 1," + cell.title() + "\n" : "";
    String magic = cell.isSql() ? "" : "%" + cell.language() + "\n";
    Integer count = step.count() == 0 ? null : step.count();
    return new CodeCell("code", count, id, NONE, outputs, text(title + magic + cell.source()));
  }

  private static Object output(ExecutedNotebook.Output output, int count, boolean first) {
    if (output instanceof ExecutedNotebook.TableOutput table) {
      QueryResult result = table.result();
      String html =
          NotebookExport.table(result, NotebookExport.TableStyle.STYLES)
              + ("\n<p>" + NotebookExport.count(result) + "</p>");
      List<String> plain = text(String.join("\n", NotebookExport.text(result)));
      Map<String, Object> data = Map.of("text/html", text(html), "text/plain", plain);
      return first
          ? Map.of(
              "data", data,
              "execution_count", count,
              "metadata", NONE,
              "output_type", "execute_result")
          : Map.of("data", data, "metadata", NONE, "output_type", "display_data");
    } else if (output instanceof ExecutedNotebook.ChartOutput picture) {
      Map<String, Object> data =
          Map.of(
              "image/svg+xml", text(picture.svg().toString()),
              "text/html", text(image(picture).toString()),
              "text/plain", text(Sanitizer.clean(picture.description())));
      return Map.of("data", data, "metadata", NONE, "output_type", "display_data");
    } else if (output instanceof ExecutedNotebook.NoteOutput note) {
      List<String> text = text(Sanitizer.clean(note.text()) + "\n");
      return Map.of("name", "stdout", "output_type", "stream", "text", text);
    }
    String message = ((ExecutedNotebook.ErrorOutput) output).message();
    return new Failure("CellFailed", message, "error", List.of(message));
  }

  /** The chart as an image too: nbconvert removes all shapes from inline SVG. */
  private static Html image(ExecutedNotebook.ChartOutput picture) {
    byte[] svg = picture.svg().toString().getBytes(StandardCharsets.UTF_8);
    return Html.of(
        "<img alt=\"{}\" width=\"440\" src=\"data:image/svg+xml;base64,{}\"/>",
        picture.description(),
        Base64.getEncoder().encodeToString(svg));
  }

  /** A text as Jupyter keeps it: its lines, each but the last with its end. */
  private static List<String> text(String text) {
    String lines = text.replaceAll("\r\n?", "\n");
    return lines.isEmpty() ? List.of() : List.of(lines.split("(?<=\n)"));
  }

  private static byte[] bytes(File notebook) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);
    try {
      String json = JSON.writer(printer).writeValueAsString(notebook);
      return (json + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A notebook cannot be written as JSON", e);
    }
  }
}

package org.duibiao.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.duibiao.markup.Html;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Digest;

/** An executed notebook in Jupyter's format 4.5, in the order and layout in which Jupyter saves. */
final class JupyterWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DefaultIndenter INDENT = new DefaultIndenter(" ", "\n");

  private JupyterWriter() {}

  static byte[] write(ExecutedNotebook executed, String release) {
    ArrayNode cells = JSON.arrayNode();
    for (ExecutedNotebook.ExecutedCell step : executed.steps()) {
      if (!step.cell().source().isEmpty()) {
        cells.add(cell(step));
      }
    }
    ObjectNode end = JSON.objectNode().put("cell_type", "markdown").put("id", "release");
    end.set("metadata", JSON.objectNode());
    end.set(
        "source",
        text("发布号 Release `" + NotebookExport.release(release) + "` · `./duibiao notebooks`"));
    cells.add(end);

    ObjectNode notebook = JSON.objectNode();
    notebook.set("cells", cells);
    ObjectNode metadata = notebook.putObject("metadata");
    metadata
        .putObject("language_info")
        .put("file_extension", ".sql")
        .put("mimetype", "text/x-sql")
        .put("name", "sql")
        .put("pygments_lexer", "sql");
    metadata.put("title", Sanitizer.clean(executed.notebook().name()));
    notebook.put("nbformat", 4).put("nbformat_minor", 5);
    return bytes(notebook);
  }

  private static ObjectNode cell(ExecutedNotebook.ExecutedCell step) {
    NotebookCell cell = step.cell();
    ObjectNode json = JSON.objectNode();
    boolean isText = cell.isMarkdown();
    json.put("cell_type", isText ? "markdown" : "code");
    if (!isText) {
      if (step.count() == 0) {
        json.putNull("execution_count");
      } else {
        json.put("execution_count", step.count());
      }
    }
    String hash = Digest.id(cell.language(), cell.title(), cell.source());
    json.put("id", "cell-" + cell.number() + "-" + hash.substring(0, 8));
    json.set("metadata", JSON.objectNode());
    if (!isText) {
      ArrayNode outputs = JSON.arrayNode();
      for (ExecutedNotebook.Output output : step.outputs()) {
        outputs.add(output(output, step.count(), outputs.isEmpty()));
      }
      json.set("outputs", outputs);
    }
    json.set("source", text(source(cell)));
    return json;
  }

  /** The source with the title and the magic, for which Jupyter has no place. */
  private static String source(NotebookCell cell) {
    String magic = cell.isSql() || cell.isMarkdown() ? "" : "%" + cell.language() + "\n";
    if (!cell.hasHeading()) {
      return magic + cell.source();
    }
    return cell.isMarkdown()
        ? "### " + cell.title() + "\n\n" + cell.source()
        : "-- DBTITLE 1," + cell.title() + "\n" + magic + cell.source();
  }

  private static ObjectNode output(ExecutedNotebook.Output output, int count, boolean first) {
    ObjectNode json = JSON.objectNode();
    if (output instanceof ExecutedNotebook.TableOutput table) {
      ObjectNode data = json.putObject("data");
      QueryResult result = table.result();
      data.set(
          "text/html",
          text(
              NotebookExport.table(result, NotebookExport.TableStyle.STYLES)
                  + "\n<p>"
                  + NotebookExport.count(result)
                  + "</p>"));
      data.set("text/plain", text(String.join("\n", NotebookExport.text(result))));
      if (first) {
        json.put("execution_count", count);
      }
      json.set("metadata", JSON.objectNode());
      json.put("output_type", first ? "execute_result" : "display_data");
    } else if (output instanceof ExecutedNotebook.ChartOutput picture) {
      ObjectNode data = json.putObject("data");
      data.set("image/svg+xml", text(picture.svg().toString()));
      data.set("text/html", text(image(picture).toString()));
      data.set("text/plain", text(Sanitizer.clean(picture.description())));
      json.set("metadata", JSON.objectNode());
      json.put("output_type", "display_data");
    } else if (output instanceof ExecutedNotebook.NoteOutput note) {
      json.put("name", "stdout");
      json.put("output_type", "stream");
      json.set("text", text(Sanitizer.clean(note.text()) + "\n"));
    } else {
      String message = ((ExecutedNotebook.ErrorOutput) output).message();
      json.put("ename", "CellFailed");
      json.put("evalue", message);
      json.put("output_type", "error");
      json.putArray("traceback").add(message);
    }
    return json;
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
  private static ArrayNode text(String text) {
    List<String> lines = text.lines().toList();
    ArrayNode json = JSON.arrayNode();
    for (int i = 0; i < lines.size(); i++) {
      json.add(lines.get(i) + (i < lines.size() - 1 || text.endsWith("\n") ? "\n" : ""));
    }
    return json;
  }

  private static byte[] bytes(ObjectNode notebook) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);
    try {
      String json = new ObjectMapper().writer(printer).writeValueAsString(notebook);
      return (json + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A notebook cannot be written as JSON", e);
    }
  }
}

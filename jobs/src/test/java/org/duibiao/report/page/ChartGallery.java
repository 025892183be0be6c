package org.duibiao.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duibiao.markup.Html;
import org.duibiao.report.chart.ChartSamples;

/** Writes a page of all pictures, to be looked at in a browser: {@code ChartGallery FILE}. */
final class ChartGallery {

  private ChartGallery() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), page());
  }

  static String page() throws IOException {
    return Html.of(
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                + "<title>charts</title><style>{}{}</style></head><body>"
                + "<input type=\"radio\" name=\"l\" id=\"zh\" checked=\"checked\"/>"
                + "<label for=\"zh\">中文</label>"
                + "<input type=\"radio\" name=\"l\" id=\"en\"/><label for=\"en\">English</label>"
                + "<main>{}</main></body></html>\n",
            style("report.css"),
            style("chart.css"),
            ChartSamples.all().values())
        .toString();
  }

  private static Html style(String name) throws IOException {
    try (var in = ChartGallery.class.getResourceAsStream(name)) {
      return Html.trusted(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

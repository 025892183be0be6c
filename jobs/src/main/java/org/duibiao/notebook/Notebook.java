package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL notebook as a Databricks workspace writes it:
 *
 * <pre>
 * -- Databricks notebook source
 * -- MAGIC %md
 * -- MAGIC # Hospitals
 *
 * -- COMMAND ----------
 *
 * -- DBTITLE 1,How many are there?
 * SELECT count(*) FROM gold.figures
 * </pre>
 *
 * <p>{@code DBTITLE 1} is shown above the cell, {@code DBTITLE 0} is not. A cell whose lines begin
 * with {@code -- MAGIC} is in the language that its first word names; all others are SQL.
 */
public final class Notebook {

  private static final String HEADER = "-- Databricks notebook source";
  private static final Pattern BOUNDARY = Pattern.compile("-- COMMAND -{5,}\\s*");
  private static final Pattern TITLE = Pattern.compile("-- DBTITLE ([01]),(.*)");
  private static final Pattern MAGIC = Pattern.compile("-- MAGIC(?: (.*))?");
  private static final Pattern LANGUAGE = Pattern.compile("%([A-Za-z][A-Za-z_-]*)(?:\\s+(.*))?");

  private final String name;
  private final List<NotebookCell> cells;

  private Notebook(String name, List<NotebookCell> cells) {
    this.name = name;
    this.cells = List.copyOf(cells);
  }

  /**
   * Reads a notebook.
   *
   * @param name what it is called: its file's name without {@code .sql}
   * @throws NotebookException if it is none, or a cell of it cannot be understood
   */
  public static Notebook parse(String name, String text) {
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(HEADER)) {
      throw new NotebookException("is no notebook: its first line must be '" + HEADER + "'");
    }
    List<NotebookCell> cells = new ArrayList<>();
    List<String> cell = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (BOUNDARY.matcher(line).matches()) {
        cells.add(cell(cells.size() + 1, cell));
        cell.clear();
      } else {
        cell.add(line);
      }
    }
    cells.add(cell(cells.size() + 1, cell));
    return new Notebook(name, cells);
  }

  private static NotebookCell cell(int number, List<String> all) {
    List<String> lines = new ArrayList<>(trimmed(all));
    String title = null;
    NotebookCell.Heading heading = NotebookCell.Heading.HIDDEN;
    Matcher titled = TITLE.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (titled.matches()) {
      title = titled.group(2).strip();
      heading =
          titled.group(1).equals("1") && !title.isEmpty()
              ? NotebookCell.Heading.SHOWN
              : NotebookCell.Heading.HIDDEN;
      lines = new ArrayList<>(trimmed(lines.subList(1, lines.size())));
    }
    if (lines.isEmpty() || !MAGIC.matcher(lines.get(0)).matches()) {
      return new NotebookCell(number, title, heading, NotebookCell.SQL, String.join("\n", lines));
    }
    lines = new ArrayList<>(trimmed(unmagic(number, lines)));
    Matcher language = LANGUAGE.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!language.matches()) {
      throw new NotebookException(
          "cell " + number + " has MAGIC lines, but does not begin with %md or another magic");
    }
    String named = language.group(1).toLowerCase(Locale.ROOT);
    lines.set(0, language.group(2) == null ? "" : language.group(2));
    return new NotebookCell(
        number,
        title,
        heading,
        // The sandbox of %md-sandbox is about scripts, which no export runs.
        named.equals("md-sandbox") ? NotebookCell.MARKDOWN : named,
        String.join("\n", trimmed(lines)));
  }

  private static List<String> unmagic(int number, List<String> lines) {
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      Matcher magic = MAGIC.matcher(line);
      if (magic.matches()) {
        texts.add(magic.group(1) == null ? "" : magic.group(1));
      } else if (line.isBlank()) {
        texts.add("");
      } else {
        throw new NotebookException(
            "cell %s has a line without -- MAGIC among its MAGIC lines: %s", number, line);
      }
    }
    return texts;
  }

  /** Without the blank lines before and after. */
  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to);
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  List<NotebookCell> cells() {
    return cells;
  }

  /** The widgets that its cells create: what it can be told. */
  public List<String> widgets() {
    TreeSet<String> names = new TreeSet<>();
    for (NotebookCell cell : cells) {
      if (cell.isSql()) {
        for (SqlStatement statement : statements(cell)) {
          if (statement instanceof SqlStatement.CreateWidget widget) {
            names.add(widget.name());
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** None of a cell that cannot be understood: when it is run, it says so. */
  private static List<SqlStatement> statements(NotebookCell cell) {
    try {
      return SqlStatement.of(cell.source());
    } catch (NotebookException e) {
      return List.of();
    }
  }
}

package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 *
 * @param name what it is called
 * @param cells its cells, in order
 */
public record Notebook(String name, List<Cell> cells) {

  /**
   * A cell of a notebook.
   *
   * @param number its place in the notebook, from 1
   * @param title what its DBTITLE says, or null
   * @param hasHeading whether a workspace shows the title above the cell
   * @param language {@code sql}, {@code md}, or what its magic names
   * @param source its text, without DBTITLE, MAGIC and the magic itself
   */
  record Cell(int number, String title, boolean hasHeading, String language, String source) {

    static final String SQL = "sql";
    static final String MARKDOWN = "md";

    boolean isMarkdown() {
      return language.equals(MARKDOWN);
    }

    boolean isSql() {
      return language.equals(SQL);
    }

    /** How messages name it: {@code cell 3 (Hospitals per million)}. */
    String name() {
      return "cell " + number + (hasHeading() ? " (" + title + ")" : "");
    }
  }

  private static final String HEADER = "-- Databricks notebook source";
  private static final Pattern BOUNDARY = Pattern.compile("(?md)^-- COMMAND -{5,}\\s*$");
  private static final Pattern TITLE = Pattern.compile("(?d)-- DBTITLE ([01]),(.*)(?:\n|\\z)");
  private static final Pattern MAGIC = Pattern.compile("-- MAGIC(?: (.*))?");
  private static final Pattern LANGUAGE =
      Pattern.compile("(?s)%([A-Za-z][A-Za-z_-]*)(?:[^\\S\n]+|(?=\n)|\\z)(.*)");

  /** The blank lines before and after a text. */
  private static final Pattern BLANK_LINES =
      Pattern.compile("\\A\\p{javaWhitespace}*(?:\n|\\z)|\n\\p{javaWhitespace}*\\z");

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
    List<Cell> cells = new ArrayList<>();
    for (String cell : BOUNDARY.split(String.join("\n", lines.subList(1, lines.size())), -1)) {
      cells.add(cell(cells.size() + 1, trimmed(cell)));
    }
    return new Notebook(name, List.copyOf(cells));
  }

  private static Cell cell(int number, String text) {
    Matcher titled = TITLE.matcher(text);
    boolean hasTitle = titled.lookingAt();
    String title = hasTitle ? titled.group(2).strip() : null;
    boolean hasHeading = hasTitle && titled.group(1).equals("1") && !title.isEmpty();
    String source = hasTitle ? trimmed(text.substring(titled.end())) : text;
    if (!MAGIC.matcher(source.lines().findFirst().orElse("")).matches()) {
      return new Cell(number, title, hasHeading, Cell.SQL, source);
    }
    List<String> lines = source.lines().map(line -> withoutMagic(number, line)).toList();
    Matcher language = LANGUAGE.matcher(trimmed(String.join("\n", lines)));
    if (!language.matches()) {
      throw new NotebookException(
          "cell %s has MAGIC lines, but does not begin with %%md or another magic", number);
    }
    String named = language.group(1).toLowerCase(Locale.ROOT);
    // The sandbox of %md-sandbox is about scripts, which no export runs.
    named = named.equals("md-sandbox") ? Cell.MARKDOWN : named;
    return new Cell(number, title, hasHeading, named, trimmed(language.group(2)));
  }

  private static String withoutMagic(int number, String line) {
    Matcher magic = MAGIC.matcher(line);
    if (!magic.matches() && !line.isBlank()) {
      throw new NotebookException(
          "cell %s has a line without -- MAGIC among its MAGIC lines: %s", number, line);
    }
    return line.isBlank() || magic.group(1) == null ? "" : magic.group(1);
  }

  private static String trimmed(String lines) {
    return BLANK_LINES.matcher(lines).replaceAll("");
  }

  /** The widgets that its cells create: what it can be told. */
  public List<String> widgets() {
    return cells.stream()
        .filter(Cell::isSql)
        .flatMap(cell -> statements(cell).stream())
        .map(statement -> statement.part("widget"))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** None of a cell that cannot be understood: when it is run, it says so. */
  private static List<SqlStatement> statements(Cell cell) {
    try {
      return SqlStatement.of(cell.source());
    } catch (NotebookException e) {
      return List.of();
    }
  }
}

package org.duibiao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTest {

  private static final String HEADER = "-- Databricks notebook source\n";
  private static final String BOUNDARY = "\n\n-- COMMAND ----------\n\n";

  private static List<Notebook.Cell> cells(String text) {
    return Notebook.parse("n", text).cells();
  }

  @Test
  void readsWhatAWorkspaceWrites() {
    String text =
        HEADER
            + "-- MAGIC %md\n-- MAGIC # Hospitals\n-- MAGIC\n-- MAGIC * one\n"
            + BOUNDARY
            + "-- DBTITLE 1,How many, and where?\nSELECT 1;\n\n-- a comment\nSELECT 2"
            + BOUNDARY
            + "-- DBTITLE 0,hidden\n-- MAGIC %md inline"
            + BOUNDARY
            + "-- MAGIC %sql\n-- MAGIC SELECT 3"
            + BOUNDARY
            + BOUNDARY
            + "-- MAGIC\n-- MAGIC %python\n-- MAGIC print(1)\n";
    Notebook.Cell[] expected = {
      new Notebook.Cell(1, null, false, "md", "# Hospitals\n\n* one"),
      new Notebook.Cell(
          2, "How many, and where?", true, "sql", "SELECT 1;\n\n-- a comment\nSELECT 2"),
      new Notebook.Cell(3, "hidden", false, "md", "inline"),
      new Notebook.Cell(4, null, false, "sql", "SELECT 3"),
      new Notebook.Cell(5, null, false, "sql", ""),
      new Notebook.Cell(6, null, false, "python", "print(1)"),
    };
    assertThat(cells(text)).containsExactly(expected);
    assertThat(cells("\uFEFF" + text.replace("\n", "\r\n"))).containsExactly(expected);
    assertThat(cells(text.replace(BOUNDARY, "\n-- COMMAND ----------\n")))
        .containsExactly(expected);
  }

  /** Cells of random lines, written in the source format, are read as they were. */
  @Test
  void readsEveryCellAsItWasWritten() {
    String[] pieces = {
      "SELECT ",
      "'--'",
      "\"a;b\"",
      "  ",
      "-- note",
      "# 标题",
      "%md",
      "-- MAGIC",
      "\\",
      "",
      "=1+1",
      "/* x",
      "-- DBTITLE 2,no",
      "\t",
      "–"
    };
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<Notebook.Cell> written = new ArrayList<>();
      StringBuilder text = new StringBuilder(HEADER);
      int count = 1 + random.nextInt(5);
      for (int number = 1; number <= count; number++) {
        List<String> lines = new ArrayList<>();
        lines.add("SELECT " + round);
        for (int i = random.nextInt(6); i > 0; i--) {
          lines.add(pieces[random.nextInt(pieces.length)] + pieces[random.nextInt(pieces.length)]);
        }
        lines.add("END");
        boolean md = random.nextBoolean();
        boolean shown = random.nextBoolean();
        text.append(number == 1 ? "" : BOUNDARY);
        text.append("-- DBTITLE ").append(shown ? 1 : 0).append(",t, ").append(number).append('\n');
        if (md) {
          text.append("-- MAGIC %md\n");
          lines.forEach(line -> text.append(("-- MAGIC " + line).stripTrailing()).append('\n'));
        } else {
          lines.forEach(line -> text.append(line).append('\n'));
        }
        written.add(
            new Notebook.Cell(
                number,
                "t, " + number,
                shown,
                md ? "md" : "sql",
                String.join(
                    "\n", md ? lines.stream().map(String::stripTrailing).toList() : lines)));
      }
      assertThat(cells(text.toString())).as(text.toString()).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1", "# Databricks notebook source\nprint(1)", "\n"})
  void refusesWhatIsNoSqlNotebook(String text) {
    assertThatThrownBy(() -> cells(text))
        .isInstanceOf(NotebookException.class)
        .hasMessage("is no notebook: its first line must be '-- Databricks notebook source'");
  }

  @Test
  void refusesMagicThatItCannotPlace() {
    assertThatThrownBy(() -> cells(HEADER + "SELECT 1" + BOUNDARY + "-- MAGIC # no magic"))
        .hasMessage("cell 2 has MAGIC lines, but does not begin with %md or another magic");
    assertThatThrownBy(() -> cells(HEADER + "-- MAGIC %md\n-- MAGIC a\nDROP TABLE x"))
        .hasMessage("cell 1 has a line without -- MAGIC among its MAGIC lines: DROP TABLE x");
  }

  @Test
  void knowsItsWidgets() {
    assertThat(
            Notebook.parse(
                    "n",
                    HEADER
                        + "CREATE WIDGET TEXT `城市` DEFAULT \"a;b\"; create widget dropdown year\n"
                        + "DEFAULT '2019' CHOICES (VALUES '2019', '2020')"
                        + BOUNDARY
                        + "SELECT 'CREATE WIDGET TEXT no DEFAULT \"\"'; CREATE WIDGET TEXT broken"
                        + BOUNDARY
                        + "CREATE WIDGET TEXT y DEFAULT \"\"")
                .widgets())
        .containsExactly("y", "year", "城市");
  }
}

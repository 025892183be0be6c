package org.duibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duibiao.ingest.TestBook;
import org.duibiao.ingest.TestTable;
import org.duibiao.ingest.file.UnreadableFileException;
import org.junit.jupiter.api.Test;

/** Workbooks that cannot be read are rejected whole, with the reason. */
class BadBookTest {

  private static final String SIDECAR =
      TestTable.SOURCE + "layout: {kind: wide, columns: {city: 城市}, across: indicator}\n";

  private static final TestBook BOOK = new TestBook().sheet("a").row("城市", "医院").row("泰安市", "1");

  private static String said(byte[] bytes) {
    try {
      TestTable.read("a/b.xlsx", bytes, SIDECAR);
    } catch (UnreadableFileException e) {
      return e.reason() + ": " + e.getMessage();
    }
    return "read";
  }

  @Test
  void cutShort() {
    byte[] xlsx = BOOK.xlsx();
    assertThat(said(xlsx)).isEqualTo("read");
    assertThat(said(Arrays.copyOf(xlsx, xlsx.length - 30)))
        .startsWith("damaged: the file is damaged, its directory is missing: it is cut short");
    byte[] xls = BOOK.xls();
    assertThat(said(xls)).isEqualTo("read");
    assertThat(said(Arrays.copyOf(xls, 1000))).startsWith("damaged: the file is damaged, ");
  }

  @Test
  void underAPassword() throws IOException {
    ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(new ByteArrayInputStream(new byte[100]), "EncryptionInfo");
      system.createDocument(new ByteArrayInputStream(new byte[100]), "EncryptedPackage");
      system.writeFilesystem(encrypted);
    }
    String message = "encrypted: the workbook is under a password: save it without one";
    assertThat(said(encrypted.toByteArray())).isEqualTo(message);
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(BOOK.xls()))) {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      workbook.write(old);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(said(old.toByteArray())).isEqualTo(message);
  }

  @Test
  void noWorkbook() throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      system.createDocument(new ByteArrayInputStream(new byte[100]), "WordDocument");
      system.writeFilesystem(document);
    }
    assertThat(said(document.toByteArray())).startsWith("media_type_not_supported: ");
  }

  @Test
  void packingBombs() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("xl/workbook.xml", "<workbook><sheets/></workbook>");
    parts.put("xl/sharedStrings.xml", "<sst><si><t>" + " ".repeat(50_000_000) + "</t></si></sst>");
    assertThat(said(TestBook.archive(parts)))
        .startsWith("too_large: xl/sharedStrings.xml unpacks from ");
  }

  @Test
  void entitiesAreNotResolved() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><workbook>&a;</workbook>");
    assertThat(said(TestBook.archive(parts)))
        .startsWith("damaged: the file is damaged, the workbook");
  }

  @Test
  void aTextThatIsNotThere() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Type='x/worksheet'"
            + " Target='/xl/s.xml'/></Relationships>");
    parts.put(
        "xl/s.xml",
        "<worksheet><sheetData><row><c t='s'><v>5</v></c></row></sheetData></worksheet>");
    assertThat(said(TestBook.archive(parts)))
        .isEqualTo(
            "damaged: the file is damaged, sheet:a cannot be read (a cell names text 5, which is"
                + " not there): publish it again, or open and save it");
  }
}

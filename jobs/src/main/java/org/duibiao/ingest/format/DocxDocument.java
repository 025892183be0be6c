package org.duibiao.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.text.DocumentText;

/** Reads the running text of an Office Open XML document. */
public final class DocxDocument {

  private DocxDocument() {}

  /** Reads a document. */
  public static DocumentText read(byte[] bytes) throws UnreadableFileException {
    OoxmlArchive archive = new OoxmlArchive(bytes);
    StringBuilder text = new StringBuilder();
    OoxmlArchive.guarded("the document", () -> read(archive, text));
    return new DocumentText(
        text.toString(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        null);
  }

  private static void read(OoxmlArchive archive, StringBuilder text)
      throws IOException, XMLStreamException, UnreadableFileException {
    int cells = 0;
    int replaced = 0;
    try (InputStream in = archive.open("word/document.xml", ReadLimits.HELD_BYTES)) {
      if (in == null) {
        throw new UnreadableFileException("damaged", "it has no word/document.xml");
      }
      XMLStreamReader xml = OoxmlArchive.XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            // What old readers are shown instead of what stands before it.
            case "Fallback" -> replaced++;
            case "tc" -> cells++;
            case "t" -> {
              String words = xml.getElementText();
              text.append(replaced == 0 ? words : "");
            }
            case "tab" -> text.append('\t');
            case "br", "cr" -> text.append(cells == 0 ? '\n' : ' ');
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Fallback" -> replaced--;
            case "tc" -> {
              cells--;
              text.append('\t');
            }
            case "tr" -> DocumentText.endLine(text);
            case "p" -> {
              if (cells == 0) {
                text.append('\n');
              }
            }
            default -> {}
          }
        }
        DocumentText.checkLength(text);
      }
    }
  }
}

package org.duibiao.ingest.format;

import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;

/** How the XML of an Office Open XML part is parsed, and what its errors mean for the file. */
final class OoxmlPart {

  static final XMLInputFactory XML = factory();

  private OoxmlPart() {}

  private static XMLInputFactory factory() {
    // Not what happens to be on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Errors are thrown; the parser would print them too.
    factory.setXMLReporter((message, type, related, location) -> {});
    return factory;
  }

  /** Reads a part. */
  interface PartReader {
    void read() throws IOException, XMLStreamException, UnreadableFileException;
  }

  /**
   * Reads a part, and says of whatever goes wrong in it that the file is too large or damaged.
   *
   * @param what the part, for messages
   */
  static void guarded(String what, PartReader reader) throws UnreadableFileException {
    try {
      reader.read();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      ReadLimits.LimitExceededException beyond = ReadLimits.LimitExceededException.in(e);
      if (beyond != null) {
        throw new UnreadableFileException("too_large", beyond.getMessage());
      }
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnreadableFileException("damaged", what + " cannot be read (" + message + ")");
    }
  }
}

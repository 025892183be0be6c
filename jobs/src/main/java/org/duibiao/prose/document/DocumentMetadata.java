package org.duibiao.prose.document;

import java.time.LocalDate;
import org.duibiao.model.Area;
import org.duibiao.model.code.SourceClass;

/**
 * What is known of a document before it is read.
 *
 * @param title its title, or null
 * @param publisher who published it, or null
 * @param published when, or null
 * @param area the area that it is about, or null
 * @param sourceClass what kind of publication it is
 */
public record DocumentMetadata(
    String title, String publisher, LocalDate published, Area area, SourceClass sourceClass) {}

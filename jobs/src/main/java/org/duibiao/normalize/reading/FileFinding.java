package org.duibiao.normalize.reading;

import java.math.BigDecimal;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Reading;

/**
 * Something about the figures of a file that a person should look at.
 *
 * @param kind {@code rows_contradict}, {@code implausible} or {@code after_publication}
 * @param reading the figure in doubt
 * @param otherId the observation that it contradicts, or null
 * @param expected that observation's value, or null
 * @param detail what to look at
 */
public record FileFinding(
    FindingKind kind, Reading reading, String otherId, BigDecimal expected, String detail) {}

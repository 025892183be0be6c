package org.duibiao.ingest.sidecar;

import org.duibiao.model.code.Flag;

/**
 * What is not taken as a file publishes it.
 *
 * @param at the place of the value, such as {@code row:17} or {@code sheet:表1!B7}
 * @param column the header, where a row is one place and has several values; or null
 * @param expect what is published there: a correction of anything else is out of date
 * @param reason why, and who says so
 * @param drop whether the value is not taken at all
 * @param override what is taken instead, or null
 * @param flag a flag that the figure gets besides, or null
 */
public record Correction(
    String at,
    String column,
    String expect,
    String reason,
    boolean drop,
    String override,
    Flag flag) {}

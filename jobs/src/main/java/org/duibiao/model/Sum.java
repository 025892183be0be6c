package org.duibiao.model;

import java.util.List;

/**
 * A whole that is the sum of its parts by definition.
 *
 * @param whole the indicator of the whole
 * @param parts the indicators of its parts, at least two
 */
public record Sum(String whole, List<String> parts) {}

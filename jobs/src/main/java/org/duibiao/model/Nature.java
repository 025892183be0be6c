package org.duibiao.model;

import java.util.List;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;

/**
 * What the words of a nature column (实际值, 目标) say of a figure.
 *
 * @param terms the words
 * @param status actual, target, plan …
 * @param measure level, change, new …
 * @param flags flags of the figure
 */
public record Nature(List<String> terms, Status status, Measure measure, List<Flag> flags) {}

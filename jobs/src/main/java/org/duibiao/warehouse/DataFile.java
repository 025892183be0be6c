package org.duibiao.warehouse;

import java.io.Serializable;

/**
 * A data file that was written for a table but is not yet part of it.
 *
 * @param path its full path
 * @param size its size in bytes
 * @param modified when it was written, in milliseconds since 1970
 * @param rows how many rows it holds
 */
public record DataFile(String path, long size, long modified, long rows) implements Serializable {}

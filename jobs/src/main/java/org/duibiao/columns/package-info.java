/**
 * Tables as columns of values with dictionaries: what the stages hand each other. A table is
 * declared by a record ({@link org.duibiao.columns.Table}); nothing here knows how files are
 * written.
 */
package org.duibiao.columns;

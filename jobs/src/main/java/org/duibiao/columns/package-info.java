/**
 * How tables are declared: a record's components are the columns. Nothing here knows how files are
 * written.
 */
package org.duibiao.columns;

/**
 * Tables as columns of values with dictionaries: what the stages hand each other. A record declares
 * a table; nothing here knows how files are written.
 */
package org.duibiao.columns;

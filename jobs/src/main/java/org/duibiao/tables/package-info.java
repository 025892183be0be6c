/**
 * The row records of the tables, each declared once with @Table and @Column; data only, no rule of
 * any stage.
 */
package org.duibiao.tables;

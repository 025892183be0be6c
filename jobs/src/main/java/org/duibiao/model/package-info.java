/** The words of the domain as immutable records and enums: no input, no output, no Spark. */
package org.duibiao.model;

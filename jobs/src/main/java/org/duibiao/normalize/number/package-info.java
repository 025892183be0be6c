/**
 * The grammar of printed numbers: the text of one cell or number span comes in, a parsed number, a
 * mark for a missing value or the reason why it cannot be read goes out.
 */
package org.duibiao.normalize.number;

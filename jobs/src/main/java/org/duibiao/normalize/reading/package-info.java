/**
 * What table and prose share on the way to a reading: draft, identity, builder, corrections,
 * findings of one file; parsed parts come in, rows of silver.readings go out.
 */
package org.duibiao.normalize.reading;

/** From records to readings, in wings: number and cell read texts, reading holds what table and prose share, table normalizes tables, describe drafts sidecars. */
package org.duibiao.normalize;

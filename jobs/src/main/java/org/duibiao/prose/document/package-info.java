/**
 * What is known of a document as a whole, from its metadata, title and headings: area, report
 * period, whether it reports or plans; and the mention, which is what the sentence and table
 * readers give for each number.
 */
package org.duibiao.prose.document;

/**
 * Generators of documents: the catalogue and the declarations of the tables come in,
 * docs/methods.md and docs/tables.md go out.
 */
package org.duibiao.jobs.docs;

/**
 * SQL notebooks: the source of a notebook and an engine that answers queries come in, the executed
 * notebook as HTML, Markdown, text and Jupyter files goes out.
 */
package org.duibiao.notebook;

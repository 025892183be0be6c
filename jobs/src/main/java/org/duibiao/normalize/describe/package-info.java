/**
 * Drafts the sidecar of a file from the file itself (the command describe): a preview comes in,
 * YAML whose lines give the reasons of their guesses goes out.
 */
package org.duibiao.normalize.describe;

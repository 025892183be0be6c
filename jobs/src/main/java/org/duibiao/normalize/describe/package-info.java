/**
 * Drafts the sidecar of a file from the file itself (the command describe): a preview comes in,
 * YAML goes out, each line with the reason for its guess.
 */
package org.duibiao.normalize.describe;

/**
 * Selected values in, findings out: what does not fit together and where a person should look;
 * changes no value.
 */
package org.duibiao.benchmark.check;

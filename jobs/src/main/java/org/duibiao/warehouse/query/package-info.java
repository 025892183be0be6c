/**
 * Answers queries on one release and does nothing else: what a query may be made of stands in
 * {@code allowed.txt}, and how long it may take and how much it may answer is limited.
 */
package org.duibiao.warehouse.query;

/**
 * What a report says, before it is laid out: the rows of a release and the catalogue come in as a
 * ReportInput; they go out indexed by city, benchmark and figure, with names, numbers, citations
 * and the phrases that explain their codes.
 */
package org.duibiao.report.model;

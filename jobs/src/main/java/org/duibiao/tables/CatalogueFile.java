package org.duibiao.tables;

import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A file of the catalogue as it was used, so that a past release can be read as it was. */
@Table(
    name = "silver.catalogue_files",
    comment = "The catalogues that were used, file by file",
    key = {"catalogue_sha256", "name"})
public record CatalogueFile(
    @Column(value = "SHA-256 of the whole catalogue", required = true) String catalogueSha256,
    @Column(value = "the file's name", required = true) String name,
    @Column(value = "its content", required = true) String content) {}

package org.duibiao.tables;

import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A file of the catalogue as it was used, so that a past release can be read as it was. */
@Table(name = "silver.catalogue_files", key = "catalogue_sha256, name")
public record CatalogueFile(
    @Column(required = true) String catalogueSha256,
    @Column(required = true) String name,
    @Column(required = true) String content) {}

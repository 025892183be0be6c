package org.duibiao.model.code;

/** The levels of areas. */
public enum AreaLevel implements Code {
  /** The nation. */
  NATION,
  /** A province, autonomous region or special administrative region. */
  PROVINCE,
  /** A municipality under the central government: a province and a city in one. */
  MUNICIPALITY,
  /** A prefecture-level city, prefecture, autonomous prefecture or league. */
  PREFECTURE,
  /** A county-level area. */
  COUNTY
}

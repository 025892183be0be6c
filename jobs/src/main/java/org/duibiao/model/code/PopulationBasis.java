package org.duibiao.model.code;

/** Which residents a figure counts or is divided by. */
public enum PopulationBasis implements Code {
  /** 常住人口: who has lived in the area for half a year or more. */
  PERMANENT,
  /** 户籍人口: who is registered in the area. */
  REGISTERED
}

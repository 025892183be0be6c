/**
 * What the stages speak of: areas, indicators, units, periods, benchmarks, series breaks; immutable
 * records without Spark. The closed vocabularies are in model.code.
 */
package org.duibiao.model;

/**
 * What is known beforehand: areas, indicators, units, natures, benchmarks and series breaks, read
 * from {@code data/catalogue} and checked once, at load. Also the YAML files of the project as
 * trees that know their lines, which sidecars are read with.
 */
package org.duibiao.catalogue;

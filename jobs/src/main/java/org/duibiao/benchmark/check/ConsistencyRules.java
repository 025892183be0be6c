package org.duibiao.benchmark.check;

import java.util.List;
import java.util.Set;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.Sum;

/**
 * What is known beforehand of how figures fit together.
 *
 * @param cities the codes that are compared with each other
 */
public record ConsistencyRules(
    List<Indicator> indicators, List<Sum> sums, List<Benchmark> benchmarks, Set<String> cities) {}

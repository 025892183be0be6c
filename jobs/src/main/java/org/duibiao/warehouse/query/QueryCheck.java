package org.duibiao.warehouse.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.DataType;
import scala.Option;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets through what only asks: a plan in which every node, every expression and every function
 * stands in {@code allowed.txt}. Looks at the plan as it was parsed, so that nothing else is ever
 * analyzed, and again as Spark understood it. What is new in a later Spark is refused until
 * somebody adds it to the list.
 */
final class QueryCheck {

  private static final Map<String, Set<String>> ALLOWED = allowed();
  private static final Set<String> FUNCTION_CLASSES = functionClasses();
  private static final String CATALYST = "org.apache.spark.sql.catalyst.";

  /** A column that Spark adds to data files: their paths. */
  private static final String FILE_COLUMN = "_metadata";

  private final Set<String> tables;
  private final Set<String> names = new HashSet<>();
  private final Set<Object> relations;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A check of one plan.
   *
   * @param tables the names of what may be read
   * @param relations the relations that stand for them in an analyzed plan
   */
  QueryCheck(Collection<String> tables, Set<Object> relations) {
    this.tables = new TreeSet<>(tables);
    this.relations = relations;
  }

  /** The functions that a query may use. */
  static Set<String> functions() {
    return ALLOWED.get("function");
  }

  private static Map<String, Set<String>> allowed() {
    try {
      return IOUtils.resourceToString(
              "/org/duibiao/warehouse/query/allowed.txt", StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .collect(
              Collectors.groupingBy(
                  list -> list[0],
                  Collectors.flatMapping(
                      list -> Stream.of(list[1].split(" ")), Collectors.toSet())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read allowed.txt", e);
    }
  }

  private static Set<String> functionClasses() {
    Set<String> classes = new HashSet<>();
    for (String name : functions()) {
      FunctionIdentifier function = new FunctionIdentifier(name);
      for (Option<ExpressionInfo> info :
          List.of(
              FunctionRegistry.builtin().lookupFunction(function),
              TableFunctionRegistry.builtin().lookupFunction(function))) {
        if (info.isDefined()) {
          classes.add(info.get().getClassName());
        }
      }
    }
    return classes;
  }

  /**
   * Looks at everything that a plan is made of.
   *
   * @throws QueryException if something of it is not allowed
   */
  void check(LogicalPlan plan) {
    collectNames(plan);
    seen.clear();
    visit(plan, false);
  }

  /** What a WITH gives a name to can be read like a table. */
  private void collectNames(Object item) {
    if (item instanceof UnresolvedWith with) {
      CollectionConverters.asJava(with.cteRelations())
          .forEach(query -> names.add(query._1().toLowerCase(Locale.ROOT)));
    }
    parts(item).forEach(this::collectNames);
  }

  private void visit(Object item, boolean generated) {
    if (item instanceof LogicalRelation relation) {
      if (!relations.contains(relation.relation())) {
        throw new QueryException("Only the tables that SHOW TABLES lists are read");
      }
      return;
    } else if (item instanceof LogicalPlan plan) {
      checkPlan(plan);
    } else if (item instanceof Expression expression) {
      checkExpression(expression, generated);
    }
    boolean within = generated || item instanceof RuntimeReplaceable;
    parts(item).forEach(part -> visit(part, within));
  }

  /** What a node is made of, each part once: a part can hang in the tree in several ways. */
  private Collection<Object> parts(Object item) {
    Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    if (item instanceof TreeNode<?> node) {
      if (!seen.add(node)) {
        return parts;
      }
      parts.addAll(CollectionConverters.asJava((Seq<?>) node.children()));
      parts.addAll(CollectionConverters.asJava((Seq<?>) node.innerChildren()));
    }
    if (item instanceof DataType) {
      return parts;
    } else if (item instanceof Iterable<?> items) {
      items.foreach(parts::add);
    } else if (item instanceof Product product
        && (product.getClass().getName().startsWith(CATALYST)
            || product.getClass().getName().startsWith("scala."))) {
      product.productIterator().foreach(parts::add);
    }
    parts.remove(null);
    return parts;
  }

  private void checkPlan(LogicalPlan plan) {
    if (plan instanceof RelationTimeTravel) {
      throw new QueryException(
          "A query reads one release as a whole: --release ID chooses it, not VERSION AS OF");
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      checkFunction(Declarations.name(function.name()));
    } else if (plan instanceof UnresolvedRelation relation) {
      checkRelation(relation);
    }
    if (plan instanceof Range range && range.numSlices().isDefined()) {
      throw new QueryException(
          "range takes a start, an end and a step, not a number of partitions");
    } else if (!allows("plan", plan)) {
      throw new QueryException(
          "Only queries are answered, such as SELECT, SHOW TABLES or DESCRIBE gold.benchmarks; this"
              + " has: "
              + words(plan));
    }
  }

  private void checkRelation(UnresolvedRelation relation) {
    String name = Declarations.name(relation.multipartIdentifier());
    if (!tables.contains(name) && !names.contains(name)) {
      throw QueryErrors.unknown("table", name, tables);
    } else if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw new QueryException(name + " is read as it is, without STREAM and WITH options");
    }
  }

  private void checkExpression(Expression expression, boolean generated) {
    if (expression instanceof UnresolvedFunction function) {
      checkFunction(Declarations.name(function.nameParts()));
    } else if (expression instanceof UnresolvedGenerator generator) {
      checkFunction(generator.name().unquotedString().toLowerCase(Locale.ROOT));
    } else if (expression instanceof UnresolvedAttribute attribute
            && CollectionConverters.asJava(attribute.nameParts()).stream()
                .anyMatch(FILE_COLUMN::equalsIgnoreCase)
        || expression instanceof AttributeReference reference
            && FILE_COLUMN.equalsIgnoreCase(reference.name())) {
      throw new QueryException("There is no column " + FILE_COLUMN);
    }
    if (!allows("expression", expression)
        && !FUNCTION_CLASSES.contains(expression.getClass().getName())
        && !(generated && allows("replacement", expression))) {
      throw new QueryException("A query has no use for: " + words(expression));
    }
  }

  private static void checkFunction(String name) {
    if (!functions().contains(name)) {
      throw QueryErrors.unknown("function", name, functions());
    }
  }

  private static boolean allows(String list, TreeNode<?> node) {
    String name = node.getClass().getName();
    return name.startsWith(CATALYST)
        && ALLOWED.get(list).contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** {@code InsertIntoStatement} as "insert into statement". */
  private static String words(TreeNode<?> node) {
    String name = node.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1)
        .replaceAll("Unresolved|\\$.*", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}

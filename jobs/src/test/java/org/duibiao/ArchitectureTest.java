package org.duibiao;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom, and what nobody may do. */
@AnalyzeClasses(packages = "org.duibiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path ROOT = Path.of("src/main/java/org/duibiao");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.duibiao");

  /**
   * Every package and the packages it may use, from the bottom to the top. A package that is not
   * named beside another is closed to it.
   */
  private static final String PACKAGES =
      """
      model.code             <-
      columns                <-
      model                  <- model.code columns
      tables                 <- model.code model columns
      catalogue              <- model.code model
      markup                 <- model.code model
      ingest.file            <-
      ingest.table           <- model.code catalogue ingest.file
      ingest.text            <- model ingest.file ingest.table
      ingest.sidecar         <- model.code model tables catalogue ingest.table
      ingest.format          <- model columns ingest.file ingest.table ingest.text
      ingest                 <- catalogue ingest.file ingest.table ingest.text ingest.sidecar ingest.format
      normalize.number       <- model.code model
      normalize.cell         <- model.code model catalogue ingest.table normalize.number
      normalize.reading      <- model.code model columns tables catalogue ingest.table ingest.sidecar normalize.number
      normalize.table        <- model.code model columns tables catalogue ingest.table ingest.sidecar normalize.number normalize.cell normalize.reading
      normalize.describe     <- model.code model tables catalogue ingest.file ingest.table ingest.sidecar ingest normalize.cell normalize.reading normalize.table
      prose.words            <- model.code model catalogue ingest.text
      prose.document         <- model.code model catalogue ingest.text normalize.number prose.words
      prose.sentence         <- model.code model catalogue ingest.text normalize.number normalize.cell prose.words prose.document
      prose.table            <- model.code model catalogue ingest.text normalize.number normalize.cell prose.words prose.document
      prose                  <- model.code model tables catalogue ingest.table ingest.text ingest.sidecar normalize.number normalize.cell normalize.reading prose.words prose.document prose.sentence prose.table
      benchmark              <-
      benchmark.stats        <- model.code tables benchmark
      benchmark.selection    <- model.code model columns tables benchmark.stats
      benchmark.rate         <- model.code model tables benchmark benchmark.stats benchmark.selection
      benchmark.comparison   <- model.code model tables benchmark benchmark.stats benchmark.selection benchmark.rate
      benchmark.check        <- model.code model tables benchmark.stats benchmark.selection benchmark.rate
      benchmark.progress     <- model.code model tables benchmark benchmark.stats benchmark.selection benchmark.rate
      warehouse              <- model columns tables
      warehouse.query        <- columns tables warehouse
      report.model           <- model.code model columns tables markup
      report.findings        <- model.code model tables markup report.model
      report.chart           <- model.code tables markup
      report.page            <- model.code model tables markup report.model report.findings report.chart
      report.export          <- model.code model columns tables markup report.model
      report.brief           <- model.code model tables markup report.model report.findings report.export
      report                 <- model.code model tables markup report.model report.page report.export report.brief
      notebook               <- model.code model markup
      jobs.context           <- model catalogue warehouse
      jobs.benchmarking      <- model.code model columns tables catalogue benchmark.selection benchmark.comparison benchmark.check benchmark.progress warehouse jobs.context
      jobs.ingestion         <- model.code model tables catalogue ingest.file ingest.table ingest.sidecar ingest normalize.reading normalize.table prose benchmark.selection warehouse jobs.context jobs.benchmarking
      jobs.reporting         <- model.code model columns tables catalogue warehouse report.model report jobs.context jobs.ingestion
      jobs.reviewing         <- model.code model tables catalogue jobs.context
      jobs.cli               <- model.code model columns tables catalogue markup ingest.file ingest.table ingest.sidecar ingest normalize.describe prose.document prose warehouse warehouse.query notebook jobs.context jobs.benchmarking jobs.ingestion jobs.reporting jobs.reviewing
      jobs                   <- jobs.context jobs.cli
      """;

  private static final Map<String, List<String>> USES = uses();

  private static Map<String, List<String>> uses() {
    Map<String, List<String>> uses = new LinkedHashMap<>();
    PACKAGES
        .lines()
        .map(line -> line.split("<-", -1))
        .forEach(
            line ->
                uses.put(
                    line[0].strip(),
                    line[1].isBlank() ? List.of() : List.of(line[1].strip().split(" "))));
    return uses;
  }

  @TestFactory
  Stream<DynamicTest> everyPackageUsesOnlyWhatItMay() {
    return USES.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> mayUse(name).check(MAIN)));
  }

  private static ArchRule mayUse(String name) {
    List<String> allowed = new ArrayList<>(USES.get(name));
    allowed.add(name);
    return classes()
        .that()
        .resideInAPackage("org.duibiao." + name)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("org.duibiao.."))
                .or(
                    resideInAnyPackage(
                        allowed.stream().map("org.duibiao."::concat).toArray(String[]::new))));
  }

  @Test
  void everyPackageUsesOnlyPackagesNamedAboveIt() {
    List<String> order = List.copyOf(USES.keySet());
    USES.forEach(
        (name, used) ->
            assertThat(order.subList(0, order.indexOf(name)))
                .as("what %s may use stands above it", name)
                .containsAll(used));
  }

  @Test
  void everyPackageIsNamed() throws IOException {
    assertThat(packages()).containsExactlyInAnyOrderElementsOf(USES.keySet());
  }

  @Test
  void noPackageHoldsMoreThanThirtyClasses() throws IOException {
    for (String name : packages()) {
      try (Stream<Path> files = Files.list(ROOT.resolve(name.replace('.', '/')))) {
        assertThat(files.filter(file -> file.toString().endsWith(".java")).count())
            .as(name)
            .isLessThanOrEqualTo(30);
      }
    }
  }

  private static List<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> ROOT.relativize(file.getParent()).toString().replace('/', '.'))
          .distinct()
          .toList();
    }
  }

  @ArchTest
  static final ArchRule SPARK_IS_FOR_WAREHOUSE_AND_JOBS =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.duibiao.warehouse..", "org.duibiao.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule DELTA_AND_PARQUET_ARE_FOR_THE_WAREHOUSE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.duibiao.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.parquet..");

  @ArchTest
  static final ArchRule ONLY_JOBS_END_THE_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.duibiao.jobs..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule THE_CLOCK_IS_PASSED_IN =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.duibiao.jobs..", "org.duibiao.warehouse..")
          .should()
          .callMethodWhere(readsTheClock());

  /** Delta's log wants the time at which a file was deleted; nothing that is read later. */
  @ArchTest
  static final ArchRule THE_WAREHOUSE_KNOWS_ONLY_DELETION_TIMES =
      noClasses()
          .that()
          .resideInAPackage("org.duibiao.warehouse..")
          .should()
          .callMethodWhere(
              readsTheClock().and(DescribedPredicate.not(target(name("currentTimeMillis")))));

  /** The clock is chosen where a command starts, and only there. */
  @ArchTest
  static final ArchRule JOBS_TAKE_THE_TIME_FROM_THEIR_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("org.duibiao.jobs..")
          .and()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethodWhere(readsTheClock());

  @ArchTest
  static final ArchRule THE_TIME_ZONE_OF_THE_MACHINE_IS_NOBODYS_BUSINESS =
      noClasses()
          .should()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .orShould()
          .dependOnClassesThat(type(Date.class).or(type(Calendar.class)));

  @ArchTest
  static final ArchRule THE_LOCALE_OF_THE_MACHINE_IS_NOBODYS_BUSINESS =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .orShould()
          .callMethodWhere(
              target(owner(resideInAPackage("java.text")))
                  .and(target(name("getInstance")))
                  .and(withoutArguments()));

  @ArchTest
  static final ArchRule THE_CHARSET_OF_THE_MACHINE_IS_NOBODYS_BUSINESS =
      noClasses()
          .should()
          .callMethod(String.class, "getBytes")
          .orShould()
          .callConstructor(String.class, byte[].class)
          .orShould()
          .callConstructor(InputStreamReader.class, InputStream.class)
          .orShould()
          .callConstructor(FileReader.class, String.class)
          .orShould()
          .callConstructor(FileWriter.class, String.class);

  /**
   * An enum, or two methods, say at the call what is meant. Options of the command line are none.
   */
  @ArchTest
  static final ArchRule NO_PUBLIC_METHOD_TAKES_A_BOOLEAN =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(DescribedPredicate.not(generatedBuilders()))
          .should(takeNoBoolean());

  @ArchTest
  static final ArchRule NOBODY_LOGS_TO_STANDARD_OUTPUT_BUT_JOBS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.duibiao.jobs..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    for (String name : packages()) {
      assertThat(ROOT.resolve(name.replace('.', '/')).resolve("package-info.java"))
          .content()
          .startsWith("/**");
    }
  }

  private static DescribedPredicate<JavaCall<?>> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the clock",
        call -> {
          JavaClass of = call.getTargetOwner();
          String method = call.getName();
          boolean now =
              Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
                  .anyMatch(of::isEquivalentTo);
          boolean noClock =
              call.getTarget().getRawParameterTypes().stream()
                  .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
          return (now && method.equals("now") && noClock)
              || (of.isEquivalentTo(System.class)
                  && (method.equals("currentTimeMillis") || method.equals("nanoTime")))
              || (of.isEquivalentTo(Clock.class) && method.startsWith("system"));
        });
  }

  private static DescribedPredicate<JavaCall<?>> withoutArguments() {
    return DescribedPredicate.describe(
        "without arguments", call -> call.getTarget().getRawParameterTypes().isEmpty());
  }

  /** The builders that record-builder writes: they name each component at the call. */
  private static DescribedPredicate<JavaClass> generatedBuilders() {
    return DescribedPredicate.describe(
        "generated builders",
        type -> {
          String name = type.getFullName().replaceAll("Builder(\\$.*)?$", "");
          return !name.equals(type.getFullName())
              && MAIN.contain(name)
              && MAIN.get(name).isRecord();
        });
  }

  private static ArchCondition<JavaMethod> takeNoBoolean() {
    return new ArchCondition<>("take no boolean") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean takes =
            method.getRawParameterTypes().stream()
                .anyMatch(p -> p.isEquivalentTo(boolean.class) || p.isEquivalentTo(Boolean.class));
        events.add(
            new SimpleConditionEvent(method, !takes, method.getFullName() + " takes a boolean"));
      }
    };
  }
}

package org.duibiao;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
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
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom, and what nobody may do. */
@AnalyzeClasses(packages = "org.duibiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Data passes the packages in this order; imports run the other way. */
  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.duibiao..")
          .withOptionalLayers(true)
          .layer("model")
          .definedBy("org.duibiao.model..")
          .layer("columns")
          .definedBy("org.duibiao.columns..")
          .layer("catalogue")
          .definedBy("org.duibiao.catalogue..")
          .layer("ingest")
          .definedBy("org.duibiao.ingest..")
          .layer("normalize")
          .definedBy("org.duibiao.normalize..")
          .layer("prose")
          .definedBy("org.duibiao.prose..")
          .layer("benchmark")
          .definedBy("org.duibiao.benchmark..")
          .layer("warehouse")
          .definedBy("org.duibiao.warehouse..")
          .layer("report")
          .definedBy("org.duibiao.report..")
          .layer("notebook")
          .definedBy("org.duibiao.notebook..")
          .layer("jobs")
          .definedBy("org.duibiao.jobs..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("columns")
          .mayOnlyAccessLayers("model")
          .whereLayer("catalogue")
          .mayOnlyAccessLayers("model", "columns")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("model", "columns", "catalogue")
          .whereLayer("normalize")
          .mayOnlyAccessLayers("model", "columns", "catalogue", "ingest")
          .whereLayer("prose")
          .mayOnlyAccessLayers("model", "columns", "catalogue", "ingest", "normalize")
          .whereLayer("benchmark")
          .mayOnlyAccessLayers("model", "columns", "catalogue", "ingest", "normalize")
          .whereLayer("warehouse")
          .mayOnlyAccessLayers("model", "columns", "catalogue", "ingest", "normalize", "benchmark")
          .whereLayer("report")
          .mayOnlyAccessLayers("model", "columns", "catalogue", "ingest", "normalize", "benchmark")
          .whereLayer("notebook")
          .mayOnlyAccessLayers(
              "model",
              "columns",
              "catalogue",
              "ingest",
              "normalize",
              "benchmark",
              "warehouse",
              "report")
          .whereLayer("jobs")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitectureIgnoring("org.duibiao");

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
          .and()
          .doNotHaveSimpleName("Progress")
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
    Path root = Path.of("src/main/java/org/duibiao");
    try (Stream<Path> folders = Files.list(root)) {
      List<Path> packages = folders.filter(Files::isDirectory).toList();
      assertThat(packages).hasSizeGreaterThan(6);
      for (Path folder : packages) {
        assertThat(folder.resolve("package-info.java")).content().startsWith("/**");
      }
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

package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeSet;
import org.duibiao.markup.Browser;
import org.duibiao.report.export.LibreOffice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests say by their tags what they need, so that the fast ones stay fast. */
class TestTagsTest {

  /** What is called by tests that need it, and their tag. */
  private static final Map<String, String> NEEDS =
      Map.of(
          Workbench.class.getName() + ".in", "spark",
          Workbench.class.getName() + ".withShippedData", "spark",
          ShippedRelease.class.getName() + ".bench", "spark",
          Browser.class.getName() + ".start", "browser",
          LibreOffice.class.getName() + ".convert", "browser");

  @Test
  void testsAreTaggedWithWhatTheyNeed() {
    TreeSet<String> untagged = new TreeSet<>();
    TreeSet<String> called = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.duibiao")) {
      for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
        String callee = call.getTargetOwner().getName() + "." + call.getName();
        String tag = NEEDS.get(callee);
        if (tag != null && type.getSimpleName().endsWith("Test")) {
          called.add(callee);
          boolean tagged =
              type.isAnnotatedWith(Tag.class)
                      && type.getAnnotationOfType(Tag.class).value().equals(tag)
                  || call.getOrigin() instanceof JavaMethod method
                      && method.isAnnotatedWith(Tag.class)
                      && method.getAnnotationOfType(Tag.class).value().equals(tag);
          if (!tagged) {
            untagged.add(type.getSimpleName() + " needs @Tag(\"" + tag + "\")");
          }
        }
      }
    }
    assertThat(called).isEqualTo(new TreeSet<>(NEEDS.keySet()));
    assertThat(untagged).isEmpty();
  }
}

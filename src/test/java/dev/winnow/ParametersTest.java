package dev.winnow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What methods and constructors are given: where there is more, a noun is missing. */
class ParametersTest {
  private static final int MOST = 5;

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.winnow");

  @Test
  void nothing_but_the_canonical_constructor_of_a_record_takes_more_than_five() {
    codeUnits()
        .that(describe("are ours", ParametersTest::isOurs))
        .and(describe("are no canonical constructors", unit -> !isCanonical(unit)))
        .should(have(describe("at most five parameters", unit -> parameters(unit) <= MOST)))
        .check(MAIN);
  }

  /** Neither by the compiler nor as a library's type prescribes. */
  private static boolean isOurs(JavaCodeUnit unit) {
    return !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        && Stream.concat(
                unit.getOwner().getAllRawSuperclasses().stream(),
                unit.getOwner().getAllRawInterfaces().stream())
            .filter(type -> !type.getPackageName().startsWith("dev.winnow"))
            .flatMap(type -> type.getMethods().stream())
            .noneMatch(method -> isSame(method, unit));
  }

  private static boolean isSame(JavaMethod one, JavaCodeUnit other) {
    return one.getName().equals(other.getName())
        && names(one.getRawParameterTypes()).equals(names(other.getRawParameterTypes()));
  }

  /** A record's constructor from all of its components. */
  private static boolean isCanonical(JavaCodeUnit unit) {
    return unit.isConstructor()
        && unit.getOwner().isRecord()
        && names(unit.getRawParameterTypes()).equals(components(unit.getOwner()));
  }

  private static List<String> names(List<JavaClass> types) {
    return types.stream().map(JavaClass::getName).toList();
  }

  private static List<String> components(JavaClass type) {
    return Stream.of(type.reflect().getRecordComponents())
        .map(component -> component.getType().getName())
        .toList();
  }

  /** An enum's constructor is also told name and place. */
  private static int parameters(JavaCodeUnit unit) {
    int hidden = unit.isConstructor() && unit.getOwner().isEnum() ? 2 : 0;
    return unit.getRawParameterTypes().size() - hidden;
  }
}

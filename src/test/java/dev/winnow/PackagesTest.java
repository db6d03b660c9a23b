package dev.winnow;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages inside the rooms, of which Modulith sees only the outermost. */
class PackagesTest {
  @Test
  void no_packages_use_each_other_in_a_circle() {
    slices()
        .matching("dev.winnow.(**)")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.winnow"));
  }
}

package dev.winnow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.winnow.catalog.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: what may use what. */
class HouseTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.winnow");

  private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.winnow");

  private static final int MOST_LINES = 250;

  private static final Path MAIN_SOURCES = Path.of("src/main/java");

  private static final Path TEST_SOURCES = Path.of("src/test/java");

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[^.!?]*\\.");

  private static final String[] PURE = {
    "dev.winnow.catalog..",
    "dev.winnow.checksum..",
    "dev.winnow.random..",
    "dev.winnow.kernels..",
    "dev.winnow.dataset..",
    "dev.winnow.architecture..",
    "dev.winnow.training..",
    "dev.winnow.lottery.."
  };

  @Test
  void every_room_uses_only_what_it_declares() {
    ApplicationModules.of(WinnowApplication.class).verify();
  }

  /** The door of all that train; the bench shows DL4J as it comes, beside them. */
  @Test
  void dl4j_stays_behind_one_door() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.winnow.engine.dl4j..", "dev.winnow.command.bench.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
        .check(MAIN);
  }

  @Test
  void kernels_use_nothing_of_ours() {
    noClasses()
        .that()
        .resideInAPackage("dev.winnow.kernels..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.winnow..").and(resideOutsideOfPackage("dev.winnow.kernels..")))
        .check(MAIN);
  }

  @Test
  void definitions_know_no_database() {
    noClasses()
        .that()
        .resideInAPackage("dev.winnow.definition..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "jakarta.persistence..",
            "org.springframework.jdbc..",
            "org.springframework.data..",
            "org.springframework.transaction..")
        .check(MAIN);
  }

  @Test
  void web_types_stay_in_web() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.winnow.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
        .check(MAIN);
  }

  @Test
  void the_pure_rooms_know_spring_only_by_its_markers() {
    DescribedPredicate<JavaClass> marker =
        DescribedPredicate.describe(
            "a marker",
            type ->
                type.getPackageName().startsWith("org.springframework.boot.context.properties")
                    || type.getName().equals("org.springframework.stereotype.Component")
                    || type.getPackageName().equals("org.springframework.modulith"));
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "Spring beyond its markers",
                (JavaClass type) ->
                    type.getPackageName().startsWith("org.springframework") && !marker.test(type)))
        .check(MAIN);
  }

  @Test
  void a_plug_in_is_final_and_hidden() {
    classes()
        .that()
        .implement(Named.class)
        .and()
        .areNotInterfaces()
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(MAIN);
  }

  /** A new kind of layer must not compile until everyone says what becomes of it. */
  @Test
  void layers_are_visited_and_never_asked_for_their_class() throws IOException {
    Pattern asked =
        Pattern.compile(
            "instanceof\\s+(LayerSpec|ResidualBlock)\\b"
                + "|\\((LayerSpec\\.[A-Z]\\w+|ResidualBlock)\\)");
    assertThat(asked.matcher("if (layer instanceof LayerSpec.Dense dense) {").find()).isTrue();
    assertThat(asked.matcher("((LayerSpec.Dense) layer).inputs()").find()).isTrue();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        assertThat(asked.matcher(Files.readString(file)).results().map(MatchResult::group))
            .as("%s", file)
            .isEmpty();
      }
    }
  }

  @Test
  void no_file_is_longer_than_250_lines() throws IOException {
    for (Path file : javaFiles(MAIN_SOURCES, TEST_SOURCES)) {
      assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
  }

  @Test
  void every_room_says_in_one_sentence_what_it_is() throws IOException {
    Set<Path> rooms = javaFiles(MAIN_SOURCES).stream().map(Path::getParent).collect(toSet());
    for (Path room : rooms) {
      Path file = room.resolve("package-info.java");
      assertThat(file).isRegularFile();
      assertThat(JAVADOC.matcher(Files.readString(file)).results().map(HouseTest::text))
          .as("%s", file)
          .singleElement(STRING)
          .matches(SENTENCE);
    }
  }

  /** A comment without what frames it, on one line. */
  private static String text(MatchResult javadoc) {
    return javadoc.group(1).replaceAll("\\s+(\\*\\s+)?", " ").strip();
  }

  private static List<Path> javaFiles(Path... roots) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(each -> each.toString().endsWith(".java")).forEach(found::add);
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  @Test
  void tests_use_the_real_thing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mockito..", "org.easymock..", "mockit..")
        .check(ALL);
  }
}

package dev.winnow.engine;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The engine in pure Java made anew from its own source with {@code double} in place of {@code
 * float}. Rounding is then too small to hide a mistake: what is left of a difference to other
 * doubles is the algorithm's. A mistake can be made on purpose by changing a text of the source.
 */
public final class DoubleTwin {
  private static final Path MAIN = Path.of("src/main/java/dev/winnow");
  private static final Path TEST = Path.of("src/test/java/dev/winnow");

  /** What plans are made of; the twin takes them as they are. */
  private static final String PLAIN =
      "(?:TrainingPlan|Step|StepList|ComputePath|TestEvaluation|LearningCurve)\\b";

  /** The sources that are not as they are in the engine. */
  private final Map<String, String> changed;

  private DoubleTwin(Map<String, String> changed) {
    this.changed = changed;
  }

  /** The engine as it is. */
  public static DoubleTwin ofSource() {
    return new DoubleTwin(Map.of());
  }

  /** The engine as it is, compiled once for all twins of a JVM. */
  private static final class Unchanged {
    static final Map<String, String> INPUTS = sources();
    static final Path CLASSES = Path.of("target", "twin-" + ProcessHandle.current().pid());

    static {
      compile(INPUTS, CLASSES);
    }
  }

  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    try {
      addAll(sources, MAIN.resolve("kernels"));
      addAll(sources, MAIN.resolve("network"));
      addAll(sources, MAIN.resolve("network/pure"));
      addAll(sources, MAIN.resolve("training"));
      sources.keySet().removeIf(name -> name.matches(PLAIN));
      sources.put("PureLearner", Files.readString(TEST.resolve("network/pure/PureLearner.java")));
      Path training = TEST.resolve("training/TrainingForTests.java");
      sources.put("TrainingForTests", Files.readString(training));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sources.remove("package-info");
    return sources;
  }

  private static void addAll(Map<String, String> sources, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
  }

  /**
   * The same with a text changed wherever it stands in one class, but not in the value of a
   * constant that others read. A blank in it stands for any blanks and line ends.
   *
   * @throws IllegalArgumentException if the source has no such text
   */
  public DoubleTwin with(String type, String text, String other) {
    Pattern place =
        Pattern.compile(
            Stream.of(text.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    Matcher found = place.matcher(source(type));
    if (!found.find()) {
      throw new IllegalArgumentException("The source of %s has no \"%s\"".formatted(type, text));
    }
    Map<String, String> sources = new TreeMap<>(changed);
    sources.put(type, found.replaceAll(Matcher.quoteReplacement(other)));
    return new DoubleTwin(sources);
  }

  private String source(String type) {
    return changed.getOrDefault(type, Unchanged.INPUTS.getOrDefault(type, ""));
  }

  /**
   * Compiles what was changed.
   *
   * @param classes an empty folder
   * @return makes learners
   */
  public Function<Lesson, Learner> compiledTo(Path classes) {
    if (!changed.isEmpty()) {
      compile(changed, classes);
    }
    try {
      URL[] folders = {classes.toUri().toURL(), Unchanged.CLASSES.toUri().toURL()};
      return maker(
          new URLClassLoader(folders, DoubleTwin.class.getClassLoader())
              .loadClass("dev.winnow.engine.twin.PureLearner")
              .asSubclass(Learner.class)
              .getConstructor(Lesson.class));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compile(Map<String, String> sources, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<Source> files = new ArrayList<>();
    sources.forEach((type, text) -> files.add(new Source(type, inDoubles(text))));
    String path = Unchanged.CLASSES + File.pathSeparator + System.getProperty("java.class.path");
    List<String> options = List.of("-proc:none", "-nowarn", "-cp", path, "-d", folder.toString());
    if (!compiler.getTask(complaints, null, null, options, null, files).call()) {
      throw new IllegalStateException(complaints.toString());
    }
  }

  private static Function<Lesson, Learner> maker(Constructor<? extends Learner> constructor) {
    return lesson -> {
      try {
        return constructor.newInstance(lesson);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static String inDoubles(String text) {
    return text.replaceAll("\\bfloat\\b", "double")
        .replaceAll("\\bFloat\\b", "Double")
        .replaceAll("\\bfloatValue\\b", "doubleValue")
        .replaceAll("\\b([0-9.]+)f\\b", "$1d")
        .replaceAll(
            "package dev\\.winnow\\.training;",
            "package dev.winnow.engine.twin; import dev.winnow.training.*;")
        .replaceAll("\\bdev\\.winnow\\.training\\.(?!\\*|" + PLAIN + ")", "dev.winnow.engine.twin.")
        .replaceAll("\\bdev\\.winnow\\.(kernels|network(\\.pure)?)\\b", "dev.winnow.engine.twin");
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String type, String text) {
      super(URI.create("string:///dev/winnow/engine/twin/" + type + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

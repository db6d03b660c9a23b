package dev.winnow.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** A JVM like those that train: the same flags and environment around another main class. */
@NamedInterface("bench")
public final class TrainingJvm {
  private final ChildCommand command;

  /**
   * @param home the folder {@code winnow.home}
   */
  public TrainingJvm(Path home) {
    this(home, ApplicationCode.ofThisProcess());
  }

  TrainingJvm(Path home, ApplicationCode code) {
    command = new ChildCommand(EngineSettings.defaults(), home, "", code);
  }

  /**
   * @param prefix a program that starts the JVM in its turn, with its arguments; may be empty
   */
  public ProcessBuilder starting(List<String> prefix, Class<?> main, List<String> arguments) {
    List<String> line = new ArrayList<>(prefix);
    line.add(command.java().toString());
    line.addAll(command.launch(main, arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(command.environment());
    return builder;
  }
}

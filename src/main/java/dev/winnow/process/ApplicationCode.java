package dev.winnow.process;

import java.nio.file.Path;
import java.util.List;

/** Where a child process finds this application's classes. */
sealed interface ApplicationCode {
  /** The arguments that follow the JVM's flags: class path and main class. */
  List<String> launch(Class<?> main);

  /** As this process was started: from the packaged jar with jars inside, or from a class path. */
  static ApplicationCode ofThisProcess() {
    String classPath = System.getProperty("java.class.path");
    return ClassLoader.getSystemResource(PackagedJar.LAUNCHER.replace('.', '/') + ".class") == null
        ? new ClassPath(classPath)
        : new PackagedJar(Path.of(classPath));
  }

  /** A plain {@code -cp app.jar Main} would not see the jars inside the jar. */
  record PackagedJar(Path jar) implements ApplicationCode {
    private static final String LAUNCHER =
        "org.springframework.boot.loader.launch.PropertiesLauncher";

    @Override
    public List<String> launch(Class<?> main) {
      return List.of("-Dloader.main=" + main.getName(), "-cp", jar.toString(), LAUNCHER);
    }
  }

  record ClassPath(String entries) implements ApplicationCode {
    @Override
    public List<String> launch(Class<?> main) {
      return List.of("-cp", entries, main.getName());
    }
  }
}

package dev.winnow;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Starts Winnow: API, dashboard and workers in one process, or one of them by configuration. With
 * the name of a command as its first argument it runs that instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WinnowApplication {
  public static void main(String[] args) throws Exception {
    Optional<Integer> status = Commands.run(args);
    if (status.isPresent()) {
      System.exit(status.get());
    }
    SpringApplication.run(WinnowApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}

package dev.winnow;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Winnow: API, dashboard and workers in one process, or one of them by configuration. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WinnowApplication {
  public static void main(String[] args) {
    SpringApplication.run(WinnowApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}

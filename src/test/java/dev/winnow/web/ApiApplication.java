package dev.winnow.web;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What a process with the role of an API consists of: no workers, no engine, no image files. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "dev.winnow")
@ComponentScan({
  "dev.winnow.dataset",
  "dev.winnow.architecture",
  "dev.winnow.training",
  "dev.winnow.lottery",
  "dev.winnow.queue",
  "dev.winnow.definition",
  "dev.winnow.experiment",
  "dev.winnow.results",
  "dev.winnow.report",
  "dev.winnow.web"
})
@ConfigurationPropertiesScan({"dev.winnow.dataset", "dev.winnow.experiment"})
class ApiApplication {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}

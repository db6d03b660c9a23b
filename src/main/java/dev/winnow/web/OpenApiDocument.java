package dev.winnow.web;

import dev.winnow.definition.DefinitionSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
  static {
    ModelResolver.enumsAsRef = true;
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Winnow")
                .version("v1")
                .description(
                    "Lottery-ticket experiments as a service. Times are UTC, accuracies and"
                        + " densities are shares from 0 to 1, trials count from 1 and rounds from"
                        + " 0. Every error is a problem (RFC 9457).")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
  }

  @Bean
  OpenApiCustomizer documentation(DefinitionSchema schema) {
    return new Documentation(schema);
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }
}

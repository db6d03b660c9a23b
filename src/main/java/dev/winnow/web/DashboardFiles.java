package dev.winnow.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the dashboard. A path without a file is a page of the dashboard, which draws it itself;
 * files under {@code assets/} have the hash of their content in their names and never change.
 */
@Configuration(proxyBeanMethods = false)
class DashboardFiles implements WebMvcConfigurer {
  private final String[] locations;

  DashboardFiles(WebProperties web) {
    locations = web.getResources().getStaticLocations();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(
            Stream.of(locations).map(location -> location + "assets/").toArray(String[]::new))
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(locations)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new DeepLinks());
  }

  private static final class DeepLinks extends PathResourceResolver {
    private static final List<String> OTHERS = List.of("api", "actuator", "swagger-ui", "v3");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      boolean isOthers =
          OTHERS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
      return file != null || isOthers ? file : super.getResource("index.html", location);
    }
  }
}

package dev.winnow.dataset;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How missing files are fetched.
 *
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for the next bytes
 * @param mirrors folders by the name of a data set, tried in their order instead of those that it
 *     knows itself; none means that nothing is fetched
 * @param enabled whether anything is fetched at all
 */
public record Download(
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("30s") Duration readTimeout,
    @DefaultValue Map<String, List<URI>> mirrors,
    @DefaultValue("true") boolean enabled) {
  /**
   * @throws IllegalArgumentException if a mirror is not an HTTP address or a timeout is not from
   *     one millisecond to one hour
   */
  public Download {
    mirrors =
        mirrors.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    one -> addresses("winnow.download.mirrors." + one.getKey(), one.getValue())));
    check("winnow.download.connect-timeout", connectTimeout);
    check("winnow.download.read-timeout", readTimeout);
  }

  /** Fetches nothing: what is missing stays missing. */
  public static Download never() {
    return new Download(Duration.ofSeconds(10), Duration.ofSeconds(30), Map.of(), false);
  }

  /**
   * Where the files of a data set are fetched.
   *
   * @param published the folders that it knows itself
   */
  Mirrors of(String dataset, String... published) {
    List<URI> folders =
        mirrors.getOrDefault(dataset, Stream.of(published).map(URI::create).toList());
    return new Mirrors(enabled ? folders : List.of(), connectTimeout, readTimeout);
  }

  private static List<URI> addresses(String property, List<URI> mirrors) {
    return mirrors.stream().map(uri -> address(property, uri)).toList();
  }

  /** With a slash at the end, so that a file's name can be resolved against it. */
  private static URI address(String property, URI mirror) {
    boolean http = "http".equals(mirror.getScheme()) || "https".equals(mirror.getScheme());
    if (!http || mirror.getHost() == null) {
      throw new IllegalArgumentException(
          "%s must hold http or https addresses, holds %s".formatted(property, mirror));
    }
    return mirror.getPath().endsWith("/") ? mirror : URI.create(mirror + "/");
  }

  private static void check(String property, Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "%s must be from 1 ms to 1 h, is %s".formatted(property, timeout));
    }
  }
}

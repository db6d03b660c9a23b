package dev.winnow.catalog;

import java.util.Locale;

/**
 * How a field is called and explained.
 *
 * @param name in definitions, in camel case
 * @param title in forms and tables
 * @param help one line; empty if the title says it all
 */
public record Label(String name, String title, String help) {
  /** With the name's own words for a title: "Learning rate" for {@code learningRate}. */
  public static Label of(String name, String help) {
    String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return new Label(
        name, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), help);
  }
}

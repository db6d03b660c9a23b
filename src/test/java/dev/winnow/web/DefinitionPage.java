package dev.winnow.web;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields of a definition as a page of the documentation, from the catalog's answer. */
final class DefinitionPage {
  private static final String HEAD =
      """
      # What a definition says

      `POST /api/v1/experiments` takes it as JSON. What is left out takes its default; a plug-in is
      an object with a `name` and its own parameters. This page is made from the fields' declarations,
      as are the form, the API's description and `GET /api/v1/catalog`.
      """;

  private final JsonNode catalog;
  private final StringBuilder text = new StringBuilder(HEAD);
  private final Set<String> kinds = new LinkedHashSet<>();

  private DefinitionPage(JsonNode catalog) {
    this.catalog = catalog;
  }

  static String of(JsonNode catalog) {
    DefinitionPage page = new DefinitionPage(catalog);
    page.text.append("\n## Fields\n\n| field | takes | by default | means |\n|---|---|---|---|\n");
    page.rows(catalog.get("definition"));
    page.kinds.forEach(page::plugIns);
    return page.text.toString();
  }

  private void rows(JsonNode fields) {
    for (JsonNode field : fields) {
      row(field, field.get("pointer").stringValue());
      if (field.get("catalog").isString()) {
        kinds.add(field.get("catalog").stringValue());
      }
      rows(field.get("fields"));
    }
  }

  private void row(JsonNode field, String pointer) {
    text.append(
        "| `%s` | %s | %s | %s%s |\n"
            .formatted(
                pointer.substring(1).replace("/-/", "[].").replace('/', '.'),
                takes(field),
                fallback(field),
                cell(field.get("help").stringValue()),
                methods(field.get("methods"))));
  }

  private static String takes(JsonNode field) {
    JsonNode kind = field.get("catalog");
    return kind.isString()
        ? (field.get("kind").stringValue().equals("array") ? "a list of " : "one of the ")
            + "[%s](#%s)".formatted(kind.stringValue(), kind.stringValue())
        : cell(field.get("allowed").stringValue());
  }

  private static String fallback(JsonNode field) {
    if (field.path("rule").isString()) {
      return cell(field.get("rule").stringValue());
    }
    if (field.get("fallback").isNull()) {
      return field.get("required").booleanValue() ? "must be given" : "";
    }
    String value = cell(field.get("fallback").toString().replace("\"", ""));
    return value.isEmpty() ? "empty" : "`" + value + "`";
  }

  private static String methods(JsonNode methods) {
    return methods.isNull()
        ? ""
        : "; read by "
            + String.join(", ", methods.valueStream().map(JsonNode::stringValue).toList());
  }

  private void plugIns(String kind) {
    text.append("\n## ").append(kind).append("\n\n| name | parameters | means |\n|---|---|---|\n");
    for (JsonNode entry : catalog.get(kind)) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  entry.get("name").stringValue(),
                  String.join(
                      "<br>",
                      entry.get("parameters").valueStream().map(DefinitionPage::word).toList()),
                  cell(entry.get("summary").stringValue())));
    }
  }

  private static String word(JsonNode parameter) {
    String summary = cell(parameter.get("summary").stringValue());
    return "`%s`: %s; %s; %s"
        .formatted(
            parameter.get("name").stringValue(),
            summary,
            cell(parameter.get("allowed").stringValue()),
            parameter.get("required").booleanValue()
                ? "must be given"
                : "by default " + fallback(parameter));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}

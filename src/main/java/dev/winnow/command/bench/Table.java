package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text under each other: the first column to the left, the others to the right. An empty
 * column is left out.
 */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      if (width(column) == 0) {
        continue;
      }
      String gap = " ".repeat(width(column) - cells.get(column).length());
      line.append(column == 0 ? "" : "  ");
      line.append(column == 0 ? cells.get(column) + gap : gap + cells.get(column));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}

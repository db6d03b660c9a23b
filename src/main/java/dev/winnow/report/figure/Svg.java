package dev.winnow.report.figure;

import java.util.Locale;

/** A picture as it is written down: SVG elements one after another. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" font-size=\"12\">",
        width, height, width, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
  }

  /**
   * Adds a line.
   *
   * @param format whose numbers get a point, whatever the machine's language
   */
  void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** Adds words. */
  void words(double x, double y, String attributes, String words) {
    add("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, escaped(words));
  }

  static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The whole picture; nothing may be added afterwards. */
  String finish() {
    return text.append("</svg>\n").toString();
  }
}

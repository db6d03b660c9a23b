package dev.winnow.report.figure;

/**
 * How an arm is drawn: colour, dash and marker, so that none rests on colour alone. The colours are
 * the dashboard's, which keep apart under the common kinds of colour blindness.
 *
 * @param dash an SVG dash array
 * @param marker an SVG path around (0, 0)
 */
record LineStyle(String colour, String dash, String marker) {
  private static final String[] COLOURS = {
    "#0069a8", "#d55e00", "#00855f", "#a94f86", "#8a6d00", "#3b3f8f"
  };
  private static final String[] DASHES = {"none", "6 3", "2 3", "8 3 2 3"};
  private static final String[] MARKERS = {
    "M-3.5,0a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0z",
    "M0,-4.5L4.5,0L0,4.5L-4.5,0z",
    "M-3.2,-3.2h6.4v6.4h-6.4z",
    "M0,-4.5L4.2,3.2L-4.2,3.2z"
  };

  /**
   * @param index of the arm, from 0 for the ticket
   */
  static LineStyle of(int index) {
    return new LineStyle(
        COLOURS[index % COLOURS.length],
        DASHES[index % DASHES.length],
        MARKERS[index % MARKERS.length]);
  }

  void line(Svg svg, String points) {
    svg.add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\""
            + " stroke-dasharray=\"%s\"/>",
        points, colour, dash);
  }

  void marker(Svg svg, double x, double y) {
    svg.add(
        "<path transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\"/>", x, y, marker, colour);
  }

  /** A bar from one value to another, with short ends. */
  void bar(Svg svg, double x, double top, double bottom) {
    svg.add(
        "<path class=\"bar\" d=\"M%.1f,%.1fV%.1fM%.1f,%.1fh6M%.1f,%.1fh6\" stroke=\"%s\""
            + " stroke-opacity=\"0.6\"/>",
        x, top, bottom, x - 3, top, x - 3, bottom, colour);
  }
}

package dev.winnow.report.figure;

import dev.winnow.report.curve.ArmCurve;
import dev.winnow.report.curve.ArmPoint;
import dev.winnow.report.curve.Curves;
import dev.winnow.report.curve.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One value of all arms against weights remaining.
 *
 * @param id unique in the picture
 * @param title of the value axis
 * @param value as it is drawn
 */
record Panel(String id, String title, Function<ArmPoint, Spread> value) {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 260;
  private static final String TICK = "fill=\"#57606a\" text-anchor=\"%s\"";

  /** How far below the ticket's values, in their span, the controls are followed. */
  private static final double FOLLOWED = 3;

  /**
   * Draws with the upper left corner of the plot at (left, top).
   *
   * @param curves with at least one point
   */
  void draw(Svg svg, Curves curves, double left, double top) {
    DensityAxis across =
        new DensityAxis(
            left,
            left + WIDTH,
            densities(curves).stream().min(Comparator.naturalOrder()).orElseThrow());
    ValueAxis up = values(curves, top);
    drawGrid(svg, across, up, densities(curves));
    svg.add(
        "<clipPath id=\"%s\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"/></clipPath>",
        id, left - 8, top - 8, WIDTH + 16, HEIGHT + 8);
    svg.add("<g clip-path=\"url(#%s)\">", id);
    for (int arm = curves.arms().size() - 1; arm >= 0; arm--) {
      drawArm(svg, curves.arms().get(arm), LineStyle.of(arm), across, up);
    }
    svg.add("</g>");
  }

  private static List<Double> densities(Curves curves) {
    return curves.arms().stream()
        .flatMap(arm -> arm.points().stream().map(ArmPoint::density))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Holds the ticket's bars whole; a control far below leaves the plot at its lower edge. */
  private ValueAxis values(Curves curves, double top) {
    List<Spread> ticket = spreads(curves.arms().get(0));
    List<Spread> all = curves.arms().stream().flatMap(arm -> spreads(arm).stream()).toList();
    double least = least(all);
    double most = all.stream().mapToDouble(Spread::max).max().orElseThrow();
    if (!ticket.isEmpty()) {
      double highest = ticket.stream().mapToDouble(Spread::max).max().orElseThrow();
      double span = highest - least(ticket);
      least = span > 0 ? Math.max(least, least(ticket) - FOLLOWED * span) : least;
    }
    return ValueAxis.around(top + HEIGHT, top, least, most);
  }

  private static double least(List<Spread> spreads) {
    return spreads.stream().mapToDouble(Spread::min).min().orElseThrow();
  }

  private List<Spread> spreads(ArmCurve arm) {
    return arm.points().stream().map(value).toList();
  }

  private void drawGrid(Svg svg, DensityAxis across, ValueAxis up, List<Double> densities) {
    for (double value : up.ticks()) {
      double y = up.y(value);
      svg.add("<path d=\"M%.1f,%.1fH%.1f\" stroke=\"#e6e9ec\"/>", across.left(), y, across.right());
      svg.words(across.left() - 8, y + 4, TICK.formatted("end"), up.label(value));
    }
    for (double density : across.ticks(densities)) {
      String label = String.format(Locale.ROOT, "%.1f", 100 * density).replace(".0", "");
      svg.words(across.x(density), up.bottom() + 18, TICK.formatted("middle"), label);
    }
    svg.add(
        "<path d=\"M%.1f,%.1fH%.1f\" stroke=\"#57606a\"/>",
        across.left(), up.bottom(), across.right());
    double middle = (across.left() + across.right()) / 2;
    String centred = "fill=\"#1f2328\" text-anchor=\"middle\"";
    svg.words(middle, up.bottom() + 38, centred, "weights remaining (%)");
    svg.words(across.left(), up.top() - 14, "fill=\"#1f2328\" font-weight=\"600\"", title);
  }

  private void drawArm(Svg svg, ArmCurve arm, LineStyle style, DensityAxis across, ValueAxis up) {
    String line =
        arm.points().stream()
            .map(point -> Svg.point(across.x(point.density()), up.y(value.apply(point).mean())))
            .collect(Collectors.joining(" "));
    style.line(svg, line);
    for (ArmPoint point : arm.points()) {
      Spread spread = value.apply(point);
      double x = across.x(point.density());
      if (point.n() > 1) {
        style.bar(svg, x, up.y(spread.max()), up.y(spread.min()));
      }
      style.marker(svg, x, up.y(spread.mean()));
    }
  }
}

package dev.winnow.report.figure;

import dev.winnow.report.curve.ArmPoint;
import dev.winnow.report.curve.Curves;
import dev.winnow.report.curve.Spread;
import java.util.List;

/**
 * Test accuracy at early stop and the early-stop iteration against weights remaining, as in figures
 * 3 and 4 of 1803.03635: lines through the means over trials, bars from the least to the greatest.
 */
public final class Figure {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 400;
  private static final int TOP = 76;
  private static final int LEFT = 58;
  private static final int SECOND = 536;

  private static final List<Panel> PANELS =
      List.of(
          new Panel("accuracy", "test accuracy at early stop (%)", Figure::percent),
          new Panel("iteration", "early-stop iteration", ArmPoint::earlyStopIteration));

  private Figure() {}

  /**
   * An SVG document with a white ground.
   *
   * @param title of the picture, for those who do not see it
   */
  public static String draw(String title, Curves curves) {
    Svg svg = new Svg(WIDTH, HEIGHT);
    svg.add("<title>%s</title>", Svg.escaped(title));
    if (curves.arms().stream().allMatch(arm -> arm.points().isEmpty())) {
      svg.words(LEFT, TOP, "fill=\"#57606a\"", "No round is complete yet.");
      return svg.finish();
    }
    drawLegend(svg, curves);
    PANELS.get(0).draw(svg, curves, LEFT, TOP);
    PANELS.get(1).draw(svg, curves, SECOND, TOP);
    return svg.finish();
  }

  private static void drawLegend(Svg svg, Curves curves) {
    double x = LEFT;
    for (int arm = 0; arm < curves.arms().size(); arm++) {
      String name = curves.arms().get(arm).name();
      LineStyle style = LineStyle.of(arm);
      style.line(svg, Svg.point(x, 26) + " " + Svg.point(x + 32, 26));
      style.marker(svg, x + 16, 26);
      svg.words(x + 40, 30, "fill=\"#1f2328\"", name);
      x += 64 + 7 * name.length();
    }
    int trials =
        curves.arms().stream()
            .flatMap(arm -> arm.points().stream())
            .mapToInt(ArmPoint::n)
            .max()
            .orElseThrow();
    String note =
        trials == 1 ? "1 trial" : "means of %d trials; bars: min to max".formatted(trials);
    svg.words(WIDTH - 24, 30, "fill=\"#57606a\" text-anchor=\"end\"", note);
  }

  private static Spread percent(ArmPoint point) {
    Spread share = point.testAccuracyAtEarlyStop();
    return new Spread(100 * share.mean(), 100 * share.min(), 100 * share.max());
  }
}

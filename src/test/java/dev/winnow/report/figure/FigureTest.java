package dev.winnow.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.report.curve.ArmCurve;
import dev.winnow.report.curve.ArmPoint;
import dev.winnow.report.curve.Curves;
import dev.winnow.report.curve.Spread;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureTest {
  private static Spread around(double value, double half) {
    return new Spread(value, value - half, value + half);
  }

  /** Accuracies from 0.90 to 1.00 and iterations from 1,000 to 2,000 over densities 1 to 0.01. */
  private static ArmPoint point(int round, double density, int n, double share, int iteration) {
    Spread accuracy = around(share, n > 1 ? 0.01 : 0);
    return new ArmPoint(round, density, n, n, accuracy, accuracy, around(iteration, 0));
  }

  private static Curves curves(int n) {
    List<ArmPoint> ticket =
        List.of(
            point(0, 1, n, 0.91, 1000),
            point(1, 0.1, n, 0.99, 1500),
            point(2, 0.01, n, 0.95, 2000));
    List<ArmPoint> mask = List.of(point(1, 0.1, n, 0.95, 2000), point(2, 0.01, n, 0.5, 2000));
    return new Curves(
        List.of(
            new ArmCurve("ticket", ticket),
            new ArmCurve("random-reinit", List.of()),
            new ArmCurve("random-mask", mask)));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> attributes(Document document, String tag, String attribute) {
    NodeList nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> ((Element) nodes.item(i)).getAttribute(attribute))
        .toList();
  }

  private static List<String> words(Document document) {
    NodeList nodes = document.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  @Test
  void points_lie_where_their_values_are() throws Exception {
    List<String> lines = attributes(parsed(Figure.draw("a", curves(2))), "polyline", "points");
    // The plots are 400 wide from x = 58 and 536, and 260 high from y = 76. A tenth of the weights
    // is half way to a hundredth. Accuracy goes from 60 (the ticket's least 90 less three times its
    // span of 10) to 100 %, iterations from 1,000 to 2,000.
    assertThat(lines)
        .contains("58.0,134.5 258.0,82.5 458.0,108.5", "536.0,336.0 736.0,206.0 936.0,76.0")
        .contains("258.0,108.5 458.0,401.0");
  }

  @Test
  void bars_reach_from_the_least_to_the_greatest() throws Exception {
    List<String> bars = attributes(parsed(Figure.draw("a", curves(2))), "path", "d");
    assertThat(bars).contains("M258.0,76.0V89.0M255.0,76.0h6M255.0,89.0h6");
    assertThat(Figure.draw("a", curves(1))).doesNotContain("class=\"bar\"");
  }

  @Test
  void axes_and_arms_are_named() throws Exception {
    assertThat(words(parsed(Figure.draw("a", curves(2)))))
        .contains("ticket", "random-reinit", "random-mask", "means of 2 trials; bars: min to max")
        .contains("test accuracy at early stop (%)", "early-stop iteration")
        .contains("weights remaining (%)", "100", "10", "1", "1,000", "2,000");
  }

  @Test
  void a_title_may_have_any_characters() throws Exception {
    Document document = parsed(Figure.draw("<a> & \"b\" 😀", curves(1)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("<a> & \"b\" 😀");
  }

  @Test
  void without_points_it_says_so() throws Exception {
    Curves none = new Curves(List.of(new ArmCurve("ticket", List.of())));
    assertThat(words(parsed(Figure.draw("a", none)))).containsExactly("No round is complete yet.");
  }
}

package dev.winnow.lottery;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * The shares of the remaining weights that one round removes. The output layer's rate is half of
 * the default unless it is given, that of convolutions the default itself (1803.03635, figure 2).
 * Layers that are ranked together have one rate.
 */
final class RemovalFields {
  private static final String HIDDEN = "default";
  private static final String STANDARD = "0.2";
  private static final String HELP = "Share of the remaining weights";
  private static final JsonPointer SCOPE = JsonPointer.compile("/pruning/scope");
  private static final Decimals SHARE = Decimals.between("0", "1");

  private RemovalFields() {}

  static Field field() {
    Default hidden = Default.derived("\"default\"", siblings -> Optional.of(hidden(siblings)));
    return new Field.Group(
        Label.of("removedPerRound", "What one round takes of the remaining weights"),
        false,
        FingerprintRule.always(),
        List.of(
            Parameter.decimal(HIDDEN, HELP, STANDARD, SHARE).titled("Removed per round").field(),
            rate("convolution", "Removed per round, convolutions", hidden)
                .with(FingerprintRule.since(hidden))
                .field(),
            rate(
                    "output",
                    "Removed per round, output layer",
                    Default.derived(
                        "half of \"default\", and \"default\" where all layers are ranked together",
                        siblings -> Optional.of(output(siblings))))
                .field(),
            new Field.Table(
                new Label("layers", "Removed per round, single layers", HELP + ", by layer"),
                SHARE,
                FingerprintRule.since(Default.of(Map.of())))));
  }

  private static Parameter rate(String name, String title, Default standard) {
    return new Parameter(new Label(name, title, HELP), SHARE, standard, FingerprintRule.always());
  }

  private static BigDecimal hidden(FieldContext siblings) {
    return new BigDecimal(siblings.value(HIDDEN).orElse(STANDARD).toString());
  }

  private static BigDecimal output(FieldContext siblings) {
    Optional<Object> global = Optional.of(Domain.Options.word(Scope.GLOBAL));
    return siblings.value(SCOPE).equals(global)
        ? hidden(siblings)
        : hidden(siblings).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
  }
}

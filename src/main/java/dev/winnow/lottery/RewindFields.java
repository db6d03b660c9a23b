package dev.winnow.lottery;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import dev.winnow.training.Step;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a definition says of the weights to which survivors return. */
@Component
final class RewindFields implements Section {

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.Group(
            Label.of("rewind", "The weights that survivors return to"),
            false,
            FingerprintRule.always(),
            List.of(
                new Parameter(
                        new Label(
                            "to", "Rewind to", "A step of round 0; 0it is the initialisation"),
                        new Domain.Written(Step.FORMS, Step::parse),
                        Default.of(Step.START),
                        FingerprintRule.always())
                    .field(),
                Parameter.option(
                        "mode",
                        "What returns: the weights, the learning rate alone, neither for"
                            + " fine-tuning, or nothing at all",
                        RewindMode.WEIGHTS)
                    .titled("Rewind")
                    .young()
                    .field(),
                Parameter.option(
                        "optimizerState",
                        "When a round's ticket begins; controls always begin anew",
                        OptimizerStateMode.RESET)
                    .titled("Optimizer's state")
                    .young()
                    .field())));
  }
}

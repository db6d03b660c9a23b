package dev.winnow.definition;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of the experiment as a whole: nothing that decides a run's numbers. */
@Component
final class ExperimentFields implements Section {
  @Override
  public List<Field> fields() {
    return List.of(
        of(Parameter.required("name", "What it is called", new Domain.Text(1, 200))),
        of(new Parameter("notes", "", new Domain.Text(0, 10_000), Optional.of(""))),
        new Field.Series(
            Label.of("tags", "Words to find it by"),
            new Domain.Text(1, 50),
            20,
            FingerprintRule.never()),
        of(Parameter.option("pool", "Which workers may run it", WorkerPoolChoice.ANY)),
        of(Parameter.integer("priority", "Higher goes first", 50, 0, 100)),
        new Field.Group(
            Label.of("trials", "How often it is repeated, each time with another seed"),
            false,
            FingerprintRule.never(),
            List.of(
                of(
                    Parameter.integer("count", "Error bars are over trials", 1, 1, 1000)
                        .titled("Trials")),
                of(Parameter.seed("Of trial 1; trial 2 has the next")))));
  }

  private static Field of(Parameter parameter) {
    return parameter.with(FingerprintRule.never()).field();
  }
}

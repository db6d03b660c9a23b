package dev.winnow.lottery;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** What a definition says of the controls that are trained beside the ticket. */
@Component
final class ArmFields implements Section {
  private static final String ID_FORM =
      "1 to 40 lower-case letters, digits and hyphens, and not \"" + Arm.TICKET + "\"";
  private static final JsonPointer ROUNDS = JsonPointer.compile("/pruning/rounds");

  private final Arms arms;

  ArmFields(Arms arms) {
    this.arms = arms;
  }

  @Override
  public List<Field> fields() {
    Field.PlugIn arm =
        new Field.PlugIn(
            new Label("arm", "Control", "What is trained beside the ticket"),
            arms,
            Optional.empty(),
            FingerprintRule.never(),
            List.of(
                new Parameter(
                        Label.of("id", "Unique in the definition"),
                        new Domain.Written(ID_FORM, ArmFields::id),
                        Default.derived(
                            "the control's name", siblings -> Optional.of(siblings.text("name"))),
                        FingerprintRule.never())
                    .field(),
                new Parameter(
                        Label.of("rounds", "In which it is trained, such as 1-20"),
                        new Domain.Written(RoundSet.FORMS, RoundSet::parse),
                        Default.derived(
                            "all rounds but round 0", siblings -> Optional.of(allRounds(siblings))),
                        FingerprintRule.never())
                    .field()));
    return List.of(
        new Field.Several(
            new Label("arms", "Controls", "What is trained beside the ticket, made from it"),
            arm,
            FingerprintRule.never()));
  }

  private static String id(String text) {
    if (!text.matches("[a-z0-9][a-z0-9-]{0,39}") || text.equals(Arm.TICKET)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static RoundSet allRounds(FieldContext siblings) {
    String rounds = siblings.value(ROUNDS).orElse(1).toString();
    return RoundSet.between(1, Integer.parseInt(rounds));
  }
}

package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The ticket's mask with weights drawn, with replacement, from the starting weights that survive in
 * the same layer: the ticket's own distribution of initial values without their places (1803.03635,
 * appendix F).
 */
@Component
final class Resample implements Arm {
  @Override
  public String name() {
    return "resample";
  }

  @Override
  public String summary() {
    return "The ticket's mask with weights drawn from the layer's surviving ones";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.integer("perTicket", "Independent draws for each ticket", 1, 1, 20));
  }

  @Override
  public int replicates(Choice choice) {
    return choice.integer("perTicket");
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    Mask mask = ticket.mask();
    float[] rewound = ScoringContext.prunable(context.rewound());
    float[] values = context.rewound().values();
    for (int t = 0; t < mask.layout().prunable().size(); t++) {
      ParameterLayout.Place place = mask.layout().prunable().get(t);
      int[] survivors = mask.survivors(t);
      RandomStream draw = context.stream("resample", place.tensor().name());
      int toIndex = place.offset() - mask.firstPosition(t);
      for (int position : survivors) {
        values[toIndex + position] = rewound[survivors[draw.nextInt(survivors.length)]];
      }
    }
    return context.ticket(mask, new Weights(mask.layout(), values));
  }
}

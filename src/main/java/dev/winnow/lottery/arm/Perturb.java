package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The ticket with Gaussian noise on its starting weights, of sigma times the standard deviation of
 * all of the layer's starting weights (1803.03635, appendix F.7).
 */
@Component
final class Perturb implements Arm {
  @Override
  public String name() {
    return "perturb";
  }

  @Override
  public String summary() {
    return "The ticket with noise of sigma × the standard deviation of the layer on its weights";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.decimal(
            "sigma", "Noise ÷ standard deviation of the layer", "0.5", Decimals.above("0", "100")));
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    double sigma = choice.decimal("sigma").doubleValue();
    float[] values = context.rewound().values();
    for (ParameterLayout.Place place : context.rewound().layout().prunable()) {
      RandomStream noise = context.stream("noise", place.tensor().name());
      double deviation = sigma * context.rewound().deviation(place);
      for (int i = place.offset(); i < place.end(); i++) {
        values[i] += (float) (deviation * noise.nextGaussian());
      }
    }
    return context.ticket(ticket.mask(), new Weights(ticket.mask().layout(), values));
  }
}

package dev.winnow.lottery.method;

import dev.winnow.lottery.Method;
import dev.winnow.lottery.Methods;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class Imp implements Method {
  @Override
  public String name() {
    return Methods.DEFAULT;
  }

  @Override
  public String summary() {
    return "Train, prune, rewind, repeat (iterative magnitude pruning), or prune at once";
  }

  @Override
  public Set<String> reads() {
    return Set.of("/pruning", "/rewind");
  }
}

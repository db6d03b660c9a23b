package dev.winnow.lottery.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchedDenseTest {
  private static final Choice CHOICE = Choice.of("matched-dense");
  private static final ParameterLayout LENET = Networks.chain(784, 300, 100, 10);

  @Test
  void its_widths_are_the_tickets_by_one_factor_and_the_next_wider_has_too_many_weights() {
    for (int kept : new int[] {266_199, 133_100, 56_075, 9_546, 3_179, 795}) {
      Mask mask = challenge(LENET, kept).mask();
      int first = mask.survivors(0).length / 784;
      int second = Math.max(1, first / 3);
      assertThat(mask.keptPerTensor()).containsExactly(784 * first, first * second, 10 * second);
      assertThat(mask.kept()).isLessThanOrEqualTo(kept);
      assertThat(weights(first + 1)).isGreaterThan(kept);
    }
    assertThat(challenge(LENET, 56_075).mask().keptPerTensor())
        .containsExactly(784 * 69, 69 * 23, 230);
    assertThat(challenge(LENET, 266_200).mask()).isEqualTo(Mask.dense(LENET));
  }

  private static int weights(int first) {
    int second = Math.max(1, first / 3);
    return 784 * first + first * second + 10 * second;
  }

  @Test
  void it_is_the_first_units_of_each_layer_with_all_weights_between_them() {
    Mask mask = challenge(LENET, 3_179).mask();
    assertThat(mask.survivors(0)).containsExactly(IntStream.range(0, 4 * 784).toArray());
    assertThat(mask.survivors(1)).containsExactly(IntStream.range(235_200, 235_204).toArray());
    assertThat(mask.survivors(2))
        .containsExactly(IntStream.range(0, 10).map(row -> 265_200 + 100 * row).toArray());
  }

  @Test
  void it_is_drawn_as_a_network_of_its_own_size() {
    ParameterLayout own = NarrowNetwork.of(LENET, 3_179).layout();
    assertThat(own.places().stream().map(ParameterLayout.Place::tensor))
        .extracting(TensorSpec::fanIn, TensorSpec::fanOut)
        .containsExactly(tuple(784, 4), tuple(4, 1), tuple(1, 10));
    Ticket narrow = challenge(LENET, 3_179);
    float[] start = ScoringContext.prunable(narrow.start());
    float[] drawn = Networks.random(own, 2).values();
    int[] places = narrow.mask().survivors();
    for (int i = 0; i < places.length; i++) {
      assertThat(start[places[i]]).isEqualTo(drawn[i]);
    }
  }

  @Test
  void channels_are_narrowed_with_all_of_their_pixels() {
    TensorSpec conv1 = new TensorSpec("conv1.weight", List.of(8, 3, 3, 3), true, 27, 72);
    TensorSpec conv2 = new TensorSpec("conv2.weight", List.of(8, 8, 3, 3), true, 72, 72);
    TensorSpec fc1 = new TensorSpec("fc1.weight", List.of(5, 8 * 4), true, 32, 5);
    ParameterLayout layout = new ParameterLayout(List.of(conv1, conv2, fc1));
    int half = 4 * 3 * 9 + 4 * 4 * 9 + 5 * 4 * 4;
    Mask mask = challenge(layout, half).mask();
    assertThat(mask.keptPerTensor()).containsExactly(4 * 3 * 9, 4 * 4 * 9, 5 * 4 * 4);
    assertThat(mask.keeps(mask.firstPosition(1) + 4 * 9)).isFalse();
    assertThat(mask.keeps(mask.firstPosition(2) + 15)).isTrue();
    assertThat(mask.keeps(mask.firstPosition(2) + 16)).isFalse();
    assertThat(challenge(layout, half - 1).mask().kept()).isLessThan(half - 1);
  }

  @Test
  void a_ticket_with_fewer_weights_than_any_such_network_has_no_match() {
    assertThat(new MatchedDense().least(LENET)).isEqualTo(795);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> challenge(LENET, 794))
        .withMessage("weights must be at least 795, is 794");
  }

  private static Ticket challenge(ParameterLayout layout, int kept) {
    Mask mask = Mask.keeping(layout, IntStream.range(0, kept).toArray());
    Ticket ticket = new Ticket(mask, Networks.random(layout, 1));
    return new MatchedDense().control(ticket, CHOICE, new FixedContext(layout, 2));
  }
}

package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.arm.ArmsForTests;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every arm in the catalog. */
class ArmContractTest {
  private static final ParameterLayout LAYOUT = Networks.chain(30, 10, 5);
  private static final Arms ARMS = ArmsForTests.all();
  private static final Ticket TICKET =
      new Ticket(
          Mask.dense(LAYOUT)
              .keepHighest(ScoringContext.prunable(Networks.random(LAYOUT, 1)), List.of(60, 20)),
          Networks.random(LAYOUT, 2));

  static Stream<Arm> arms() {
    return ARMS.entries().stream();
  }

  @ParameterizedTest
  @MethodSource("arms")
  void it_describes_itself(Arm arm) {
    assertThat(arm.name()).matches("[a-z0-9-]+").isNotEqualTo(Arm.TICKET);
    assertThat(arm.summary()).isNotBlank();
    assertThat(arm.replicates(defaults(arm))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("arms")
  void it_is_a_function_of_its_context(Arm arm) {
    assertThat(control(arm, 1, "a", 3, 1)).isEqualTo(control(arm, 1, "a", 3, 1));
  }

  @Test
  void a_draw_depends_on_seed_arm_id_replicate_and_round() {
    Arm arm = ARMS.get("random-mask");
    Ticket one = control(arm, 1, "a", 3, 1);
    assertThat(control(arm, 2, "a", 3, 1)).isNotEqualTo(one);
    assertThat(control(arm, 1, "b", 3, 1)).isNotEqualTo(one);
    assertThat(control(arm, 1, "a", 4, 1)).isNotEqualTo(one);
    assertThat(control(arm, 1, "a", 3, 2)).isNotEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("arms")
  void it_is_another_network_than_the_ticket(Arm arm) {
    assertThat(control(arm, 1, "a", 3, 1)).isNotEqualTo(TICKET);
  }

  @ParameterizedTest
  @MethodSource("arms")
  void it_keeps_as_many_weights_of_each_layer_as_the_ticket_or_is_a_dense_network(Arm arm) {
    assertThat(arm.least(LAYOUT)).isLessThanOrEqualTo(80);
    assertThat(control(arm, 1, "a", 3, 1).mask().keptPerTensor())
        .isIn(List.of(60, 20), List.of(300, 50), List.of(60, 10));
  }

  @ParameterizedTest
  @MethodSource("arms")
  void it_keeps_as_many_weights_as_it_says(Arm arm) {
    Mask mask = control(arm, 1, "a", 3, 1).mask();
    assertThat(mask.kept()).isEqualTo(arm.keeps(TICKET.mask().kept(), LAYOUT));
  }

  @ParameterizedTest
  @MethodSource("arms")
  void its_pruned_weights_are_frozen_where_the_tickets_are_or_it_says_that_they_cannot(Arm arm) {
    Ticket frozen = new Ticket(TICKET.mask(), Networks.random(LAYOUT, 2), true);
    Ticket control = control(frozen, arm, 1, "a", 3, 1);
    boolean dense = control.mask().kept() == LAYOUT.prunableSize();
    if (!arm.freezes()) {
      assertThat(arm.name()).isEqualTo("matched-dense");
    } else if (!dense) {
      assertThat(control.frozen()).isTrue();
      assertThat(zeros(control.start())).isZero();
    }
    assertThat(control(TICKET, arm, 1, "a", 3, 1).frozen()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("arms")
  void what_it_trains_begins_alike_whether_the_rest_is_frozen_or_not(Arm arm) {
    Ticket frozen = new Ticket(TICKET.mask(), Networks.random(LAYOUT, 2), true);
    Ticket control = control(arm, 1, "a", 3, 1);
    Ticket other = control(frozen, arm, 1, "a", 3, 1);
    assertThat(other.mask()).isEqualTo(control.mask());
    assertThat(other.mask().apply(other.start())).isEqualTo(control.start());
  }

  private static long zeros(Weights weights) {
    return IntStream.range(0, LAYOUT.size()).filter(i -> weights.value(i) == 0).count();
  }

  static Ticket control(Arm arm, long seed, String id, int round, int replicate) {
    return control(TICKET, arm, seed, id, round, replicate);
  }

  private static Ticket control(
      Ticket ticket, Arm arm, long seed, String id, int round, int replicate) {
    Tickets tickets = new Tickets(LAYOUT, Networks.gaussian(), Choice.of("gaussian"), ARMS, seed);
    ArmChoice choice =
        new ArmChoice(id, arm.name(), RoundSet.between(1, 9), defaults(arm).parameters());
    Mask oneShot =
        Mask.dense(LAYOUT)
            .keepHighest(ScoringContext.prunable(Networks.random(LAYOUT, 3)), List.of(60, 20));
    RunKey run = new RunKey(round, id, replicate);
    return tickets.control(run, choice, ticket, Networks.random(LAYOUT, 2), () -> oneShot);
  }

  private static Choice defaults(Arm arm) {
    return new Choice(
        arm.name(),
        arm.parameters().stream()
            .collect(Collectors.toMap(Parameter::name, p -> p.fallback().orElseThrow())));
  }

  static Ticket ticket() {
    return TICKET;
  }

  static Arm arm(String name) {
    return ARMS.get(name);
  }
}

package dev.winnow.lottery.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskDraw;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.ScoringContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlMaskTest {
  private static final ParameterLayout LAYOUT = Networks.layout(5000, 300);
  private static final RunKey RUN = new RunKey(7, "random-mask", 2);
  private static final Mask TICKET = best(1, 500, 30);

  @Test
  void the_tickets_own_mask_takes_a_byte() {
    byte[] bytes = ControlMask.encode(9, RUN, TICKET, TICKET);
    assertThat(bytes).hasSize(1);
    assertThat(ControlMask.decode(TICKET, bytes)).isEqualTo(TICKET);
  }

  @Test
  void a_drawn_mask_is_kept_as_seed_and_counts() {
    Mask drawn = new MaskDraw(9, RUN, List.of(500, 30)).mask(LAYOUT);
    byte[] bytes = ControlMask.encode(9, RUN, TICKET, drawn);
    assertThat(bytes).hasSizeLessThan(60);
    assertThat(ControlMask.decode(TICKET, bytes)).isEqualTo(drawn);
  }

  @Test
  void any_other_mask_comes_back_too() {
    for (Mask mask :
        List.of(best(2, 500, 30), best(1, 400, 20), best(3, 0, 0), best(4, 5000, 300))) {
      assertThat(ControlMask.decode(TICKET, ControlMask.encode(9, RUN, TICKET, mask)))
          .isEqualTo(mask);
    }
  }

  @Test
  void bytes_that_are_cut_short_or_fit_another_network_are_refused() {
    Mask drawn = new MaskDraw(9, RUN, List.of(500, 30)).mask(LAYOUT);
    byte[] bytes = ControlMask.encode(9, RUN, TICKET, drawn);
    for (int length : List.of(0, 2, 12, bytes.length - 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ControlMask.decode(TICKET, Arrays.copyOf(bytes, length)));
    }
    Mask other = Mask.dense(Networks.layout(400, 300));
    assertThatIllegalArgumentException().isThrownBy(() -> ControlMask.decode(other, bytes));
  }

  private static Mask best(long seed, int first, int second) {
    float[] scores = ScoringContext.prunable(Networks.random(LAYOUT, seed));
    return Mask.dense(LAYOUT).keepHighest(scores, List.of(first, second));
  }
}

package dev.winnow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {
  @Test
  void whole_numbers_may_be_written_with_a_fraction_of_zero() {
    Domain range = new Domain.Integers(1, 50);
    assertThat(range.accept(new BigDecimal("5.0"))).contains(5L);
    assertThat(range.accept(new BigDecimal("5.5"))).isEmpty();
    assertThat(range.accept(51)).isEmpty();
    assertThat(range.accept(0)).isEmpty();
    assertThat(range.accept("5")).isEmpty();
    assertThat(range.allowed()).isEqualTo("a whole number from 1 to 50");
  }

  @Test
  void decimals_respect_which_bounds_are_included() {
    assertThat(Domain.Decimals.between("0", "1").accept(0)).isEmpty();
    assertThat(Domain.Decimals.between("0", "1").accept(1)).isEmpty();
    assertThat(Domain.Decimals.from("0", "1").accept(0)).isPresent();
    assertThat(Domain.Decimals.from("0", "1").accept(1)).isEmpty();
    assertThat(Domain.Decimals.above("0", "1").accept(1)).isPresent();
    assertThat(Domain.Decimals.above("0", "1").accept(0)).isEmpty();
  }

  @Test
  void a_decimal_keeps_its_digits() {
    assertThat(Domain.Decimals.between("0", "1").accept(new BigDecimal("0.10")))
        .contains(new BigDecimal("0.10"));
  }

  @Test
  void a_number_whose_plain_form_would_fill_the_memory_is_refused() {
    assertThat(Domain.Decimals.between("0", "1").accept(new BigDecimal("1e-999999999"))).isEmpty();
    assertThat(new Domain.Integers(1, 50).accept(new BigDecimal("1e999999999"))).isEmpty();
  }

  @Test
  void text_has_a_length_and_no_control_characters() {
    Domain text = new Domain.Text(1, 5);
    assertThat(text.accept("abc")).contains("abc");
    assertThat(text.accept("  ")).isEmpty();
    assertThat(text.accept("abcdef")).isEmpty();
    assertThat(text.accept("a\u0000b")).isEmpty();
  }

  @Test
  void a_list_of_numbers_has_a_length_and_each_number_its_bounds() {
    Domain widths = new Domain.Numbers(new Domain.Integers(1, 50), 2);
    assertThat(widths.accept(List.of(new BigDecimal("5.0"), 50))).contains(List.of(5L, 50L));
    assertThat(widths.accept(List.of(5, 51))).isEmpty();
    assertThat(widths.accept(List.of(5, "6"))).isEmpty();
    assertThat(widths.accept(List.of(1, 2, 3))).isEmpty();
    assertThat(widths.accept(List.of())).isEmpty();
    assertThat(widths.accept(5)).isEmpty();
    assertThat(widths.allowed()).isEqualTo("a list of 1 to 2 whole numbers from 1 to 50");
  }
}

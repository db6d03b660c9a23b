package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.command.BadArguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {
  @Test
  void without_arguments_everything_of_ours_is_measured_at_the_usual_pace() {
    BenchOptions options = parse();
    assertThat(options.length()).isEqualTo(MeasurementLength.USUAL);
    assertThat(Part.values()).allMatch(options::measures);
    assertThat(options.torch()).isFalse();
    assertThat(options.data()).isEmpty();
    assertThat(options.libtorch()).isEmpty();
    assertThat(options.json()).isEmpty();
    assertThat(options.python()).isEqualTo(Path.of("/usr/bin/python3"));
  }

  @Test
  void every_option_is_taken() {
    BenchOptions options =
        parse(
            "--torch",
            "--quick",
            "--rounds",
            "7",
            "--only",
            "dense,pair",
            "--data",
            "glyphs",
            "--python",
            "py",
            "--libtorch",
            "peer",
            "--json",
            "all.json");
    assertThat(options.torch()).isTrue();
    assertThat(options.length()).isEqualTo(new MeasurementLength(7, 0.5));
    assertThat(options.only()).containsExactlyInAnyOrder(Part.DENSE, Part.PAIR);
    assertThat(options.data()).contains("glyphs");
    assertThat(options.python()).isEqualTo(Path.of("py"));
    assertThat(options.libtorch()).contains(Path.of("peer"));
    assertThat(options.json()).contains(Path.of("all.json"));
  }

  @Test
  void what_cannot_be_understood_is_named_with_what_is_allowed() {
    refused("There is no option \"--fast\"", "--fast");
    refused("--rounds needs a value", "--rounds");
    refused("--rounds must be a whole number, is \"2.5\"", "--rounds", "2.5");
    refused("--rounds must be from 1 to 1000, is 0", "--rounds", "0");
    refused("--seconds must be a number, is \"x\"", "--seconds", "x");
    refused("--seconds must be above 0, at most 600, is NaN", "--seconds", "NaN");
    refused("--data must be one of [mnist, glyphs], is \"cifar10\"", "--data", "cifar10");
    refused(
        "--only takes names out of [stock, dense, auto, sparse, sgemm, evaluation, pair, conv,"
            + " memory], is \"Dense\"",
        "--only",
        "stock,Dense");
  }

  private static void refused(String message, String... arguments) {
    assertThatExceptionOfType(BadArguments.class)
        .isThrownBy(() -> parse(arguments))
        .withMessageStartingWith(message + System.lineSeparator())
        .withMessageEndingWith(BenchOptions.USAGE);
  }

  private static BenchOptions parse(String... arguments) {
    return BenchOptions.parse(List.of(arguments));
  }
}

package dev.winnow.dataset;

import static dev.winnow.dataset.Stroke.curve;
import static dev.winnow.dataset.Stroke.line;

import java.util.List;

/** The ways in which people write the ten digits. */
final class DigitStrokes {
  private static final List<List<List<Stroke>>> WAYS =
      List.of(
          List.of(
              List.of(
                  curve(
                      .5, 0, .15, .18, .06, .5, .15, .82, .5, 1, .85, .82, .94, .5, .85, .18, .5,
                      0)),
              List.of(
                  curve(
                      .7, .06, .3, .08, .1, .4, .14, .8, .45, 1, .8, .8, .9, .4, .75, .1, .45,
                      .02))),
          List.of(
              List.of(line(.5, 0, .5, 1)),
              List.of(line(.25, .22, .52, 0, .52, 1)),
              List.of(line(.25, .22, .52, 0, .52, 1), line(.22, 1, .82, 1))),
          List.of(
              List.of(
                  curve(.12, .25, .3, .04, .65, .02, .86, .25, .7, .55, .35, .8, .1, 1),
                  line(.1, 1, .92, 1)),
              List.of(
                  curve(
                      .15, .2, .45, 0, .8, .15, .75, .45, .45, .75, .15, .95, .08, .82, .3, .78, .6,
                      .95, .95, .92))),
          List.of(
              List.of(
                  curve(.12, .12, .45, 0, .8, .14, .75, .38, .4, .48),
                  curve(.4, .48, .8, .57, .88, .8, .55, 1, .1, .88)),
              List.of(
                  line(.12, 0, .85, 0, .42, .42),
                  curve(.42, .42, .82, .55, .86, .82, .5, 1, .1, .9))),
          List.of(
              List.of(line(.65, 1, .65, 0, .06, .66, .95, .66)),
              List.of(curve(.2, .02, .14, .35, .3, .53, .78, .48), line(.82, 0, .74, 1))),
          List.of(
              List.of(
                  line(.85, 0, .24, 0, .18, .42),
                  curve(.18, .42, .5, .34, .85, .52, .85, .82, .5, 1, .1, .9)),
              List.of(
                  curve(.25, .02, .2, .4, .5, .36, .86, .6, .7, .94, .35, 1, .08, .86),
                  line(.25, .02, .92, 0))),
          List.of(
              List.of(
                  curve(
                      .76, 0, .4, .2, .15, .55, .2, .88, .5, 1, .82, .88, .82, .62, .5, .5, .2,
                      .68)),
              List.of(
                  curve(.55, 0, .25, .35, .12, .72, .35, 1, .75, .92, .82, .66, .5, .55, .2, .74))),
          List.of(
              List.of(line(.1, .02, .9, .02, .4, 1)),
              List.of(line(.1, .02, .9, .02, .4, 1), line(.32, .5, .85, .5)),
              List.of(line(.1, .02, .9, .02), curve(.9, .02, .6, .4, .46, .7, .42, 1))),
          List.of(
              List.of(
                  curve(
                      .5, .47, .18, .3, .25, .06, .5, 0, .76, .06, .82, .3, .5, .47, .14, .7, .2,
                      .94, .5, 1, .8, .94, .88, .7, .5, .47)),
              List.of(
                  curve(
                      .82, .12, .45, 0, .18, .2, .45, .45, .82, .7, .65, .97, .3, .97, .15, .75, .5,
                      .45, .8, .25, .82, .12))),
          List.of(
              List.of(
                  curve(.82, .3, .7, .04, .35, .02, .13, .26, .3, .5, .65, .48, .84, .26),
                  line(.86, .08, .78, 1)),
              List.of(
                  curve(
                      .82, .3, .65, .03, .3, .04, .13, .27, .35, .5, .7, .42, .84, .15, .86, .5, .7,
                      .85, .3, 1))));

  private DigitStrokes() {}

  /** At least one way, each of at least one stroke. */
  static List<List<Stroke>> of(int digit) {
    return WAYS.get(digit);
  }
}

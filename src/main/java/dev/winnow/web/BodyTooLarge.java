package dev.winnow.web;

/** A request's body is longer than any definition needs to be. */
final class BodyTooLarge extends RuntimeException {
  BodyTooLarge(int most) {
    super("The body is over " + most + " bytes, which is the most that is read.");
  }
}

package dev.winnow.execution;

/** This worker's arithmetic differs from that with which the trial began. */
final class SignatureMismatch extends RuntimeException {
  SignatureMismatch(String signature) {
    super("The trial began with another numeric signature than this worker's: " + signature);
  }
}

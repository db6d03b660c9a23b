package dev.winnow.command.bench;

import java.io.IOException;

/** Starts a process in which contenders run, each time a new one. */
interface Start {
  Runner get() throws IOException, InterruptedException;
}

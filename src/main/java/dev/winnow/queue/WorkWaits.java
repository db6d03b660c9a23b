package dev.winnow.queue;

/** This process has put work into the queue: a worker in it need not wait to look there again. */
record WorkWaits() {}

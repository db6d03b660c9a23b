package dev.winnow.queue;

/** Work in no worker's hands. */
public record WaitingWork(String id, WorkerPool pool, int priority, Wait waiting) {}

package dev.winnow.report;

/** How a value lies over the trials. */
public record Spread(double mean, double min, double max) {}

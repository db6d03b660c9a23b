/**
 * The fault programme: what is promised in {@code src/main/docs/promises.md}, each proved by
 * breaking separate processes of the packaged jar and a real PostgreSQL from outside.
 */
package dev.winnow.faults;

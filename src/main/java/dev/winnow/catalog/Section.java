package dev.winnow.catalog;

import java.util.List;

/** The part of a definition that one room declares. */
@FunctionalInterface
public interface Section {
  /** Fields of the definition itself, most of them with fields of their own. */
  List<Field> fields();
}

package dev.winnow.catalog;

import java.util.List;

/** A plug-in that an experiment definition picks by its name. */
public interface Named {
  /** The name written in definitions: lower case words joined by hyphens, unique in its catalog. */
  String name();

  /** One line for the catalog page: what choosing this means for the experiment. */
  String summary();

  /** The plug-in's own parameters, in the order in which a form shows them. */
  default List<Parameter> parameters() {
    return List.of();
  }
}

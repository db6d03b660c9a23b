package dev.winnow.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One field of a definition, declared once: what it is called, which values it takes, what stands
 * when it is left out and whether it belongs to an experiment's identity. Reading, checking, the
 * identity, the API's description, forms and tables follow from it.
 */
public sealed interface Field {
  Label label();

  FingerprintRule identity();

  <R> R accept(Visitor<R> visitor);

  /** Does something for each kind of field. */
  interface Visitor<R> {
    R value(Value field);

    R group(Group field);

    R plugIn(PlugIn field);

    R series(Series field);

    R table(Table field);

    R several(Several field);
  }

  default String name() {
    return label().name();
  }

  /** Those inside of it, a plug-in's own left out. */
  default List<Field> fields() {
    return List.of();
  }

  /** What it, or each element of it, is picked from by name; empty for all but plug-ins. */
  default Optional<Catalog<?>> plugIns() {
    return Optional.empty();
  }

  /** A single value. */
  record Value(Parameter parameter) implements Field {
    @Override
    public Label label() {
      return parameter.label();
    }

    @Override
    public FingerprintRule identity() {
      return parameter.identity();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.value(this);
    }
  }

  /**
   * An object with fields of its own.
   *
   * @param optional whether it may be absent; otherwise it is there with its fields' defaults
   */
  record Group(Label label, boolean optional, FingerprintRule identity, List<Field> fields)
      implements Field {
    public Group {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /**
   * A plug-in: an object with its name, its own parameters, and the same fields for all of its
   * kind.
   *
   * @param fallback the name that is picked when none is given; empty if one must be
   * @param fields beside the plug-in's own
   */
  record PlugIn(
      Label label,
      Catalog<?> catalog,
      Optional<String> fallback,
      FingerprintRule identity,
      List<Field> fields)
      implements Field {
    public PlugIn {
      fields = List.copyOf(fields);
    }

    @Override
    public Optional<Catalog<?>> plugIns() {
      return Optional.of(catalog);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.plugIn(this);
    }
  }

  /** A list of single values, empty when left out. */
  record Series(Label label, Domain each, int most, FingerprintRule identity) implements Field {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.series(this);
    }
  }

  /** An object of any names, each with a single value; empty when left out. */
  record Table(Label label, Domain each, FingerprintRule identity) implements Field {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.table(this);
    }
  }

  /** A list of plug-ins, empty when left out. */
  record Several(Label label, PlugIn each, FingerprintRule identity) implements Field {
    @Override
    public List<Field> fields() {
      return each.fields();
    }

    @Override
    public Optional<Catalog<?>> plugIns() {
      return each.plugIns();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.several(this);
    }
  }
}

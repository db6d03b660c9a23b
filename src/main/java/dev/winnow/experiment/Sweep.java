package dev.winnow.experiment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A grid over fields of one definition, with one experiment for each of its points. */
@Entity
@SuppressWarnings("unused") // Hibernate reads the fields.
class Sweep {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private String definition;

  /** As text to the database: jsonb, which Hibernate writes, forgets the order of the fields. */
  @Column(columnDefinition = "json")
  @ColumnTransformer(write = "cast(? as json)")
  private String grid;

  private Instant createdAt;

  Sweep() {}

  /**
   * @param definition as it was posted, without the grid's values
   * @param grid the values of each field, by its JSON pointer
   */
  Sweep(String name, String definition, String grid, Instant now) {
    this.name = name;
    this.definition = definition;
    this.grid = grid;
    this.createdAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("This sweep has not been saved");
    }
    return id;
  }
}

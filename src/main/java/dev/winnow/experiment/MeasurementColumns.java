package dev.winnow.experiment;

import dev.winnow.lottery.Measurement;
import jakarta.persistence.Embeddable;

/** A measurement as columns of its run. */
@Embeddable
@SuppressWarnings("unused") // Hibernate reads the fields.
class MeasurementColumns {
  private Integer iteration;
  private Double validationLoss;
  private Double validationAccuracy;
  private Double testLoss;
  private Double testAccuracy;
  private byte[] correct;

  MeasurementColumns() {}

  MeasurementColumns(Measurement measurement) {
    iteration = measurement.iteration();
    validationLoss = measurement.validation().loss();
    validationAccuracy = measurement.validation().accuracy();
    testLoss = measurement.test().loss();
    testAccuracy = measurement.test().accuracy();
    correct = measurement.correct().toByteArray();
  }
}

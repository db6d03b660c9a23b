package dev.winnow.experiment;

import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Trained;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One training and what came of it. */
@Entity
@SuppressWarnings("unused") // Hibernate reads the fields.
class Run {
  /** How a run can end. */
  enum End {
    COMPLETED,
    DIVERGED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Trial trial;

  private short round;
  private String arm;
  private short replicate;

  @Enumerated(EnumType.STRING)
  private End state;

  private int[] kept;
  private double density;

  @Embedded
  @AttributeOverride(name = "iteration", column = @Column(name = "early_stop_iteration"))
  @AttributeOverride(name = "validationLoss", column = @Column(name = "early_stop_validation_loss"))
  @AttributeOverride(
      name = "validationAccuracy",
      column = @Column(name = "early_stop_validation_accuracy"))
  @AttributeOverride(name = "testLoss", column = @Column(name = "early_stop_test_loss"))
  @AttributeOverride(name = "testAccuracy", column = @Column(name = "early_stop_test_accuracy"))
  @AttributeOverride(name = "correct", column = @Column(name = "early_stop_correct"))
  private @Nullable MeasurementColumns earlyStop;

  @Embedded
  @AttributeOverride(name = "iteration", column = @Column(name = "end_iteration"))
  @AttributeOverride(name = "validationLoss", column = @Column(name = "end_validation_loss"))
  @AttributeOverride(
      name = "validationAccuracy",
      column = @Column(name = "end_validation_accuracy"))
  @AttributeOverride(name = "testLoss", column = @Column(name = "end_test_loss"))
  @AttributeOverride(name = "testAccuracy", column = @Column(name = "end_test_accuracy"))
  @AttributeOverride(name = "correct", column = @Column(name = "end_correct"))
  private @Nullable MeasurementColumns end;

  private @Nullable Integer divergedAt;
  private @Nullable String divergence;
  private double seconds;
  private String signature;
  private String path;
  private String jvm;
  private String commitId;
  private String dataChecksum;

  @Column(name = "mask_sha256")
  private String maskSha256;

  @Column(name = "weights_sha256")
  private @Nullable String weightsSha256;

  private Instant finishedAt;

  Run() {}

  Run(Trial trial, RunKey key, Outcome outcome, Provenance provenance, Instant now) {
    this.trial = trial;
    this.round = (short) key.round();
    this.arm = key.arm();
    this.replicate = (short) key.replicate();
    this.kept = outcome.mask().keptPerTensor().stream().mapToInt(Integer::intValue).toArray();
    this.density = outcome.mask().density();
    this.maskSha256 = outcome.mask().sha256();
    this.seconds = outcome.seconds();
    this.path = outcome.path();
    this.signature = provenance.signature();
    this.jvm = provenance.jvm();
    this.commitId = provenance.commit();
    this.dataChecksum = provenance.dataChecksum();
    this.finishedAt = now;
    this.state = outcome instanceof Trained ? End.COMPLETED : End.DIVERGED;
    if (outcome instanceof Trained trained) {
      this.earlyStop = new MeasurementColumns(trained.atEarlyStop());
      this.end = new MeasurementColumns(trained.atEnd());
      this.weightsSha256 = trained.finalWeights().sha256();
    } else if (outcome instanceof Diverged diverged) {
      this.divergedAt = diverged.iteration();
      this.divergence = diverged.reason();
    }
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("This run has not been saved");
    }
    return id;
  }

  RunKey key() {
    return new RunKey(round, arm, replicate);
  }

  End state() {
    return state;
  }
}

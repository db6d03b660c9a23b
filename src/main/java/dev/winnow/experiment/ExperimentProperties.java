package dev.winnow.experiment;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How experiments are taken in.
 *
 * @param keepKeys how long the repetition of a submission is recognised by its Idempotency-Key
 */
@Validated
@ConfigurationProperties("winnow.experiment")
record ExperimentProperties(@DefaultValue("24h") @DurationMin(seconds = 1) Duration keepKeys) {}

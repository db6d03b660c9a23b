package dev.winnow.command.bench;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.MatrixProduct;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/**
 * The parts of one trial's trainings, in this process and on one thread, for those who measure how
 * fast they are. Contenders may share memory, so what they learn means nothing.
 */
interface TrainingBenchmarks {
  /** One iteration on the training's next batch, as every run does it. */
  Contender iteration(Ticket ticket, ComputePath path);

  /** One evaluation on all validation examples, as every run does it. */
  Contender evaluation(Ticket ticket, ComputePath path);

  /** One iteration with DL4J's own layers and updater, and a mask multiplied in after it. */
  Contender stockIteration(Ticket ticket);

  /** A network that begins with convolutions, on random images of 32×32 pixels in three colours. */
  NetworkContenders network(List<LayerSpec> layers, TrainingPlan plan, Ticket ticket);

  /** One iteration of Conv-2 with DL4J's own layers and updater, on random images. */
  Contender stockConv2();

  /** One product by the library that DL4J's products come from. */
  Contender product(MatrixProduct product);
}

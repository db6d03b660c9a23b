package dev.winnow.peer;

/** The networks that the bench measures: LeNet-300-100 and those of convolutions. */
enum Networks {
  LENET("lenet", 60) {
    @Override
    Network make() {
      return new Network().dense(784, 300).relu().dense(300, 100).relu().dense(100, 10);
    }
  },
  CONV_2("conv-2", 60) {
    @Override
    Network make() {
      return conv(64);
    }
  },
  CONV_4("conv-4", 60) {
    @Override
    Network make() {
      return conv(64, 128);
    }
  },
  CONV_6("conv-6", 60) {
    @Override
    Network make() {
      return conv(64, 128, 256);
    }
  },
  RESNET_20("resnet-20", 128) {
    @Override
    Network make() {
      Network network = new Network().convolution(3, 16, 3, 1).normalisation(16).relu();
      int inputs = 16;
      for (int channels : new int[] {16, 32, 64}) {
        for (int block = 0; block < 3; block++) {
          network.residual(inputs, channels);
          inputs = channels;
        }
      }
      return network.average().dense(64, 10);
    }
  },
  VGG_19("vgg-19", 64) {
    @Override
    Network make() {
      int[] channels = {64, 128, 256, 512, 512};
      int[] counts = {2, 2, 4, 4, 4};
      Network network = new Network();
      int inputs = 3;
      for (int stage = 0; stage < channels.length; stage++) {
        if (stage > 0) {
          network.maxPool();
        }
        for (int i = 0; i < counts[stage]; i++) {
          network.convolution(inputs, channels[stage], 3, 1).normalisation(channels[stage]).relu();
          inputs = channels[stage];
        }
      }
      return network.average().dense(512, 10);
    }
  };

  private static final int SIDE = 32;

  private final String typed;
  private final int batch;

  Networks(String typed, int batch) {
    this.typed = typed;
    this.batch = batch;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Networks of(String typed) {
    for (Networks network : values()) {
      if (network.typed.equals(typed)) {
        return network;
      }
    }
    throw new IllegalArgumentException("There is no network \"" + typed + "\"");
  }

  abstract Network make();

  int batch() {
    return batch;
  }

  Data data(Layout layout) {
    return this == LENET
        ? new Data(batch, 55_000, layout, 784)
        : new Data(batch, 5_000, layout, 3, SIDE, SIDE);
  }

  private static Network conv(int... stages) {
    Network network = new Network();
    int inputs = 3;
    int side = SIDE;
    for (int channels : stages) {
      network.convolution(inputs, channels, 3, 1).relu();
      network.convolution(channels, channels, 3, 1).relu().maxPool();
      inputs = channels;
      side /= 2;
    }
    network.flatten().dense(inputs * side * side, 256).relu();
    return network.dense(256, 256).relu().dense(256, 10);
  }
}

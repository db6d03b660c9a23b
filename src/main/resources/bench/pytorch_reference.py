"""The masked training loops that Winnow's bench compares with: PyTorch on one thread.

Reads lines "run NAME SECONDS" from standard input, trains for about so long and answers each with
one line of JSON: steps, seconds, cpuSeconds and path (the fastest of the variants tried first).
NAME is "lenet" (LeNet-300-100 on 28x28 images, batches of 60), or on 32x32x3 images "conv-2",
"conv-4", "conv-6" (batches of 60), "resnet-20" (128) or "vgg-19" (64). NAME/PATH runs that variant
and makes no other. Adam, tensors in memory; gradients are masked before and weights after each
update.
"""

import ctypes
import json
import math
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import torch
import torch.nn.functional as F
from torch import nn

RATE, BETA1, BETA2, EPSILON = 0.0012, 0.9, 0.999, 1e-8
DENSITY = 0.134


class Data:
    """Random images and labels, drawn into a new order for each epoch."""

    def __init__(self, batch, count, *shape, layout=torch.contiguous_format):
        self.size = batch
        self.images = torch.rand(count, *shape)
        if len(shape) == 3:
            self.images = self.images.contiguous(memory_format=layout)
        self.labels = torch.randint(0, 10, (count,))
        self.place = count

    def batch(self):
        if self.place + self.size > len(self.labels):
            self.order = torch.randperm(len(self.labels))
            self.place = 0
        some = self.order[self.place : self.place + self.size]
        self.place += self.size
        return self.images[some], self.labels[some]


class LibraryAdam:
    """torch.optim.Adam with or without its multi-tensor form, and one mask for each tensor."""

    def __init__(self, tensors, foreach):
        self.tensors = [tensor.requires_grad_() for tensor in tensors]
        self.masks = [mask_of(tensor) for tensor in self.tensors]
        self.masked = [(t, m) for t, m in zip(self.tensors, self.masks) if m is not None]
        self.adam = torch.optim.Adam(
            self.tensors, lr=RATE, betas=(BETA1, BETA2), eps=EPSILON, foreach=foreach
        )
        self.weights = [tensor for tensor, _ in self.masked]
        self.factors = [mask for _, mask in self.masked]
        with torch.no_grad():
            torch._foreach_mul_(self.weights, self.factors)

    def update(self, loss):
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        with torch.no_grad():
            torch._foreach_mul_([weight.grad for weight in self.weights], self.factors)
        self.adam.step()
        with torch.no_grad():
            torch._foreach_mul_(self.weights, self.factors)


class FlatAdam:
    """Adam in place over one vector that all tensors are views of."""

    def __init__(self, tensors):
        self.flat = torch.cat([tensor.reshape(-1) for tensor in tensors])
        self.mask = torch.cat([ones_or_mask(tensor).reshape(-1) for tensor in tensors])
        self.gradient = torch.zeros_like(self.flat)
        self.mean = torch.zeros_like(self.flat)
        self.square = torch.zeros_like(self.flat)
        self.root = torch.zeros_like(self.flat)
        self.steps = 0
        self.flat.mul_(self.mask)
        self.tensors = []
        place = 0
        for tensor in tensors:
            view = self.flat[place : place + tensor.numel()].view(tensor.shape)
            self.tensors.append(view.requires_grad_())
            place += tensor.numel()

    def update(self, loss):
        gradients = torch.autograd.grad(loss, self.tensors)
        torch.cat([gradient.reshape(-1) for gradient in gradients], out=self.gradient)
        with torch.no_grad():
            self.steps += 1
            correction = math.sqrt(1 - BETA2**self.steps)
            rate = RATE * correction / (1 - BETA1**self.steps)
            self.gradient.mul_(self.mask)
            self.mean.lerp_(self.gradient, 1 - BETA1)
            self.square.mul_(BETA2).addcmul_(self.gradient, self.gradient, value=1 - BETA2)
            torch.sqrt(self.square, out=self.root).add_(EPSILON * correction)
            self.flat.addcdiv_(self.mean, self.root, value=-rate)
            self.flat.mul_(self.mask)


def mask_of(tensor):
    return (torch.rand_like(tensor) < DENSITY).float() if tensor.dim() > 1 else None


def ones_or_mask(tensor):
    mask = mask_of(tensor)
    return torch.ones_like(tensor) if mask is None else mask


def glorot(*shape):
    tensor = torch.empty(*shape)
    torch.nn.init.xavier_normal_(tensor)
    return tensor


def lenet_tensors():
    sizes = [(300, 784), (100, 300), (10, 100)]
    return [t for out, into in sizes for t in (glorot(out, into), torch.zeros(out))]


def lenet(tensors, images):
    w1, b1, w2, b2, w3, b3 = tensors
    hidden = F.relu(F.linear(images, w1, b1))
    return F.linear(F.relu(F.linear(hidden, w2, b2)), w3, b3)


class Residual(nn.Module):
    def __init__(self, into, out):
        super().__init__()
        stride = 1 if into == out else 2
        self.branch = nn.Sequential(*normalised(into, out, stride), *normalised(out, out, 1)[:-1])
        self.shortcut = (
            nn.Identity() if stride == 1 else nn.Sequential(nn.Conv2d(into, out, 1, stride))
        )

    def forward(self, maps):
        return F.relu(self.branch(maps) + self.shortcut(maps))


def normalised(into, out, stride):
    convolution = nn.Conv2d(into, out, 3, stride, padding=1)
    return [convolution, nn.BatchNorm2d(out), nn.ReLU(inplace=True)]


def conv(stages):
    layers, into, side = [], 3, 32
    for channels in stages:
        for source in (into, channels):
            layers += [nn.Conv2d(source, channels, 3, padding=1), nn.ReLU(inplace=True)]
        layers.append(nn.MaxPool2d(2))
        into, side = channels, side // 2
    layers.append(nn.Flatten())
    for source in (into * side * side, 256):
        layers += [nn.Linear(source, 256), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers, nn.Linear(256, 10))


def resnet20():
    layers, into = normalised(3, 16, 1), 16
    for channels in (16, 32, 64):
        for _ in range(3):
            layers.append(Residual(into, channels))
            into = channels
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def vgg19():
    layers, into = [], 3
    for stage, (channels, count) in enumerate([(64, 2), (128, 2), (256, 4), (512, 4), (512, 4)]):
        layers += [nn.MaxPool2d(2)] if stage > 0 else []
        for _ in range(count):
            layers += normalised(into, channels, 1)
            into = channels
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 10))


NETWORKS = {
    "conv-2": (60, lambda: conv([64])),
    "conv-4": (60, lambda: conv([64, 128])),
    "conv-6": (60, lambda: conv([64, 128, 256])),
    "resnet-20": (128, resnet20),
    "vgg-19": (64, vgg19),
}


class Loop:
    def __init__(self, path, network, data, optimizer):
        self.path, self.network, self.data, self.optimizer = path, network, data, optimizer

    def step(self):
        images, labels = self.data.batch()
        self.optimizer.update(F.cross_entropy(self.network(self.optimizer.tensors, images), labels))

    def run(self, seconds):
        steps = 0
        begin, cpu = time.perf_counter(), time.process_time()
        while True:
            self.step()
            steps += 1
            spent = time.perf_counter() - begin
            if spent >= seconds:
                break
        cpu = time.process_time() - cpu
        return {"steps": steps, "seconds": spent, "cpuSeconds": cpu, "path": self.path}


LENET = {
    "torch.optim.Adam": lambda tensors: LibraryAdam(tensors, False),
    "torch.optim.Adam foreach": lambda tensors: LibraryAdam(tensors, True),
    "flat Adam": FlatAdam,
}
CONVOLUTIONS = {
    "channels first, foreach": (torch.contiguous_format, False),
    "channels first, flat Adam": (torch.contiguous_format, True),
    "channels last, foreach": (torch.channels_last, False),
}


def loop(name, path):
    if name == "lenet":
        return Loop(path, lenet, Data(60, 55000, 784), LENET[path](lenet_tensors()))
    return convolution_loop(name, path)


def convolution_loop(name, path):
    """The tensors of a module that learns from a flat vector are views of it."""
    batch, make = NETWORKS[name]
    layout, flat = CONVOLUTIONS[path]
    module = make().to(memory_format=layout)
    parameters = list(module.parameters())
    if flat:
        optimizer = FlatAdam([parameter.detach() for parameter in parameters])
        for parameter, view in zip(parameters, optimizer.tensors):
            parameter.data = view.detach()
        optimizer.tensors = parameters
    else:
        optimizer = LibraryAdam(parameters, True)
    data = Data(batch, 5000, 3, 32, 32, layout=layout)
    return Loop(path, lambda _, images: module(images), data, optimizer)


def fastest(name):
    """The path that takes the least CPU time."""
    seconds = 1 if name == "lenet" else 2
    return min(LENET if name == "lenet" else CONVOLUTIONS, key=lambda path: cost(name, path, seconds))


def cost(name, path, seconds):
    one = loop(name, path)
    one.run(seconds / 3)
    result = one.run(seconds)
    return result["cpuSeconds"] / result["steps"]


def loaded(word):
    """The files of this process's libraries whose names have the word in them."""
    try:
        with open("/proc/self/maps") as maps:
            files = {line.split()[-1] for line in maps if word in os.path.basename(line.strip())}
        return sorted(files)
    except OSError:
        return []


def core():
    """Which kernels OpenBLAS took."""
    for file in loaded("openblas"):
        name = ctypes.CDLL(file).openblas_get_corename
        name.restype = ctypes.c_char_p
        return name().decode()
    return "unknown"


def about():
    names = ", ".join(os.path.basename(file) for file in loaded("blas")) or "unknown"
    kernels = core()
    return {
        "version": torch.__version__,
        "core": kernels,
        "blas": f"{names}, {kernels} kernels",
    }


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    torch.set_flush_denormal(True)
    chosen = {}
    task, current = None, None
    print(json.dumps(about()), flush=True)
    for line in sys.stdin:
        asked, seconds = line.split(" ", 1)[1].rsplit(" ", 1)
        if asked != task:
            # All networks together would need several GB.
            task, current = asked, None
            name, _, path = task.partition("/")
            if task not in chosen:
                chosen[task] = path or fastest(name)
            current = loop(name, chosen[task])
            current.step()
        print(json.dumps(current.run(float(seconds))), flush=True)


main()

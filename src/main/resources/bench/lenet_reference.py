"""The masked training loop that Winnow's bench compares with: PyTorch on one thread.

Reads lines "run NAME SECONDS" from standard input, trains for about so long and answers each with
one line of JSON: steps, seconds, cpuSeconds and path (the fastest of the variants tried first).
NAME is "lenet" (LeNet-300-100, 28x28 images) or "conv2" (Conv-2, 32x32x3 images). Batches of 60,
Adam, tensors in memory; gradients are masked before and weights after each update.
"""

import json
import math
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import torch
import torch.nn.functional as F

BATCH = 60
RATE, BETA1, BETA2, EPSILON = 0.0012, 0.9, 0.999, 1e-8
DENSITY = 0.134


class Data:
    """Random images and labels, drawn into a new order for each epoch."""

    def __init__(self, count, *shape, layout=torch.contiguous_format):
        self.images = torch.rand(count, *shape)
        if len(shape) == 3:
            self.images = self.images.contiguous(memory_format=layout)
        self.labels = torch.randint(0, 10, (count,))
        self.place = count

    def batch(self):
        if self.place + BATCH > len(self.labels):
            self.order = torch.randperm(len(self.labels))
            self.place = 0
        some = self.order[self.place : self.place + BATCH]
        self.place += BATCH
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


def conv2_tensors(layout=torch.contiguous_format):
    tensors = []
    for into in (3, 64):
        tensors += [glorot(64, into, 3, 3).contiguous(memory_format=layout), torch.zeros(64)]
    for out, into in ((256, 64 * 16 * 16), (256, 256), (10, 256)):
        tensors += [glorot(out, into), torch.zeros(out)]
    return tensors


def conv2(tensors, images):
    c1, d1, c2, d2, w1, b1, w2, b2, w3, b3 = tensors
    maps = F.relu(F.conv2d(F.relu(F.conv2d(images, c1, d1, padding=1)), c2, d2, padding=1))
    flat = F.max_pool2d(maps, 2).flatten(1)
    return F.linear(F.relu(F.linear(F.relu(F.linear(flat, w1, b1)), w2, b2)), w3, b3)


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


def lenet_loops():
    data = Data(55000, 784)
    return [
        Loop("torch.optim.Adam", lenet, data, LibraryAdam(lenet_tensors(), False)),
        Loop("torch.optim.Adam foreach", lenet, data, LibraryAdam(lenet_tensors(), True)),
        Loop("flat Adam", lenet, data, FlatAdam(lenet_tensors())),
    ]


def conv2_loops():
    last = torch.channels_last
    return [
        Loop(
            "channels first, foreach", conv2, Data(5000, 3, 32, 32), LibraryAdam(conv2_tensors(), True)
        ),
        Loop("channels first, flat Adam", conv2, Data(5000, 3, 32, 32), FlatAdam(conv2_tensors())),
        Loop(
            "channels last, foreach",
            conv2,
            Data(5000, 3, 32, 32, layout=last),
            LibraryAdam(conv2_tensors(last), True),
        ),
    ]


def fastest(loops, seconds):
    for loop in loops:
        loop.run(seconds / 3)
    return max(loops, key=lambda loop: rate(loop.run(seconds)))


def rate(result):
    return result["steps"] / result["seconds"]


def blas():
    try:
        with open("/proc/self/maps") as maps:
            names = {os.path.basename(line.split()[-1]) for line in maps if "blas" in line}
        return ", ".join(sorted(names)) or "unknown"
    except OSError:
        return "unknown"


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    torch.set_flush_denormal(True)
    kinds = {"lenet": lenet_loops, "conv2": conv2_loops}
    chosen = {}
    print(json.dumps({"version": torch.__version__, "blas": blas()}), flush=True)
    for line in sys.stdin:
        _, name, seconds = line.split()
        if name not in chosen:
            chosen[name] = fastest(kinds[name](), 1.0 if name == "lenet" else 2.0)
        print(json.dumps(chosen[name].run(float(seconds))), flush=True)


main()

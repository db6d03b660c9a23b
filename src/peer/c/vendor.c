/* Answers MKL's question whether the CPU is Intel's, so that it takes its kernels by instructions. */
int mkl_serv_intel_cpu_true(void) { return 1; }
int mkl_serv_intel_cpu(void) { return 1; }

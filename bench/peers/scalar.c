// One 2-4-1 sigmoid net after the other on XOR, full batch, half squared error, as plain C with the C library's exp.
//   gcc -O3 scalar.c -lm -o scalar && ./scalar [nets]
// prints the CPU nanoseconds of a net's epoch.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define HIDDEN 4
#define PARAMETERS (4 * HIDDEN + 1) // by hidden unit: two weights, bias, weight to the output; then the output's bias
#define RATE 0.5
#define EPOCHS 10000

static const double X[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, D[4] = {0, 1, 1, 0};

static double uniform(uint32_t *state) { // xorshift32, from -1 to 1
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state / 2147483648.0 - 1;
}

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static void train(double *restrict p) {
  for (int epoch = 0; epoch < EPOCHS; epoch++) {
    double g[PARAMETERS] = {0};
    for (int r = 0; r < 4; r++) {
      double h[HIDDEN], z = p[PARAMETERS - 1];
      for (int j = 0; j < HIDDEN; j++) h[j] = sigmoid(p[4 * j + 2] + p[4 * j] * X[r][0] + p[4 * j + 1] * X[r][1]);
      for (int j = 0; j < HIDDEN; j++) z += p[4 * j + 3] * h[j];
      double y = sigmoid(z), delta = (y - D[r]) * y * (1 - y);
      g[PARAMETERS - 1] += delta;
      for (int j = 0; j < HIDDEN; j++) {
        double below = delta * p[4 * j + 3] * h[j] * (1 - h[j]);
        g[4 * j] += below * X[r][0];
        g[4 * j + 1] += below * X[r][1];
        g[4 * j + 2] += below;
        g[4 * j + 3] += delta * h[j];
      }
    }
    for (int i = 0; i < PARAMETERS; i++) p[i] -= RATE * g[i];
  }
}

int main(int count, char **arguments) {
  int nets = count > 1 ? atoi(arguments[1]) : 50;
  double p[PARAMETERS], sum = 0;
  clock_t begun = clock();
  for (int net = 0; net < nets; net++) {
    uint32_t state = 2463534242u + net;
    for (int i = 0; i < PARAMETERS; i++) p[i] = uniform(&state);
    train(p);
    sum += p[0];
  }
  double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
  printf("%.3f\n", 1e9 * seconds / nets / EPOCHS);
  return isnan(sum);
}

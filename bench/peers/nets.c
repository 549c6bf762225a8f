// One small net after the other as a C programmer writes them by hand: scalar doubles, the C library's functions, and
// every size known to the compiler. The net, its data and its rule are macros, which bench/peers/twins.ts makes of a
// setting; those of the first are
//   gcc -O3 -DINPUTS=2 -DHIDDEN1=4 -DHIDDEN2=0 -DACTIVATION=sigmoid -DLOSS=halfSquaredError -DROWS=4
//     '-DX={{0,0},{0,1},{1,0},{1,1}}' '-DD={0,1,1,0}' -DBATCH=4 -DSHUFFLED=0 -DOPTIMIZER=gradientDescent -DRATE=0.5
//     nets.c -lm -o nets
// Hidden layers share an activation; the output is one sigmoid unit; a gradient is the sum over the rows of its batch.
//   ./nets <nets> <epochs>                    prints the CPU nanoseconds of a net's epoch
//   ./nets <epochs> <state> <parameters>      prints the parameters after so many epochs from a start; the state, four
//                                             words, is what a shuffled order is drawn from
// Parameters stand layer by layer, unit by unit: a unit's weights, then its bias.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define INLINE static inline __attribute__((always_inline))
#define PASTE(name, part) name##_##part
#define PART(name, part) PASTE(name, part)

#define BELOW (HIDDEN2 ? HIDDEN2 : HIDDEN1 ? HIDDEN1 : INPUTS) // the inputs of the output unit
enum {
  SECOND = HIDDEN1 * (INPUTS + 1), // where the second hidden layer's parameters begin
  OUTPUT = SECOND + HIDDEN2 * (HIDDEN1 + 1),
  PARAMETERS = OUTPUT + BELOW + 1
};
_Static_assert(ROWS % BATCH == 0, "all batches are equally large");

static const double inputs_of[ROWS][INPUTS] = X, target_of[ROWS] = D;

// Activations: a = φ(z), and φ′(z) from a and from what was kept, so that no function is called twice.

INLINE double sigmoid_value(double z, double *kept) { return 1 / (1 + exp(-z)); }
INLINE double sigmoid_slope(double a, double kept) { return a * (1 - a); }

INLINE double tanh_value(double z, double *kept) { return tanh(z); }
INLINE double tanh_slope(double a, double kept) { return 1 - a * a; }

INLINE double relu_value(double z, double *kept) { return z > 0 ? z : 0; }
INLINE double relu_slope(double a, double kept) { return a > 0 ? 1 : 0; }

INLINE double silu_value(double z, double *kept) {
  *kept = 1 / (1 + exp(-z));
  return z * *kept;
}
INLINE double silu_slope(double a, double kept) { return kept + a * (1 - kept); }

INLINE double softplus_value(double z, double *kept) {
  double e = exp(-fabs(z));
  *kept = (z < 0 ? e : 1) / (1 + e);
  return (z < 0 ? 0 : z) + log1p(e);
}
INLINE double softplus_slope(double a, double kept) { return kept; }

INLINE double gelu_value(double z, double *kept) {
  double below = 0.5 + 0.5 * erf(M_SQRT1_2 * z);
  *kept = below + z * exp(-0.5 * z * z) * (0.5 * M_2_SQRTPI * M_SQRT1_2);
  return z * below;
}
INLINE double gelu_slope(double a, double kept) { return kept; }

// Losses: δ of a sigmoid output.

INLINE double halfSquaredError_delta(double y, double d) { return (y - d) * y * (1 - y); }
INLINE double crossEntropy_delta(double y, double d) { return y - d; }

// Optimisers, with the settings that core/optimizers.ts has by default.

typedef struct {
  double first[PARAMETERS], second[PARAMETERS], power1, power2;
} Memory;

INLINE void gradientDescent_update(double *restrict p, const double *restrict g, Memory *restrict m) {
  for (int i = 0; i < PARAMETERS; i++) p[i] -= RATE * g[i];
}

INLINE void momentum_update(double *restrict p, const double *restrict g, Memory *restrict m) {
  for (int i = 0; i < PARAMETERS; i++) {
    m->first[i] = 0.9 * m->first[i] + g[i];
    p[i] -= RATE * m->first[i];
  }
}

INLINE void adam_update(double *restrict p, const double *restrict g, Memory *restrict m) {
  m->power1 *= 0.9;
  m->power2 *= 0.999;
  double step = RATE / (1 - m->power1), widening = 1 / sqrt(1 - m->power2);
  for (int i = 0; i < PARAMETERS; i++) {
    m->first[i] = 0.9 * m->first[i] + (1 - 0.9) * g[i];
    m->second[i] = 0.999 * m->second[i] + (1 - 0.999) * (g[i] * g[i]);
    p[i] -= step * m->first[i] / (sqrt(m->second[i]) * widening + 1e-8);
  }
}

// Layers.

INLINE double weighted(int inputs, const double *w, const double *x) {
  double z = w[inputs];
  for (int i = 0; i < inputs; i++) z += w[i] * x[i];
  return z;
}

INLINE void forward(int inputs, int units, const double *w, const double *x, double *a, double *kept) {
  for (int j = 0; j < units; j++) {
    a[j] = PART(ACTIVATION, value)(weighted(inputs, w + j * (inputs + 1), x), &kept[j]);
  }
}

// The δ of the layer below: `a` and `kept` are that layer's.
INLINE void throw_back(int inputs, int units, const double *w, const double *delta, const double *a, const double *kept,
                       double *below) {
  for (int i = 0; i < inputs; i++) {
    double error = w[i] * delta[0];
    for (int j = 1; j < units; j++) error += w[j * (inputs + 1) + i] * delta[j];
    below[i] = error * PART(ACTIVATION, slope)(a[i], kept[i]);
  }
}

// Adds to a gradient; that of one row is no sum.
INLINE void add(double *sum, double term) { *sum = BATCH == 1 ? term : *sum + term; }

INLINE void add_gradient(int inputs, int units, const double *x, const double *delta, double *g) {
  for (int j = 0; j < units; j++) {
    for (int i = 0; i < inputs; i++) add(&g[j * (inputs + 1) + i], delta[j] * x[i]);
    add(&g[j * (inputs + 1) + inputs], delta[j]);
  }
}

INLINE void learn(const double *p, const double *x, double d, double *g) {
  double a1[HIDDEN1], kept1[HIDDEN1], delta1[HIDDEN1], a2[HIDDEN2], kept2[HIDDEN2], delta2[HIDDEN2], kept;
  const double *top = HIDDEN2 ? a2 : HIDDEN1 ? a1 : x;
  forward(INPUTS, HIDDEN1, p, x, a1, kept1);
  forward(HIDDEN1, HIDDEN2, p + SECOND, a1, a2, kept2);
  double y = sigmoid_value(weighted(BELOW, p + OUTPUT, top), &kept), delta = PART(LOSS, delta)(y, d);
  add_gradient(BELOW, 1, top, &delta, g + OUTPUT);
  if (HIDDEN2) {
    throw_back(HIDDEN2, 1, p + OUTPUT, &delta, a2, kept2, delta2);
    add_gradient(HIDDEN1, HIDDEN2, a1, delta2, g + SECOND);
    throw_back(HIDDEN1, HIDDEN2, p + SECOND, delta2, a1, kept1, delta1);
  } else {
    throw_back(HIDDEN1, 1, p + OUTPUT, &delta, a1, kept1, delta1);
  }
  add_gradient(INPUTS, HIDDEN1, x, delta1, g);
}

// Randomness: xoshiro128** and Fisher-Yates, as core/random.ts has them.

static uint32_t state[4] = {1, 2, 3, 4};

static uint32_t rotate_left(uint32_t word, int bits) { return word << bits | word >> (32 - bits); }

static uint32_t next(void) {
  uint32_t drawn = rotate_left(state[1] * 5, 7) * 9, shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate_left(state[3], 11);
  return drawn;
}

static double from_0_to_1(void) {
  uint32_t high = next() >> 5, low = next() >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

static void shuffle(int *order) {
  for (int i = 0; i < ROWS; i++) order[i] = i;
  for (int i = ROWS - 1; i >= 1; i--) {
    int j = from_0_to_1() * (i + 1), last = order[i];
    order[i] = order[j];
    order[j] = last;
  }
}

static void train(double *restrict p, int epochs) {
  Memory memory = {.power1 = 1, .power2 = 1};
  for (int epoch = 0; epoch < epochs; epoch++) {
    int order[ROWS];
    if (SHUFFLED) shuffle(order);
    for (int first = 0; first < ROWS; first += BATCH) {
      double g[PARAMETERS] = {0};
      for (int i = first; i < first + BATCH; i++) {
        int r = SHUFFLED ? order[i] : i;
        learn(p, inputs_of[r], target_of[r], g);
      }
      PART(OPTIMIZER, update)(p, g, &memory);
    }
  }
}

static int measure(int nets, int epochs) {
  double p[PARAMETERS], sum = 0;
  clock_t begun = clock();
  for (int net = 0; net < nets; net++) {
    for (int i = 0; i < PARAMETERS; i++) p[i] = 2 * from_0_to_1() - 1;
    train(p, epochs);
    sum += p[0];
  }
  double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
  printf("%.3f\n", 1e9 * seconds / nets / epochs);
  return isnan(sum);
}

static int follow(int epochs, char **words, char **start) {
  double p[PARAMETERS];
  for (int i = 0; i < 4; i++) state[i] = strtoul(words[i], NULL, 10);
  for (int i = 0; i < PARAMETERS; i++) p[i] = strtod(start[i], NULL);
  train(p, epochs);
  for (int i = 0; i < PARAMETERS; i++) printf("%.17g\n", p[i]);
  return 0;
}

int main(int count, char **arguments) {
  if (count == 3) return measure(atoi(arguments[1]), atoi(arguments[2]));
  if (count == 6 + PARAMETERS) return follow(atoi(arguments[1]), arguments + 2, arguments + 6);
  return 2;
}

// Trains small nets one after the other with hand-written scalar C: doubles, the functions of the C library, and sizes
// known at compile time. Macros define the net, its data and its learning rule; bench/peers/twins.ts derives them from
// a setting. Those of the first setting are
//   gcc -O3 -DINPUTS=2 -DHIDDEN1=4 -DHIDDEN2=0 -DACTIVATION=sigmoid -DLOSS=halfSquaredError -DROWS=4
//     '-DX={{0,0},{0,1},{1,0},{1,1}}' '-DD={0,1,1,0}' -DBATCH=4 -DSHUFFLED=0 -DOPTIMIZER=gradientDescent -DRATE=0.5
//     nets.c -lm -o nets
// Hidden layers share one activation; the output is one sigmoid unit; a gradient is the sum over the rows of its batch.
//   ./nets <nets> <epochs>                    prints CPU nanoseconds per net and epoch
//   ./nets <epochs> <state> <parameters>      prints the parameters after training from these; the state, four words,
//                                             is that of the random stream that shuffles the rows
// Parameters are ordered layer by layer, unit by unit: the weights of a unit, then its bias.
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
  SECOND = HIDDEN1 * (INPUTS + 1), // index of the first parameter of the second hidden layer
  OUTPUT = SECOND + HIDDEN2 * (HIDDEN1 + 1),
  PARAMETERS = OUTPUT + BELOW + 1
};
_Static_assert(ROWS % BATCH == 0, "all batches have the same size");

static const double inputs_of[ROWS][INPUTS] = X, target_of[ROWS] = D;

// Activations: a = φ(z), and φ′(z) from a and a cached value, so that no function is called twice.

INLINE double sigmoid_value(double z, double *cached) { return 1 / (1 + exp(-z)); }
INLINE double sigmoid_derivative(double a, double cached) { return a * (1 - a); }

INLINE double tanh_value(double z, double *cached) { return tanh(z); }
INLINE double tanh_derivative(double a, double cached) { return 1 - a * a; }

INLINE double relu_value(double z, double *cached) { return z > 0 ? z : 0; }
INLINE double relu_derivative(double a, double cached) { return a > 0 ? 1 : 0; }

INLINE double silu_value(double z, double *cached) {
  *cached = 1 / (1 + exp(-z));
  return z * *cached;
}
INLINE double silu_derivative(double a, double cached) { return cached + a * (1 - cached); }

INLINE double softplus_value(double z, double *cached) {
  double e = exp(-fabs(z));
  *cached = (z < 0 ? e : 1) / (1 + e);
  return (z < 0 ? 0 : z) + log1p(e);
}
INLINE double softplus_derivative(double a, double cached) { return cached; }

INLINE double gelu_value(double z, double *cached) {
  double below = 0.5 + 0.5 * erf(M_SQRT1_2 * z);
  *cached = below + z * exp(-0.5 * z * z) * (0.5 * M_2_SQRTPI * M_SQRT1_2);
  return z * below;
}
INLINE double gelu_derivative(double a, double cached) { return cached; }

// Losses: δ of a sigmoid output.

INLINE double halfSquaredError_delta(double y, double d) { return (y - d) * y * (1 - y); }
INLINE double crossEntropy_delta(double y, double d) { return y - d; }

// Optimisers with the default settings of core/components/optimizers.ts.

typedef struct {
  double m[PARAMETERS]; // velocity, or mean of the gradient
  double v[PARAMETERS]; // mean of the squared gradient
  double beta1_power, beta2_power;
} OptimizerState;

INLINE void gradientDescent_update(double *restrict p, const double *restrict g, OptimizerState *restrict s) {
  for (int i = 0; i < PARAMETERS; i++) p[i] -= RATE * g[i];
}

INLINE void momentum_update(double *restrict p, const double *restrict g, OptimizerState *restrict s) {
  for (int i = 0; i < PARAMETERS; i++) {
    s->m[i] = 0.9 * s->m[i] + g[i];
    p[i] -= RATE * s->m[i];
  }
}

INLINE void adam_update(double *restrict p, const double *restrict g, OptimizerState *restrict s) {
  s->beta1_power *= 0.9;
  s->beta2_power *= 0.999;
  double step = RATE / (1 - s->beta1_power), v_scale = 1 / sqrt(1 - s->beta2_power);
  for (int i = 0; i < PARAMETERS; i++) {
    s->m[i] = 0.9 * s->m[i] + (1 - 0.9) * g[i];
    s->v[i] = 0.999 * s->v[i] + (1 - 0.999) * (g[i] * g[i]);
    p[i] -= step * s->m[i] / (sqrt(s->v[i]) * v_scale + 1e-8);
  }
}

// Layers.

INLINE double weighted_sum(int inputs, const double *w, const double *x) {
  double z = w[inputs];
  for (int i = 0; i < inputs; i++) z += w[i] * x[i];
  return z;
}

INLINE void forward(int inputs, int units, const double *w, const double *x, double *a, double *cached) {
  for (int j = 0; j < units; j++) {
    a[j] = PART(ACTIVATION, value)(weighted_sum(inputs, w + j * (inputs + 1), x), &cached[j]);
  }
}

// Computes δ of the layer below; `a` and `cached` belong to that layer.
INLINE void backward(int inputs, int units, const double *w, const double *delta, const double *a, const double *cached,
                       double *below) {
  for (int i = 0; i < inputs; i++) {
    double error = w[i] * delta[0];
    for (int j = 1; j < units; j++) error += w[j * (inputs + 1) + i] * delta[j];
    below[i] = error * PART(ACTIVATION, derivative)(a[i], cached[i]);
  }
}

// Adds a term to a gradient; a batch of one row has a single term.
INLINE void add(double *sum, double term) { *sum = BATCH == 1 ? term : *sum + term; }

INLINE void add_gradient(int inputs, int units, const double *x, const double *delta, double *g) {
  for (int j = 0; j < units; j++) {
    for (int i = 0; i < inputs; i++) add(&g[j * (inputs + 1) + i], delta[j] * x[i]);
    add(&g[j * (inputs + 1) + inputs], delta[j]);
  }
}

INLINE void add_row_gradient(const double *p, const double *x, double d, double *g) {
  double a1[HIDDEN1], cached1[HIDDEN1], delta1[HIDDEN1], a2[HIDDEN2], cached2[HIDDEN2], delta2[HIDDEN2], cached;
  const double *top = HIDDEN2 ? a2 : HIDDEN1 ? a1 : x;
  forward(INPUTS, HIDDEN1, p, x, a1, cached1);
  forward(HIDDEN1, HIDDEN2, p + SECOND, a1, a2, cached2);
  double y = sigmoid_value(weighted_sum(BELOW, p + OUTPUT, top), &cached), delta = PART(LOSS, delta)(y, d);
  add_gradient(BELOW, 1, top, &delta, g + OUTPUT);
  if (HIDDEN2) {
    backward(HIDDEN2, 1, p + OUTPUT, &delta, a2, cached2, delta2);
    add_gradient(HIDDEN1, HIDDEN2, a1, delta2, g + SECOND);
    backward(HIDDEN1, HIDDEN2, p + SECOND, delta2, a1, cached1, delta1);
  } else {
    backward(HIDDEN1, 1, p + OUTPUT, &delta, a1, cached1, delta1);
  }
  add_gradient(INPUTS, HIDDEN1, x, delta1, g);
}

// Randomness: xoshiro128** and Fisher-Yates, as in core/random.ts and core/orders.ts.

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

static double uniform(void) {
  uint32_t high = next() >> 5, low = next() >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

static void shuffle(int *order) {
  for (int i = 0; i < ROWS; i++) order[i] = i;
  for (int i = ROWS - 1; i >= 1; i--) {
    int j = uniform() * (i + 1), last = order[i];
    order[i] = order[j];
    order[j] = last;
  }
}

static void train(double *restrict p, int epochs) {
  OptimizerState optimizer_state = {.beta1_power = 1, .beta2_power = 1};
  for (int epoch = 0; epoch < epochs; epoch++) {
    int order[ROWS];
    if (SHUFFLED) shuffle(order);
    for (int first = 0; first < ROWS; first += BATCH) {
      double g[PARAMETERS] = {0};
      for (int i = first; i < first + BATCH; i++) {
        int r = SHUFFLED ? order[i] : i;
        add_row_gradient(p, inputs_of[r], target_of[r], g);
      }
      PART(OPTIMIZER, update)(p, g, &optimizer_state);
    }
  }
}

static int measure(int nets, int epochs) {
  double p[PARAMETERS], sum = 0;
  clock_t start = clock();
  for (int net = 0; net < nets; net++) {
    for (int i = 0; i < PARAMETERS; i++) p[i] = 2 * uniform() - 1;
    train(p, epochs);
    sum += p[0];
  }
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  printf("%.3f\n", 1e9 * seconds / nets / epochs);
  return isnan(sum);
}

static int train_once(int epochs, char **words, char **start) {
  double p[PARAMETERS];
  for (int i = 0; i < 4; i++) state[i] = strtoul(words[i], NULL, 10);
  for (int i = 0; i < PARAMETERS; i++) p[i] = strtod(start[i], NULL);
  train(p, epochs);
  for (int i = 0; i < PARAMETERS; i++) printf("%.17g\n", p[i]);
  return 0;
}

int main(int count, char **arguments) {
  if (count == 3) return measure(atoi(arguments[1]), atoi(arguments[2]));
  if (count == 6 + PARAMETERS) return train_once(atoi(arguments[1]), arguments + 2, arguments + 6);
  return 2;
}

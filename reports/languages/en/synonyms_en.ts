/** The search's synonyms in English. */

/** Terms that mean the same, or lead to the same pages, by an id; each is lower case and without hyphens. */
export const SYNONYMS_EN = {
  backPropagation: ["backpropagation", "back propagation", "backprop", "chain rule", "backward pass", "delta rule"],
  deltaRule: ["delta rule"],
  deadUnits: ["dead relu", "dying relu", "dead neuron", "dead neurons", "dead units"],
  saturation: ["vanishing gradient", "vanishing gradients", "saturation", "saturated", "saturates", "nearly flat"],
  divergence: ["exploding gradient", "exploding gradients", "diverge", "diverged", "gradient norm"],
  plateaus: ["local minimum", "local minima", "saddle", "plateau", "stuck"],
  landscape: ["loss landscape", "loss surface", "error surface", "landscape"],
  optimiser: ["optimizer", "optimiser", "optimizers", "optimisers"],
  stochasticDescent: ["sgd", "stochastic gradient descent", "online", "batch"],
  gradientDescent: ["gradient descent"],
  initialisation: ["initialization", "initialisation", "initializer", "initialiser", "xavier", "glorot"],
  he: ["kaiming", "he normal", "he uniform"],
  regularisation: ["regularization", "regularisation", "weight decay", "l2"],
  squaredError: ["mse", "squared error", "mean squared error"],
  crossEntropy: ["log loss", "negative log likelihood", "bce", "cross entropy"],
  sigmoid: ["logistic", "sigmoid"],
  silu: ["swish", "silu"],
  activation: ["activation", "activation function"],
  unit: ["neuron", "neurons", "unit", "units"],
  hiddenLayer: ["hidden layer", "multilayer", "mlp", "two layer"],
  learningRate: ["step size", "lr", "learning rate"],
  schedule: ["lr schedule", "learning rate decay", "schedule"],
  separability: ["linear separability", "linearly separable", "separable"],
  curvature: ["hessian", "curvature", "eigenvalue"],
  seed: ["random seed", "seed", "start"],
  rosenblatt: ["rosenblatt", "perceptron"],
  minsky: ["minsky", "papert", "separable"],
  representation: ["representation", "features", "hidden units learn", "hidden functions"],
  momentum: ["momentum"],
  parity: ["parity"],
  weights: ["weights", "weight"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The terms of a language by the same ids; none where it has no term of its own. */
export type Synonyms = Readonly<Record<keyof typeof SYNONYMS_EN, readonly string[]>>;

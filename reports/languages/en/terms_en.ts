/** The glossary in English. */
import type { Term, TermId } from "../../course/terms.ts";

/** The terms. */
export const TERMS_EN: Readonly<Record<TermId, Term>> = {
  net: {
    name: "net",
    meaning: "Units that pass numbers to each other. Its inputs go in, its outputs come out. Short for neural network.",
    forms: ["net", "nets"],
  },
  unit: {
    name: "unit",
    meaning: "The smallest part of a net: it adds up weighted inputs and turns the sum into one output. Also: neuron.",
    forms: ["unit", "units"],
  },
  layer: {
    name: "layer",
    meaning: "Units side by side that read the same inputs. A net of one layer has output units only.",
    forms: ["layer", "layers"],
  },
  "hidden-layer": {
    name: "hidden layer",
    meaning: "A layer between the inputs and the outputs. No target says what its units should output.",
    forms: ["hidden layer", "hidden layers", "hidden unit", "hidden units"],
  },
  weight: {
    name: "weight",
    meaning: "The factor by which a unit multiplies one of its inputs. Learning changes the weights.",
    forms: ["weight", "weights"],
  },
  bias: {
    name: "bias",
    meaning: "A number that a unit adds to its sum: the weight of an input that is always 1.",
    forms: ["bias", "biases"],
  },
  "weighted-sum": {
    name: "weighted sum",
    meaning: "v: each input times its weight, all added up.",
    forms: ["weighted sum", "weighted sums"],
  },
  activation: {
    name: "activation function",
    meaning: "The function that turns a unit’s weighted sum into its output: sigmoid, tanh, ReLU, step and others.",
    forms: ["activation function", "activation functions"],
  },
  sigmoid: {
    name: "sigmoid",
    meaning: "σ(v) = 1/(1 + e⁻ᵛ): turns any sum into a number between 0 and 1. Its derivative is y(1 − y).",
    forms: ["sigmoid"],
  },
  nonlinear: {
    name: "nonlinear",
    meaning: "Said of a function whose graph is not a straight line.",
    forms: ["nonlinear"],
  },
  "step-function": {
    name: "step function",
    meaning: "1 if the weighted sum is at least 0, otherwise 0. Its slope is 0, so it cannot be trained by slopes.",
    forms: ["step function", "step functions"],
  },
  tanh: {
    name: "tanh",
    meaning:
      "The hyperbolic tangent: an activation function like the sigmoid, but from −1 to 1. With the output t, its slope is 1 − t².",
    forms: ["tanh"],
  },
  relu: {
    name: "ReLU",
    meaning:
      "Rectified linear unit, max(0, v): an activation function that passes positive sums and stops negative ones.",
    forms: ["ReLU"],
  },
  odds: {
    name: "odds",
    meaning:
      "The probability that something is so, divided by the probability that it is not. Log-odds: their logarithm.",
    forms: ["odds", "log-odds"],
  },
  "logistic-regression": {
    name: "logistic regression",
    meaning: "The statisticians’ name for one sigmoid unit that learns probabilities from a table.",
    forms: ["logistic regression"],
  },
  output: {
    name: "output",
    meaning: "y: the number that a unit passes on. The outputs of a net are those of its last layer.",
    forms: ["output", "outputs"],
  },
  row: {
    name: "row",
    meaning: "One example: the inputs and the target that belong together. XOR has four rows: 00, 01, 10 and 11.",
    forms: ["row", "rows"],
  },
  target: {
    name: "target",
    meaning: "d: the output that a net should have for a row.",
    forms: ["target", "targets"],
  },
  error: {
    name: "error",
    meaning: "e = d − y: how far the output is from its target, with its sign.",
    forms: ["error", "errors"],
  },
  "squared-error": {
    name: "squared error",
    meaning: "E = ½(d − y)²: one number for how wrong an output is. Learning makes it smaller.",
    forms: ["squared error", "squared errors"],
  },
  delta: {
    name: "δ (delta)",
    meaning: "How strongly a unit’s sum should change: δ = −∂E/∂v. For an output unit with sigmoid it is y(1 − y)e.",
    forms: ["δ"],
  },
  "chain-rule": {
    name: "chain rule",
    meaning: "If E depends on y and y on v, the derivative of E by v is the product of both derivatives.",
    forms: ["chain rule"],
  },
  "back-propagation": {
    name: "back-propagation",
    meaning:
      "The chain rule from the outputs back to the inputs: it gives the derivative of the error by every weight.",
    forms: ["back-propagation"],
  },
  supervised: {
    name: "supervised learning",
    meaning: "Learning from examples whose right answers are known.",
    forms: ["supervised learning"],
  },
  "gradient-descent": {
    name: "gradient descent",
    meaning: "Learning by small steps downhill: each weight moves against the derivative of the error.",
    forms: ["gradient descent"],
  },
  gradient: {
    name: "gradient",
    meaning:
      "The slopes of the error by all weights together. It points in the direction in which the error rises fastest.",
    forms: ["gradient", "gradients"],
  },
  "delta-rule": {
    name: "delta rule",
    meaning: "Gradient descent for one unit: each weight changes by the learning rate times δ times its input.",
    forms: ["delta rule"],
  },
  update: {
    name: "update",
    meaning: "One change of the weights.",
    forms: ["update", "updates"],
  },
  "learning-rate": {
    name: "learning rate",
    meaning: "α: the factor that sets how large each step is.",
    forms: ["learning rate"],
  },
  epoch: {
    name: "epoch",
    meaning: "One pass over all rows.",
    forms: ["epoch", "epochs"],
  },
  online: {
    name: "online",
    meaning: "With an update after every row, instead of one after all rows together.",
    forms: ["online"],
  },
  "full-batch": {
    name: "full batch",
    meaning: "With one update for all rows together: the mean of what each row asks for.",
    forms: ["full batch"],
  },
  inference: {
    name: "inference",
    meaning: "Computing outputs with weights that stay as they are.",
    forms: ["inference"],
  },
  start: {
    name: "start",
    meaning: "The random weights from which a training begins.",
    forms: ["start", "starts"],
  },
  xor: {
    name: "XOR",
    meaning: "Exclusive or: 1 if exactly one of two inputs is 1, otherwise 0.",
    forms: ["XOR"],
  },
  separable: {
    name: "linearly separable",
    meaning: "Said of a table whose ones a straight line can separate from its zeros.",
    forms: ["linearly separable"],
  },
  perceptron: {
    name: "perceptron",
    meaning: "Rosenblatt’s unit with a step: 1 if its weighted sum is at least 0, otherwise 0.",
    forms: ["perceptron", "perceptrons"],
  },
  matrix: {
    name: "matrix",
    meaning:
      "Numbers in lines and columns. The weights of a layer form one: a line for each unit, a column for each input.",
    forms: ["matrix", "matrices"],
  },
  "hidden-space": {
    name: "hidden space",
    meaning:
      "The outputs of the hidden units as coordinates: each row is a point in it. The output unit sees only this point.",
    forms: ["hidden space"],
  },
  loss: {
    name: "loss",
    meaning: "One number for how wrong a net’s outputs are. Training makes it smaller. Also: loss function, cost.",
    forms: ["loss", "losses"],
  },
  "cross-entropy": {
    name: "cross entropy",
    meaning: "C = −d ln y − (1 − d) ln(1 − y): a loss that reads the output as a probability. It gives δ = e.",
    forms: ["cross entropy"],
  },
  saturated: {
    name: "saturated",
    meaning: "Said of a unit whose activation function is almost flat at its sum, so that it hardly learns.",
    forms: ["saturated"],
  },
  optimiser: {
    name: "optimiser",
    meaning: "The rule that turns slopes into steps of the weights: plain gradient descent, momentum, Adam and others.",
    forms: ["optimiser", "optimisers"],
  },
  momentum: {
    name: "momentum",
    meaning: "An optimiser that keeps part of the last step and adds the new one, so that steps in one direction grow.",
    forms: ["momentum"],
  },
  interval: {
    name: "confidence interval",
    meaning: "All true values that fit a count. A 95 % interval holds the true value in about 95 of 100 trials.",
    forms: ["confidence interval", "interval", "intervals"],
  },
};

// A 2-4-1 sigmoid net on XOR with brain.js, which trains online: prints CPU nanoseconds per epoch. Momentum and error
// threshold must be positive; the values here are practically 0.
const { NeuralNetwork } = require("brain.js");

const rows = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a, b, d]) => ({ input: [a, b], output: [d] }));

function cpuTime(iterations) {
  const net = new NeuralNetwork({ hiddenLayers: [4], activation: "sigmoid" });
  const { user, system } = process.cpuUsage();
  net.train(rows, { iterations, learningRate: 0.5, momentum: 1e-9, errorThresh: 1e-12 });
  const after = process.cpuUsage();
  return 1000 * (after.user + after.system - user - system);
}

cpuTime(20000);
const epochs = 50000;
console.log((cpuTime(3 * epochs) - cpuTime(epochs)) / (2 * epochs));

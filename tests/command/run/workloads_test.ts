/** Estimates of time on a busy machine. */
import { assertGreaterOrEqual } from "@std/assert";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { calibratedSpeed } from "../../../command/run/workloads.ts";

Deno.test("an interrupted trial is not the only one", async () => {
  const { config } = parseConfig({
    data: "xor",
    network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] },
    seed: "",
    loss: "squaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 10,
  });
  let calls = 0;
  const interrupted = () => {
    calls++;
    // longer than all trials together take on a free machine
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return [];
  };
  await calibratedSpeed()(config, "auto", interrupted);
  assertGreaterOrEqual(calls, 13, "one call compiles, twelve are measured");
});

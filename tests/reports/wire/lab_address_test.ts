/** Addresses of lab settings: nothing is lost, and nothing wrong is taken. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { stateOfConfig } from "../../../reports/wire/state_of_config.ts";
import { EN } from "../../../reports/languages/en/lab_en.ts";
import { labAddress, parseLabAddress, settingAddress } from "../../../reports/wire/lab_address.ts";
import { labConfig } from "../../../reports/wire/lab_config.ts";
import { DEFAULT_STATE } from "../../../reports/wire/lab_state.ts";
import { labStates } from "./lab_states.ts";

const PAGE = { suiteSeed: "xorlab", experiments: { toy: { seal: "0", replicates: {} } } };

/** What is wrong with an address, as sentences. */
function problemsIn(address: string): string[] {
  return parseLabAddress(address, PAGE).problems.map((problem) => EN.problems.fault(problem.path, problem));
}

Deno.test("labAddress and parseLabAddress are inverse for every setting that the lab can train", () => {
  fc.assert(
    fc.property(labStates, (state) => {
      labConfig(state, 0, PAGE); // throws unless it can be trained
      const address = labAddress(state);
      assertEquals(parseLabAddress(address, PAGE), { state, problems: [] }, address);
      assertEquals(labAddress(parseLabAddress(address, PAGE).state), address);
    }),
    { numRuns: 300, seed: 17 },
  );
});

Deno.test("an address says what differs from any base, and the base gives the rest", () => {
  fc.assert(
    fc.property(labStates, labStates, (state, base) => {
      const address = labAddress(state, base);
      assertEquals(parseLabAddress(address, { ...PAGE, base }), { state, problems: [] }, address);
      assertEquals(labAddress(base, base), "");
    }),
    { numRuns: 300, seed: 20 },
  );
});

Deno.test("data, initial parameters and a length in updates, which no field holds, come from the base", () => {
  const config = parseConfig({
    data: { inputs: [[0.5, 1], [2, -3], [0, 4]], targets: [[0, 1], [1, 0], [1, 1]] },
    network: {
      inputs: 2,
      layers: [{ units: 1, activation: "tanh", bias: false }, { units: 2, activation: "tanh", bias: false }],
    },
    parameters: [{ W: [[0.1, 0.2]] }, { W: [[0.3], [0.4]] }],
    loss: "halfSquaredError",
    optimizer: { name: "adam", learningRate: 0.1 },
    batch: "online",
    steps: 8,
  }).config;
  const base = stateOfConfig(config);
  const { state, problems } = parseLabAddress("#rate=3", { ...PAGE, base });
  assertEquals(problems, []);
  assertEquals(labConfig(state, 0, PAGE), {
    ...config,
    seed: "xorlab\nlab\n0",
    optimizer: { ...config.optimizer, learningRate: 3 },
  });
  // a net of another shape draws its parameters
  const wider = parseLabAddress("#hidden=3:tanh", { ...PAGE, base }).state;
  assertEquals(labConfig(wider, 0, PAGE).parameters, undefined);
});

Deno.test("an address survives programs that escape it or append it to a file name", () => {
  fc.assert(
    fc.property(labStates, (state) => {
      const address = labAddress(state);
      assert(/^(#[\w.,:;=&-]+)?$/.test(address), address);
      const escaped = address.replace(/[,:]/g, (char) => encodeURIComponent(char));
      assertEquals(parseLabAddress(`file:///a%20b/lab.html${escaped || "#"}`, PAGE), { state, problems: [] });
    }),
    { numRuns: 100, seed: 18 },
  );
});

Deno.test("addresses that people keep mean the same for ever", () => {
  const kept = {
    "": DEFAULT_STATE,
    "#hidden=4:sigmoid": {
      ...DEFAULT_STATE,
      hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
    },
    "#data=moons&points=40&constant=0&hidden=8:leakyRelu:slope:0.1:bias&outputBias=1&loss=crossEntropy&optimizer=adam&rate=0.01&schedule=step:every:100&batch=full&init=heNormal&initialBias=0&epochs=2000&stop=0.05&starts=1000":
      {
        ...DEFAULT_STATE,
        data: { kind: "generated", name: "moons", points: 40, noise: 0.1, split: 1, balance: 0.5, dataSeed: 1 },
        constant: false,
        hidden: [{ units: 8, activation: { name: "leakyRelu", slope: 0.1 }, bias: true }],
        outputBias: true,
        loss: { name: "crossEntropy", reduction: "mean" },
        optimizer: {
          name: "adam",
          learningRate: 0.01,
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          schedule: { name: "step", every: 100, decay: 0.1 },
        },
        batch: "full",
        initializer: { name: "heNormal", scale: 1, biases: 0 },
        epochs: 2000,
        stop: { maxError: 0.05 },
        starts: 1000,
      },
    "#data=placed&xy=0.5:-0.25:1,0:0:0": {
      ...DEFAULT_STATE,
      data: { kind: "placed", points: [{ x: 0.5, y: -0.25, target: 1 }, { x: 0, y: 0, target: 0 }] },
    },
    "#data=function3:5&encoding=bipolar&order=7,6,5,4,3,2,1,0&experiment=toy": {
      ...DEFAULT_STATE,
      data: { kind: "table", targets: [0, 0, 0, 0, 0, 1, 0, 1] },
      encoding: "bipolar",
      order: [7, 6, 5, 4, 3, 2, 1, 0],
      experiment: "toy",
    },
  };
  for (const [address, state] of Object.entries(kept)) {
    assertEquals(parseLabAddress(address, PAGE) as unknown, { state, problems: [] }, address);
    assertEquals(labAddress(parseLabAddress(address, PAGE).state), address);
  }
});

Deno.test("parseLabAddress names each field that is wrong, and the rule", () => {
  const faults = {
    "#hiden=4:tanh": 'hiden is not a field of this setting (did you mean "hidden"?)',
    "#hidden=100:tanh": "hidden[0].units must be a whole number of at most 64, but is 100",
    "#hidden=0:tanh": "hidden[0].units must be a whole number of at least 1, but is 0",
    "#hidden=tanh": 'hidden[0].units must be a whole number of at least 1, but is "tanh"',
    "#hidden=1:tanh,1:tanh,1:tanh,1:tanh": "hidden must have at most 3 layers, but has 4",
    "#hidden=4:leakyRelu:slope": "hidden[0].activation.slope must be followed by a value",
    "#hidden=4:leakyRelu:slope:x": 'hidden[0].activation.slope must be a finite number, but is "x"',
    "#hidden=4:leakyRelu:slope:1:slope:2": "hidden[0].activation.slope must be given once",
    "#hidden=4:tanh:__proto__:3": 'hidden[0].activation.__proto__ is not a field of the activation "tanh"',
    "#rate=": 'rate must be a number from -1000 to 1000, but is ""',
    "#rate=NaN": 'rate must be a number from -1000 to 1000, but is "NaN"',
    "#rate=1001": "rate must be a number from -1000 to 1000, but is 1001",
    "#rate=1&rate=2": "rate must be given once",
    "#optimizer=adam:learningRate:3": "optimizer.learningRate has a field of its own",
    "#optimizer=adam:beta1:1": "optimizer.beta1 must be a number from 0 to below 1, but is 1",
    "#optimizer=perceptron&hidden=2:tanh": "hidden must be one layer for the perceptron's rule",
    "#schedule=exponential": "schedule.decay is missing",
    "#init=constant": "init.value is missing",
    "#initialBias=x": 'initialBias must be "drawn" or a finite number, but is "x"',
    "#loss=hinge:smoothing:0.1": 'loss.smoothing is not a field of the loss "hinge"',
    "#order=0,1": "order must be a permutation of the rows 0 to 3, but is [0,1]",
    "#batch=0": "batch must be a whole number of at least 1, but is 0",
    "#starts=2001": "starts must be a whole number of at most 2000, but is 2001",
    "#epochs=1.5": "epochs must be a whole number of at least 0, but is 1.5",
    "#stop=0": "stop must be a finite number above 0, but is 0",
    "#constant=yes": 'constant must be 0 or 1, but is "yes"',
    "#noise=0.1": "noise is not a field of this setting",
    "#data=moons&points=501": "points must be a whole number of at most 500, but is 501",
    "#data=moons&split=0": "split must be a number from 0.01 to 1, but is 0",
    "#data=placed": "xy must be a list of at least 1, but is []",
    "#data=placed&xy=1:2": "xy[0] must have 3 parts, but has 2",
    "#data=placed&xy=1:2:3": "xy[0].target must be 0 or 1, but is 3",
    "#data=placed&xy=11:2:1": "xy[0].x must be a number from -10 to 10, but is 11",
    [`#data=placed&xy=${Array(65).fill("0:0:1").join()}`]: "xy must have at most 64 points, but has 65",
    "#experiment=toyy": 'experiment must be one of toy, but is "toyy" (did you mean "toy"?)',
    "#%zz=1": "%zz is not a field of this setting",
  };
  for (const [address, sentence] of Object.entries(faults)) assertEquals(problemsIn(address), [sentence], address);
  assertEquals(problemsIn("#data=parity6").length, 1);
  assertEquals(problemsIn("#data=given").length, 1);
  assertEquals(problemsIn("#data=table").length, 1);
  assertEquals(problemsIn("#data=xr&rate=x&units=3").length, 3);
});

Deno.test("parseLabAddress never throws, and a field with a problem is reported under its own name", () => {
  const fields = ["data", "hidden", "rate", "optimizer", "init", "order", "xy", "constructor", "stop"];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string(), (field, text) => {
      const address = `#data=placed&xy=0:0:1&${field}=${encodeURIComponent(text)}`;
      for (const problem of parseLabAddress(address, PAGE).problems) {
        assert(["", "data", field, "xy", "hidden"].includes(problem.field), problem.field);
      }
    }),
    { numRuns: 500, seed: 19 },
  );
});

Deno.test("settings that train alike have one settingAddress", () => {
  const state = { ...DEFAULT_STATE, starts: 3, experiment: "toy" };
  assertEquals(settingAddress(state), "");
  assertEquals(settingAddress({ ...state, epochs: 5 }), "#epochs=5");
});

/** Methods that are added to plain training on XOR. */
import { standardNormal, stream } from "../../../core/random.ts";
import type { PartialConfig } from "../../define/factors.ts";
import { LECTURE, lectureData } from "../shared/lecture.ts";

const EPOCHS = LECTURE.epochs;
/** Noisy copies of each row; an epoch has as many times the updates, so there are as many times fewer epochs. */
const COPIES = 4;
const NOISE = 0.1;

/** XOR with normal noise on both inputs: the same rows for every run. */
function noisyCopies(): PartialConfig {
  const random = stream("regularisation", "noise");
  const clean = [[0, 0], [0, 1], [1, 0], [1, 1]] as const;
  const rows = Array.from({ length: COPIES }, () => clean).flat();
  const noisy = (x: number) => x + NOISE * standardNormal(random);
  return {
    data: { inputs: rows.map(([x1, x2]) => [noisy(x1), noisy(x2), 1]), targets: rows.map(([x1, x2]) => x1 ^ x2) },
    epochs: EPOCHS / COPIES,
  };
}

/** The four rows of XOR, and a part of the config. */
function onXor(part: PartialConfig): PartialConfig {
  return { ...lectureData("xor"), ...part };
}

/** The methods by name, each as a part of a config with its data; smoothing is for cross entropy only. */
export const METHODS = {
  none: onXor({}),
  "decay-0.0001": onXor({ optimizer: { weightDecay: 0.0001 } }),
  "decay-0.001": onXor({ optimizer: { weightDecay: 0.001 } }),
  smoothing: onXor({ loss: { name: "crossEntropy", smoothing: 0.1 } }),
  "clip-1": onXor({ optimizer: { clipNorm: 1 } }),
  "clip-0.05": onXor({ optimizer: { clipNorm: 0.05 } }),
  exponential: onXor({ optimizer: { schedule: { name: "exponential", decay: 0.9995 } } }),
  inverseTime: onXor({ optimizer: { schedule: { name: "inverseTime", decay: 0.001 } } }),
  step: onXor({ optimizer: { schedule: { name: "step", every: 1000, decay: 0.5 } } }),
  noise: noisyCopies(),
} as const satisfies Readonly<Record<string, PartialConfig>>;

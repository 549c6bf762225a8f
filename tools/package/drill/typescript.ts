/** TypeScript sees the types of the package. */
import project from "../../../deno.json" with { type: "json" };
import { npmInstall, runProgram, type Scenario } from "./context.ts";

const COMPILER = project.imports.typescript.replace("npm:", "");

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
  target: "esnext",
  lib: ["esnext", "dom"],
};

const PROGRAM = `
import { CATALOG, type Experiment, type Report, runExperiment, trainNetwork } from "@xorlab/xorlab";
import { type Stream, stream } from "@xorlab/xorlab/core";
import { type Publication, publish } from "@xorlab/xorlab/reports";

export const experiments: readonly Experiment[] = CATALOG;
export const random: Stream = stream("seed", "purpose");
export const publication: typeof publish extends (...words: never) => Promise<Publication> ? true : false = true;
export async function epoch(): Promise<number | null> {
  const report: Report = await runExperiment(CATALOG[0]!, { seeds: 2 });
  if (report.judged.length === 0) return null;
  const network = { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] } as const;
  const optimizer = { name: "gradientDescent", learningRate: 1 } as const;
  return trainNetwork({ data: "and", network, optimizer, loss: "crossEntropy", seed: 1, epochs: 10 }).solvedEpoch;
}
`;

/** Mistakes that must not compile, each with a word of the compiler's message. */
const MISTAKES: readonly (readonly [from: string, to: string, message: string])[] = [
  ['activation: "sigmoid"', 'activation: "sigmoidd"', "sigmoidd"],
  ["Promise<number | null>", "Promise<string>", "number"],
  [
    'import { type Stream, stream } from "@xorlab/xorlab/core"',
    'import { type Stream, stream } from "@xorlab/xorlab"',
    "stream",
  ],
];

/** Compiles a program, with the ways of Node and of bundlers to find types. */
async function compile(folder: string, program: string): Promise<void> {
  await Deno.writeTextFile(`${folder}/program.ts`, program);
  for (const module of ["nodenext", "preserve"]) {
    const compilerOptions = { ...OPTIONS, module };
    await Deno.writeTextFile(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    await runProgram([`${folder}/node_modules/.bin/tsc`, "--project", "."], folder);
  }
}

/** A program that uses the package compiles, and mistakes in it do not. */
export const TYPESCRIPT: Scenario = {
  name: "TypeScript",
  attempt: async (folder, { tarball }) => {
    await npmInstall(folder, tarball, COMPILER);
    await compile(folder, PROGRAM);
    for (const [from, to, message] of MISTAKES) {
      const mistaken = PROGRAM.replace(from, to);
      if (mistaken === PROGRAM) throw new Error(`the program does not contain ${from}`);
      const failure = await compile(folder, mistaken).then(() => "", (error: Error) => error.message);
      if (!failure.includes("error TS") || !failure.includes(message)) throw new Error(`${to} compiles`);
    }
    return `${COMPILER} compiles a program, and refuses it with each of ${MISTAKES.length} mistakes`;
  },
};

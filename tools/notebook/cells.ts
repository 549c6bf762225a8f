/** The example notebook. */

/** A cell: text in Markdown, or code. */
export interface NotebookCell {
  readonly type: "markdown" | "code";
  readonly source: string;
}

/** The cells of examples/notebook.ipynb, in order. */
export const CELLS: readonly NotebookCell[] = [
  {
    type: "markdown",
    source: `# xorlab in a notebook

This notebook runs in Deno's kernel: \`deno jupyter --install\`, then open it in JupyterLab or VS Code.`,
  },
  {
    type: "code",
    source: `import { CATALOG, runExperiment, trainNetworks } from "../mod.ts";

CATALOG.map(({ id, question }) => \`\${id}: \${question}\`);`,
  },
  {
    type: "markdown",
    source: "An experiment of the suite, with 40 starts per setting. A report shows its answer and its figures.",
  },
  {
    type: "code",
    source: `const depthXor = CATALOG.find(({ id }) => id === "depth-xor")!;
const report = await runExperiment(depthXor, { seeds: 40 });
report;`,
  },
  {
    type: "markdown",
    source: "A sweep of your own: how often do nets with one to five hidden units solve XOR, out of 100 starts?",
  },
  {
    type: "code",
    source: `const configOf = (units: number, seed: number) =>
  ({
    data: "xor",
    network: {
      inputs: 2,
      layers: [{ units, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    loss: "crossEntropy",
    optimizer: { name: "gradientDescent", learningRate: 0.5 },
    seed,
    epochs: 500,
  }) as const;

const solvedOf = async (units: number) => {
  const results = await trainNetworks(Array.from({ length: 100 }, (_, seed) => configOf(units, seed)));
  return results.filter(({ solved }) => solved).length;
};
await Promise.all([1, 2, 3, 4, 5].map(async (units) => ({ units, solved: await solvedOf(units) })));`,
  },
];

/** The notebook as a file, without outputs. */
export function notebookText(): string {
  const cells = CELLS.map(({ type, source }, i) => ({
    cell_type: type,
    id: `cell-${i + 1}`,
    metadata: {},
    ...(type === "code" && { execution_count: null, outputs: [] }),
    source: source.split(/(?<=\n)/),
  }));
  const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
  const metadata = { kernelspec, language_info: { file_extension: ".ts", name: "typescript" } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

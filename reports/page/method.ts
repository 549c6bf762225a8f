/** How an experiment was measured: everything that a reader needs to make it again or to doubt it. */
import { claimsTable } from "../../experiments/judge.ts";
import { CHART_VERSIONS, jsonOf, SUITE } from "../../experiments/store/manifest.ts";
import type { Plan } from "../../experiments/plan.ts";
import type { Table } from "../../experiments/records.ts";
import { commandLine } from "./command_line.ts";
import { boxed, fileLink } from "./data_table.ts";
import { type Html, markup } from "./html.ts";
import { counted } from "./numbers.ts";
import type { Report } from "../experiment_report.ts";
import { words } from "../chart/arrange.ts";

/** The section on method. */
export function methodOf({ plan, tables, judged }: Report): Html {
  return markup`<section id="method">
<h2>How it was measured</h2>
<div class="text">
<p>${plan.experiment.background}</p>
<p>${extentOf(plan, tables)}</p>
<p>To make them again, to the last bit:</p>
<pre><code>${commandLine(plan)}</code></pre>
</div>
${factorsOf(plan)}<h3>What all runs share</h3>
<pre class="config"><code>${jsonOf(sharedConfig(plan))}</code></pre>
<h3>The data</h3>
<p class="text">What is missing is empty, and never 0; numbers have all their digits.</p>
${[...tables, claimsTable(judged)].map(fileOf)}<h3>How to cite</h3>
<p class="text">“${plan.experiment.question}” Experiment <code>${plan.experiment.id}</code> of ${SUITE.name} ${SUITE.version}, suite
seed <code>${plan.settings.suiteSeed}</code>, made by <code>${commandLine(plan)}</code>.</p>
<h3>Versions</h3>
<dl class="facts">
<dt>Suite</dt><dd>${SUITE.name} ${SUITE.version}</dd>
<dt>Suite seed</dt><dd><code>${plan.settings.suiteSeed}</code></dd>
<dt>Charts</dt><dd>${Object.entries(CHART_VERSIONS).map(([name, version]) => `${name} ${version}`).join(", ")}</dd>
<dt>Settings and digests</dt><dd><a href="manifest.json">manifest.json</a></dd>
<dt>Columns for programs</dt><dd><a href="datapackage.json">datapackage.json</a></dd>
</dl>
</section>
`;
}

/** How many runs there are, and how many of them diverged. */
function extentOf({ cells, replicates, runs }: Plan, tables: readonly Table[]): string {
  const diverged =
    tables.find(({ name }) => name === "runs")!.rows.filter(({ status }) => status === "diverged").length;
  return [
    `${counted(cells.length, "cell")} with ${counted(replicates, "seed")} each make ${counted(runs.length, "run")}.`,
    ...(cells.length > 1 ? ["Seed by seed, all cells draw from the same random numbers."] : []),
    ...(diverged > 0
      ? [`${counted(diverged, "run")} diverged and ${diverged === 1 ? "counts" : "count"} as unsolved.`]
      : []),
  ].join(" ");
}

function factorsOf({ experiment, levels }: Plan): Html | undefined {
  const names = Object.keys(levels);
  if (names.length === 0) return undefined;
  const groups = names.map((name) => {
    const { meaning, levels: own, read } = experiment.factors[name]!;
    const rows = levels[name]!.map((level, i) => {
      const head = i > 0 ? undefined : markup`<th scope="rowgroup" rowspan="${levels[name]!.length}">${words(name)}<br>
<span>${meaning}</span></th>`;
      const sets = JSON.stringify(Object.hasOwn(own, level) ? own[level] : read?.(level));
      return markup`<tr>${head}<td>${level}</td><td><code>${sets}</code></td></tr>
`;
    });
    return markup`<tbody>
${rows}</tbody>
`;
  });
  const head =
    markup`<thead><tr><th scope="col">factor</th><th scope="col">level</th><th scope="col">sets</th></tr></thead>
`;
  return markup`<h3>What was varied</h3>
${boxed("Factors, their levels, and what each level sets in the config of a run", "words", markup`${head}${groups}`)}`;
}

/** A file with the meaning of its columns. */
function fileOf({ name, meaning, columns, rows }: Table): Html {
  const lines = Object.entries(columns).map(([column, { type, unit, meaning }]) =>
    markup`<tr><th scope="row"><code>${column}</code></th><td>${type}</td><td>${
      unit ?? "–"
    }</td><td>${meaning}</td></tr>
`
  );
  const table = markup`<thead><tr><th scope="col">column</th><th scope="col">type</th><th scope="col">unit</th>
<th scope="col">meaning</th></tr></thead>
<tbody>
${lines}</tbody>
`;
  return markup`<div class="file" id="data-${name}">
<p>${fileLink(name, columns, rows)}: ${meaning}; ${counted(rows.length, "row")}</p>
<details><summary>Columns</summary>
${boxed(`Columns of ${name}.csv`, "words", table)}</details>
</div>
`;
}

/** What the configs of all runs have in common; seeds and the epochs of curves are each run's own. */
function sharedConfig({ runs }: Plan): unknown {
  const ofCells = runs.filter(({ replicate }) => replicate === 0).map(({ config }) => config);
  return ofCells.map(({ seed: _, checkpoints: __, ...rest }): unknown => rest).reduce(common);
}

function common(a: unknown, b: unknown): unknown {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (!isObject(a) || !isObject(b)) return undefined;
  const shared = Object.keys(a).map((name) => [name, common(a[name], b[name])] as const)
    .filter(([, value]) => value !== undefined);
  return shared.length > 0 ? Object.fromEntries(shared) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The section on method: everything needed to reproduce an experiment or to question it. */
import { isObject } from "../../../core/input/readers.ts";
import { selectRows } from "../../../experiments/claims/column_table.ts";
import { claimsTable } from "../../../experiments/judge.ts";
import type { Plan } from "../../../experiments/plan.ts";
import { sealOf } from "../../../experiments/claims/seal.ts";
import { formatJson } from "../../../experiments/store/files.ts";
import { storedTableOf } from "../../../experiments/store/tables/stored_table.ts";
import type { StoredTable } from "../../../experiments/define/stored.ts";
import { CHART_VERSIONS, SUITE } from "../../../experiments/store/provenance.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { columnName, levelName } from "../../../experiments/words/display_names.ts";
import { foldedSection, type Section } from "../document.ts";
import { commandLine } from "../command_line.ts";
import { boxed, fileLinks, tableHead } from "../data_table.ts";
import { prose } from "../prose.ts";
import { formatCount } from "../numbers.ts";

/** The section on method. */
export function methodSection({ plan, tables, judged }: Report): Section {
  const { experiment, settings: { suiteSeed } } = plan;
  const command = commandLine(plan);
  const stored = [...tables, storedTableOf(claimsTable(judged))], links = fileLinks(stored);
  const content = markup`<div class="text">
<p>${extentOf(plan, tables)}</p>
<p>To reproduce them to the last bit:</p>
<pre><code>${command}</code></pre>
<p>The seal of this experiment is <code class="digest">${sealOf(experiment)}</code>, the SHA-256 of its rules as
declared: base config, factors, levels, exclusions, and each claim’s kind, table, settings, condition and threshold. It
is part of the name of every random stream (<code>suite seed, experiment, seal, replicate</code>), so whoever edits a
rule after seeing its data gets other data. It does not cover sentences and charts, nor the code that fills a table.
<a href="claims.json">claims.json</a> holds the rules as data.</p>
</div>
${factorsOf(plan)}<h3>What all runs have in common</h3>
<pre class="config"><code>${formatJson(commonConfig(plan))}</code></pre>
<h3>The data</h3>
<p class="text">Missing values are empty, never 0; numbers have all their digits.</p>
${stored.map((table) => fileOf(table, links.get(table.name)!))}<h3>How to cite</h3>
<p class="text">“${experiment.question}” Experiment <code>${experiment.id}</code> of ${SUITE.name} ${SUITE.version}, suite
seed <code>${suiteSeed}</code>, made by <code>${command}</code>.</p>
<h3>Versions</h3>
<dl class="facts">
<dt>Suite</dt><dd>${SUITE.name} ${SUITE.version}</dd>
<dt>Suite seed</dt><dd><code>${suiteSeed}</code></dd>
<dt>Charts</dt><dd>${Object.entries(CHART_VERSIONS).map(([name, version]) => `${name} ${version}`).join(", ")}</dd>
<dt>Settings and digests</dt><dd><a href="manifest.json">manifest.json</a></dd>
<dt>Columns for programs</dt><dd><a href="datapackage.json">datapackage.json</a></dd>
</dl>
`;
  return foldedSection("method", "Method", content);
}

/** The number of runs, and of those that diverged. */
function extentOf({ cells, replicates, runCount }: Plan, tables: readonly StoredTable[]): string {
  const { columnTable } = tables.find(({ name }) => name === "runs")!;
  const diverged = selectRows(columnTable, { status: "diverged" }).length;
  const settings = formatCount(cells.length, "setting");
  const starts = formatCount(replicates, "start");
  let text = `${settings} with ${starts} each make ${formatCount(runCount, "run")}.`;
  const single = cells.filter((cell) => cell.replicates < replicates).length;
  if (single > 0) {
    text = `${settings} make ${formatCount(runCount, "run")}: ${starts} each, but one run where nothing is drawn.`;
  }
  if (cells.length > 1) text += " Start by start, all settings draw from the same random numbers.";
  if (diverged > 0) {
    text += ` ${formatCount(diverged, "run")} diverged (a weight or output was not finite at a check) and ${
      diverged === 1 ? "counts" : "count"
    } as unsolved.`;
  }
  return text;
}

function factorsOf({ experiment, levels }: Plan): Html | undefined {
  const factors = Object.entries(levels);
  if (factors.length === 0) return undefined;
  const groups = factors.map(([factor, used]) => {
    const { meaning, levels: defined, read } = experiment.factors[factor]!;
    const heading = markup`<th scope="rowgroup" rowspan="${used.length}">${named(columnName(factor), factor)}<br>
<span>${meaning}</span></th>`;
    const rows = used.map((level, i) => {
      const config = JSON.stringify(Object.hasOwn(defined, level) ? defined[level] : read?.(level));
      const words = named(levelName(factor, level), level);
      return markup`<tr>${i === 0 ? heading : undefined}<td>${words}</td><td><code>${config}</code></td></tr>\n`;
    });
    return markup`<tbody>\n${rows}</tbody>\n`;
  });
  const content = markup`${tableHead(["factor", "level", "sets"])}${groups}`;
  return markup`<h3>What was varied</h3>
${boxed("Factors, their levels, and what each level sets in the config of a run", "words", content)}`;
}

/** Words, followed by the identifier they stand for if it differs. */
function named(words: string, identifier: string): Html {
  return words === identifier ? markup`${words}` : markup`${words} <code>${identifier}</code>`;
}

/** A file, by its link, with the meaning of its columns. */
function fileOf({ name, meaning, columns, columnTable }: StoredTable, link: Html): Html {
  const lines = Object.entries(columns).map(([column, { type, unit = "–", meaning }]) => {
    const cells = [type, unit, meaning].map((text) => markup`<td>${prose(text)}</td>`);
    return markup`<tr><th scope="row"><code>${column}</code></th>${cells}</tr>\n`;
  });
  const head = markup`${tableHead(["column", "type", "unit", "meaning"])}<tbody>\n${lines}</tbody>\n`;
  return markup`<div class="file" id="data-${name}">
<p>${link}: ${meaning}; ${formatCount(columnTable.length, "row")}</p>
<details><summary>Columns</summary>
${boxed(`Columns of ${name}.csv`, "words", head)}</details>
</div>
`;
}

/** What the configs of all runs have in common, less seeds and checkpoints, which differ by run. */
function commonConfig({ cellRuns }: Plan): unknown {
  const configs = cellRuns.map(({ config }) => config);
  return configs.map(({ seed: _, checkpoints: __, ...rest }): unknown => rest).reduce(common);
}

function common(a: unknown, b: unknown): unknown {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (!isObject(a) || !isObject(b)) return undefined;
  const shared = Object.keys(a).map((name) => [name, common(a[name], b[name])] as const)
    .filter(([, value]) => value !== undefined);
  return shared.length > 0 ? Object.fromEntries(shared) : undefined;
}

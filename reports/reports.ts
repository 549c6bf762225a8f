/**
 * From results to files and pages: for programs that train or store results in their own way.
 *
 * `publish` makes the files of a result from its plan and tables, `readReport` reads a result back.
 *
 * @module
 */
export type { Files, LargeFiles } from "../experiments/store/files.ts";
export { type ChartSpec, specsOf } from "./chart_specs.ts";
export { NOTEBOOK_DISPLAY, type Report } from "./experiment_report.ts";
export { tracePage } from "./page/trace_page.ts";
export { pageScript } from "./page_script.ts";
export { type Publication, publish, type PublishOptions, reportOf } from "./publish.ts";
export { readReport } from "./read_report.ts";
export { runExperiment, type RunOptions } from "./run_experiment.ts";

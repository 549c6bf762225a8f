/** The versions of the software that makes a result. */
import project from "../../deno.json" with { type: "json" };

/** Name and version of the suite. */
export const SUITE = { name: "xorlab", version: project.version } as const;

/** Versions of the packages that draw the charts. */
export const CHART_VERSIONS = {
  vega: versionOf(project.imports.vega),
  "vega-lite": versionOf(project.imports["vega-lite"]),
} as const;

/** The version in an import specifier, such as `npm:vega@6.4.0`. */
function versionOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf("@") + 1);
}

/** What the package for Node, Bun and browsers contains. */
import project from "../../deno.json" with { type: "json" };
import { declarationOf } from "./types.ts";

/** The modules of the package by their name in `exports`. The command is not among them: it needs Deno. */
export const MODULES: Readonly<Record<string, string>> = {
  ".": "mod.ts",
  "./core": "core/core.ts",
  "./reports": "reports/reports.ts",
};

/** The nets alone as one file, for `<script type="module">`. */
export const STANDALONE_CORE = "xorlab-core.js";

/** The path of the tarball, from the project's folder. */
export const TARBALL = `dist/${project.name.replace("@", "").replace("/", "-")}-${project.version}.tgz`;

/** The package.json of the package. */
export function packageJson(): Readonly<Record<string, unknown>> {
  const { name, version, license } = project;
  const entries = Object.entries(MODULES).map(([name, module]) => {
    return [name, { types: `./types/${declarationOf(module)}`, default: `./${moduleFile(module)}` }];
  });
  const standalone = { types: `./types/${declarationOf(MODULES["./core"]!)}`, default: `./${STANDALONE_CORE}` };
  return {
    name,
    version,
    description: "Reproducible experiments on the smallest neural nets",
    license,
    type: "module",
    exports: Object.fromEntries([...entries, [`./${STANDALONE_CORE}`, standalone]]),
    engines: { node: ">=22" },
    sideEffects: false,
  };
}

/** The bundle of a module, by its path. */
export function moduleFile(module: string): string {
  return module.replace(/\.ts$/, ".js");
}

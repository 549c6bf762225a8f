/** Node and Bun, each as npm installs it. */
import { consume, npmInstall, requireSame, type Scenario, versionOf, writeConsumer } from "./context.ts";

/** The runtimes: their package, and the program in it. */
const RUNTIMES = [
  { name: "Node 22", from: "node@22", program: "node", version: "v22." },
  { name: "Node 24", from: "node@24", program: "node", version: "v24." },
  { name: "Bun", from: "bun@1", program: "bun", version: "1." },
];

/** A program imports the package, and writes the same results as the project. */
export const NPM_RUNTIMES: readonly Scenario[] = RUNTIMES.map(({ name, from, program, version }) => ({
  name,
  attempt: async (folder, { tarball, expected }) => {
    await npmInstall(folder, tarball, from);
    await writeConsumer(folder);
    const path = `${folder}/node_modules/.bin/${program}`;
    const found = await versionOf(path, folder);
    if (!found.startsWith(version)) throw new Error(`${from} is version ${found}`);
    return `${name} ${found}: ${requireSame(await consume([path], folder), expected)}`;
  },
}));

/** Other Deno projects, which import the project or its package in every way that the README describes. */
import {
  consume,
  type Context,
  filesIn,
  PROJECT,
  requireSame,
  requireSameFiles,
  runDeno,
  runProgram,
} from "./context.ts";
import { type Scenario, versionOf, writeConsumer } from "./context.ts";

const LINKS = [PROJECT, `${PROJECT}/std/csv`];

const RUN = [Deno.execPath(), "run", "--no-prompt", "--allow-read=.", "--allow-write=out"];

async function consumeSource(
  folder: string,
  config: unknown,
  rename: (specifier: string) => string,
  { expected }: Context,
) {
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(config));
  await writeConsumer(folder, rename);
  await runDeno(["check", "consumer.mjs"], folder);
  return requireSame(await consume(RUN, folder), expected);
}

const LINKED: Scenario = {
  name: "a Deno project that links it",
  attempt: (folder, context) => {
    const imports = { "@xorlab/xorlab": "jsr:@xorlab/xorlab@^0.1.0" };
    return consumeSource(folder, { links: LINKS, imports }, (same) => same, context);
  },
};

const BY_PATH: Scenario = {
  name: "a Deno project that imports it by its path",
  attempt: async (folder, context) => {
    const { exports } = JSON.parse(await Deno.readTextFile(`${PROJECT}/deno.json`));
    const pathOf = (specifier: string) => PROJECT + exports[specifier.replace("@xorlab/xorlab", ".")].slice(1);
    return await consumeSource(folder, { links: LINKS }, pathOf, context);
  },
};

const FROM_SERVER: Scenario = {
  name: "a Deno program that imports the package from a server",
  attempt: async (folder, { tarball, expected }) => {
    await runProgram(["tar", "xzf", tarball], folder);
    await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async ({ url }) => {
      const path = `${folder}/package${new URL(url).pathname}`;
      const text = await Deno.readTextFile(path).catch(() => undefined);
      return new Response(text ?? "", {
        status: text === undefined ? 404 : 200,
        headers: { "content-type": "text/javascript" },
      });
    });
    const host = `127.0.0.1:${server.addr.port}`;
    const { exports } = JSON.parse(await Deno.readTextFile(`${folder}/package/package.json`));
    await writeConsumer(folder, (specifier) => {
      return `http://${host}/${exports[specifier.replace("@xorlab/xorlab", ".")].default.slice(2)}`;
    });
    const [program, run, ...flags] = RUN;
    return requireSame(
      await consume([program!, run!, "--no-lock", `--allow-import=${host}`, ...flags], folder),
      expected,
    );
  },
};

/** Throws an Error unless a folder of results holds the suite's experiment of the consumer as the project writes it. */
function requireExpected(results: string, { expected }: Context): void {
  const inFolder = (files: ReadonlyMap<string, string>) =>
    new Map([...files].filter(([name]) => name.startsWith("forward-pass/")));
  requireSameFiles(inFolder(filesIn(results)), inFolder(expected.files));
}

const RUN_ONE = ["run", "forward-pass", "--seeds", "3", "--quiet"];

const INSTALLED: Scenario = {
  name: "the command, installed and used in another folder",
  attempt: async (folder, context) => {
    const flags = ["--allow-read", "--allow-write", "--allow-run"];
    await runDeno(
      ["install", "--global", "--root", `${folder}/root`, "--name", "xorlab", ...flags, `${PROJECT}/tools/start.ts`],
      folder,
    );
    const xorlab = `${folder}/root/bin/xorlab`;
    await runProgram([xorlab, ...RUN_ONE], folder);
    requireExpected(`${folder}/results`, context);
    return `${await versionOf(xorlab, folder)} writes the same results`;
  },
};

const RUN_FROM_ELSEWHERE: Scenario = {
  name: "the command, run by its path from another folder",
  attempt: async (folder, context) => {
    const flags = ["--no-prompt", `--allow-read=.,${PROJECT}`, "--allow-write=results"];
    await runDeno(["run", ...flags, `${PROJECT}/command/main.ts`, ...RUN_ONE], folder);
    requireExpected(`${folder}/results`, context);
    return "it writes the same results";
  },
};

/** The ways of other Deno projects. */
export const DENO_PROJECTS: readonly Scenario[] = [LINKED, BY_PATH, FROM_SERVER, INSTALLED, RUN_FROM_ELSEWHERE];

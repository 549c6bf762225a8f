/** The files for schedulers: right for their schema, and right for the shell. */
import { assertEquals } from "@std/assert";
import { validate } from "kubernetes-models/_schemas/IoK8sApiBatchV1Job";
import { parse } from "yaml";
import { needing } from "../needs.ts";

const FOLDER = new URL("../../cluster/", import.meta.url);
// the YAML reader looks whether its own log is wanted
const READ = ["read", "env"] as const;

/** An error of the schema, which the types of the library leave out. */
interface SchemaError {
  readonly instancePath: string;
  readonly message: string;
}

/** What is wrong with a Job: errors of the schema, and fields that it does not know. */
function problemsOf(job: unknown): string[] {
  const unread = new Set<string>();
  validate(watched(job, "", unread));
  const { errors } = validate as unknown as { readonly errors: readonly SchemaError[] | null };
  return [...(errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`), ...unread];
}

/** A copy of a value that removes the path of each field from `unread` as soon as it is read. */
function watched(value: unknown, path: string, unread: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, i) => watched(item, `${path}/${i}`, unread));
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    unread.add(`${path}/${name}`);
    copy[name] = watched(field, `${path}/${name}`, unread);
  }
  return new Proxy(copy, {
    get: (target, name) => {
      unread.delete(`${path}/${String(name)}`);
      return target[String(name)];
    },
  });
}

for (const name of ["kubernetes.yaml", "kubernetes-merge.yaml"]) {
  Deno.test({
    ...needing(READ, `${name} is a Job`),
    fn: async () => {
      const job = parse(await Deno.readTextFile(new URL(name, FOLDER)));
      assertEquals(problemsOf(job), []);
      assertEquals(job.kind, "Job");
    },
  });
}

Deno.test({
  ...needing(READ, "the shards of kubernetes.yaml are as many as its completions"),
  fn: async () => {
    const { spec } = parse(await Deno.readTextFile(new URL("kubernetes.yaml", FOLDER)));
    const [, count] = /--shard "\$\(\(JOB_COMPLETION_INDEX \+ 1\)\)\/(\d+)"/.exec(
      spec.template.spec.containers[0].args[0],
    )!;
    assertEquals(Number(count), spec.completions);
  },
});

Deno.test("problemsOf finds wrong values, missing fields and misspelt ones", () => {
  const container = { name: "a", image: "b" };
  const job = (spec: object) => ({
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "a" },
    spec: { template: { spec: { restartPolicy: "Never", containers: [container] } }, ...spec },
  });
  assertEquals(problemsOf(job({})), []);
  assertEquals(problemsOf(job({ completionMode: "indexed" })).length, 1);
  assertEquals(problemsOf(job({ completions: "8" })).length, 1);
  assertEquals(problemsOf(job({ completion: 8 })), ["/spec/completion"]);
  assertEquals(problemsOf(job({ template: { spec: { restartPolicy: "Never" } } })).length, 1);
});

Deno.test({
  ...needing([...READ, "run"], "the scripts are right for the shell"),
  fn: async () => {
    const names = (await Array.fromAsync(Deno.readDir(FOLDER))).map(({ name }) => name);
    for (const name of names.filter((name) => /\.(sh|sbatch)$/.test(name))) {
      const options = { args: ["-n", new URL(name, FOLDER).pathname] };
      const { code, stderr } = await new Deno.Command("sh", options).output();
      assertEquals([name, code, new TextDecoder().decode(stderr)], [name, 0, ""]);
    }
  },
});

/** Runs a script in a copy of its folder, where `command.sh` prints its arguments. */
async function argumentsOf(name: string, words: readonly string[], env: Readonly<Record<string, string>>) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.copyFile(new URL(name, FOLDER), `${folder}/${name}`);
    await Deno.writeTextFile(`${folder}/command.sh`, `#!/bin/sh\nprintf '%s\\n' "$@"\n`, { mode: 0o755 });
    const { stdout } = await new Deno.Command("sh", { args: [`${folder}/${name}`, ...words], env }).output();
    return new TextDecoder().decode(stdout).trimEnd().split("\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  ...needing([...READ, "write", "run"], "merge.sh takes the module from the words of the shards, and nothing else"),
  fn: async () => {
    const env = { OUT: "/out of/it" };
    const merge = ["merge", "/out of/it/shards", "--quiet"], out = ["--out", "/out of/it/results"];
    for (const words of [["--seeds", "5", "--module", "my own.ts"], ["--module=my own.ts", "--suite-seed", "x"]]) {
      assertEquals(await argumentsOf("merge.sh", words, env), [...merge, "--module=my own.ts", ...out]);
    }
    assertEquals(await argumentsOf("merge.sh", ["hidden-width", "--seeds", "5"], env), [...merge, ...out]);
  },
});

Deno.test({
  ...needing([...READ, "run"], "command.sh refuses an absent folder of the output in one line"),
  fn: async () => {
    const options = { args: [new URL("command.sh", FOLDER).pathname, "list"], env: { OUT: "" } };
    const { code, stderr } = await new Deno.Command("sh", options).output();
    const line = "cluster/command.sh: OUT must be the folder of the output, on a disk that all machines share\n";
    assertEquals([code, new TextDecoder().decode(stderr)], [2, line]);
  },
});

/** The files for schedulers: own experiments, wrong words, and what is missing. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ownModule } from "../../tests/command/own_module.ts";
import { digestsIn } from "../drill/command.ts";
import { assertSameBytes, type Attempt, exists, outputOf, ROOT, run } from "./context.ts";
import { submit, waitForMerge } from "./jobs.ts";
import { quickAttempt, type Scenario } from "./scenario.ts";

function parallel({ out, shards, words }: Attempt) {
  return run(["cluster/parallel.sh", ...words], { OUT: out, SHARDS: String(shards) });
}

const ownExperiment: Scenario = {
  name: "an experiment of one's own",
  attempt: async (folder) => {
    const [bySlurm, byParallel] = [`${folder}/slurm`, `${folder}/parallel`];
    for (const out of [bySlurm, byParallel]) {
      await Deno.mkdir(out);
      await Deno.writeTextFile(`${out}/own.ts`, ownModule());
    }
    await waitForMerge(await submit({ out: bySlurm, shards: 2, words: ["--module", `${bySlurm}/own.ts`] }));
    const { code, messages } = await parallel({ out: byParallel, shards: 3, words: [`--module=${byParallel}/own.ts`] });
    assertEquals(code, 0, messages);
    const merged = await digestsIn(`${bySlurm}/results`);
    assert("/two-or-three/runs.csv" in merged);
    assertEquals(await digestsIn(`${byParallel}/results`), merged);
    return "Slurm and GNU parallel give the merge its module";
  },
};

const otherWords: Scenario = {
  name: "GNU parallel with other words",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    assertEquals((await parallel(attempt)).code, 0);
    const refused = await parallel({ ...attempt, words: [...attempt.words, "--suite-seed", "other"] });
    assert(refused.code !== 0);
    assertStringIncludes(refused.messages, "was made with other settings or code");
    await assertSameBytes(attempt);
    assertEquals((await parallel(attempt)).code, 0);
    return "all shards are asked again, and refuse";
  },
};

const wrongWord: Scenario = {
  name: "a wrong word",
  attempt: async (folder) => {
    const env = { OUT: `${folder}/out`, SHARDS: "3" };
    const { code, messages } = await run(["cluster/submit.sh", "depht-xor"], env);
    assertEquals([code, messages.split("\n").length], [2, 1], messages);
    assert(!await exists(env.OUT));
    return `exit code 2, nothing is submitted: "${messages}"`;
  },
};

const noScripts: Scenario = {
  name: "a clone without the scripts of pages",
  attempt: async (folder) => {
    const attempt = quickAttempt(folder);
    await outputOf(["mount", "-t", "tmpfs", "tmpfs", `${ROOT}.build`]);
    try {
      const { code, messages } = await parallel(attempt);
      assert(code !== 0);
      assertStringIncludes(messages, "deno task scripts");
      assert(!await exists(`${folder}/shards`));
    } finally {
      await outputOf(["umount", `${ROOT}.build`]);
    }
    return "refused before any training";
  },
};

/** The files for schedulers. */
export const TEMPLATES: readonly Scenario[] = [ownExperiment, otherWords, wrongWord, noScripts];

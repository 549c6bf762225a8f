/**
 * Copies from the files of outside references what the tests carry with them.
 *
 * `deno run --allow-read --allow-write=tests/fixtures tools/choose_fixtures.ts [DIR]`. Small files are copied whole; of
 * the others those cases stay that show something new: a pair of words (net and loss, loss and optimiser, …) that no
 * case before them has.
 */
import type { LectureCase } from "../tests/oracles/lecture.ts";
import type { TorchGradient, TorchTrajectory } from "../tests/oracles/torch.ts";

const directory = Deno.args[0] ?? "../shared/reference";

await copy("functions.json", (file) => file);
await copy("published_case.json", (file) => file);
await copy("xor_fixed_points.json", (file) => file);
await copy("lecture.json", ({ cases }: { readonly cases: readonly LectureCase[] }) => ({
  cases: cover(
    cases,
    ({ id, D }) => [id.startsWith("bool16") ? ["ones", D.filter((d) => d === 1).length] : [family(id)]],
  ),
}));
await copy("torch_gradients.json", ({ gradients }: { readonly gradients: readonly TorchGradient[] }) => ({
  gradients: cover(gradients, ({ net, hidden, loss }) => [[net, hidden], [hidden, loss]]),
}));
await copy("torch_trajectories.json", ({ trajectories }: { readonly trajectories: readonly TorchTrajectory[] }) => ({
  trajectories: cover(trajectories, ({ net, hidden, loss, optimizer }) => [[net, optimizer], [hidden], [loss]]),
}));

/** The part of a name that tells what is trained, without the start. */
function family(id: string): string {
  return id.split("/")[0]!;
}

/** The cases that show a fact which none before them showed. */
function cover<C>(cases: readonly C[], facts: (entry: C) => readonly (readonly unknown[])[]): C[] {
  const known = new Set<string>();
  return cases.filter((entry) => {
    const before = known.size;
    facts(entry).forEach((fact, kind) => known.add(`${kind}: ${fact.join(" ")}`));
    return known.size > before;
  });
}

// deno-lint-ignore no-explicit-any
async function copy(name: string, chosen: (file: any) => unknown): Promise<void> {
  const text = JSON.stringify(chosen(JSON.parse(await Deno.readTextFile(`${directory}/${name}`))));
  await Deno.writeTextFile(`tests/fixtures/${name}`, text + "\n");
  console.log(`${name}: ${text.length} characters`);
}

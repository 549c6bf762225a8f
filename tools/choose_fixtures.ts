/**
 * Copies reference data from outside the project into tests/fixtures.
 *
 * `deno run --allow-read --allow-write=tests/fixtures tools/choose_fixtures.ts [DIR]`. Small files are copied whole.
 * From large ones only those cases are kept that cover a new combination, such as a pair of net and loss.
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

/** The part of a case id that names the training, without the starting weights. */
function family(id: string): string {
  return id.split("/")[0]!;
}

/** The cases with a combination that no case before them has. */
function cover<C>(cases: readonly C[], combinationsOf: (entry: C) => readonly (readonly unknown[])[]): C[] {
  const covered = new Set<string>();
  return cases.filter((entry) => {
    const before = covered.size;
    combinationsOf(entry).forEach((combination, kind) => covered.add(`${kind}: ${combination.join(" ")}`));
    return covered.size > before;
  });
}

// deno-lint-ignore no-explicit-any
async function copy(name: string, select: (file: any) => unknown): Promise<void> {
  const text = JSON.stringify(select(JSON.parse(await Deno.readTextFile(`${directory}/${name}`))));
  await Deno.writeTextFile(`tests/fixtures/${name}`, text + "\n");
  console.log(`${name}: ${text.length} characters`);
}

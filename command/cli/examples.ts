/** Calls as people type them, for --help. */

/** The examples of each sub-command: the words after `deno task experiment`, and what they do. */
export const EXAMPLES: Readonly<Record<string, readonly (readonly [words: string, effect: string])[]>> = {
  run: [
    ["run depth-xor --seeds 500", "one experiment, with more starts"],
    ["run losses --set loss=crossEntropy,hinge --epochs 2000", "two of its losses, trained longer"],
    ["run 'delta-*' --dry-run", "how long these would take"],
    ["run --module my_experiment.ts", "experiments of your own"],
    ["run parity --shard 3/16 --out shards", "the third of 16 parts, for merge"],
  ],
  list: [["list xor", "the experiments whose ids contain xor"]],
  merge: [["merge shards --out results", "merges the shards in a folder"]],
  verify: [
    ["verify", "trains every run in results again"],
    ["verify results/depth-xor --sample 50", "50 of its runs, drawn at random"],
  ],
  diff: [["diff before", "what is different in results, compared with the folder before"]],
  report: [["report", "draws all pages in results again"]],
  replicate: [["replicate depth-xor --times 50", "its claims under 50 other suite seeds"]],
  config: [
    ["config depth-xor --set function=xor --set network=two-layer", "the config of its first start"],
    ["config --schema", "for an editor that completes and checks configs"],
  ],
  trace: [
    ["trace depth-xor --set function=xor --set network=two-layer --html", "its first update as a page"],
  ],
  train: [["train --config my.train.json", "trains one net"]],
  lab: [
    ["lab", "writes results/lab.html"],
    ["lab 'hidden=4:tanh&rate=0.3'", "how many of 200 nets solve this setting"],
  ],
  gradcheck: [["gradcheck", "all activations, losses and shapes"]],
  bench: [["bench --json", "as JSON"]],
  completions: [
    ["completions bash > ~/.xorlab.bash", "then put: source ~/.xorlab.bash into ~/.bashrc"],
    ["completions zsh > ~/.xorlab.zsh", "then put: source ~/.xorlab.zsh into ~/.zshrc"],
    ["completions fish > ~/.config/fish/conf.d/xorlab.fish", "nothing else to do"],
  ],
};

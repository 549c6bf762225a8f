// A worker with planted faults: it dies of its first block and fails every block with a config whose seed is "impossible".
interface Assignment {
  readonly block: number;
  readonly configs: readonly { readonly seed: unknown }[];
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Assignment>) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = ({ data: { block, configs } }) => {
  if (block === 0) throw new Error("planted death");
  if (configs.some(({ seed }) => seed === "impossible")) scope.postMessage({ block, failure: "planted failure" });
  else scope.postMessage({ block, results: configs.map(({ seed }) => `trained ${seed}`) });
};

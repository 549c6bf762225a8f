// A worker with planted faults: it dies of its first block and fails every block with a run of the replicate 666.
interface Assignment {
  readonly block: number;
  readonly groups: readonly { readonly first: number; readonly count: number; readonly replicate: number }[];
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Assignment>) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = ({ data: { block, groups } }) => {
  if (block === 0) throw new Error("planted death");
  if (groups.some(({ replicate }) => replicate === 666)) scope.postMessage({ block, failure: "planted failure" });
  else scope.postMessage({ block, entries: groups.map(({ first, count }) => ({ first, count })) });
};

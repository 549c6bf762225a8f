// A worker that fails every block and names it.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ readonly block: number }>) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = ({ data: { block } }) => scope.postMessage({ block, failure: `failed as block ${block}` });

/** A worker of the pool that dies of the second block it is sent. */
import "../../experiments/worker.ts";

const scope = self as unknown as { onmessage: (event: MessageEvent) => void }, train = scope.onmessage;
let blocks = 0;

scope.onmessage = (event) => {
  blocks++;
  if (blocks === 2) throw new Error("planted death");
  train(event);
};

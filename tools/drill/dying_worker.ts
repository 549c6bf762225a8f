/** A worker of the pool that dies of the first block it is sent. */
const scope = self as unknown as { onmessage: () => void };

scope.onmessage = () => {
  throw new Error("planted death");
};

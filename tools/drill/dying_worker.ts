/** A worker that dies of the first block that it receives. */
const scope = self as unknown as { onmessage: () => void };

scope.onmessage = () => {
  throw new Error("planted death");
};

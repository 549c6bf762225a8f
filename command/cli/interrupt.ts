/** Ctrl-C and its like. */

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM"];

/** Does `work` unless a signal comes first: then undefined is the answer, at once. */
export async function unlessInterrupted<V>(work: () => Promise<V>): Promise<V | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const stop = () => resolve(undefined);
  SIGNALS.forEach((signal) => Deno.addSignalListener(signal, stop));
  try {
    return await Promise.race([work(), promise]);
  } finally {
    SIGNALS.forEach((signal) => Deno.removeSignalListener(signal, stop));
  }
}

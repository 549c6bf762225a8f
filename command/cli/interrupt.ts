/** Interrupt signals such as Ctrl-C. */

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT", "SIGBREAK"] : ["SIGINT", "SIGTERM"];

/** The result of `work`, or undefined as soon as an interrupt signal arrives. */
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

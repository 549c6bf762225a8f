/** What a failed assertion throws. */
export class AssertionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/** The end of a message: the caller's reason, else a full stop. */
export function reason(msg: string | undefined): string {
  return msg ? `: ${msg}` : ".";
}

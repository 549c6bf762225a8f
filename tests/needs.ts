/** What a test needs besides Deno. A test that lacks some of it is ignored, and its name says what. */

/** A permission for everything of its kind, or a program that is installed or not. */
export type Need = Exclude<Deno.PermissionName, "import"> | Program;

/** A program that a test starts. */
export interface Program {
  readonly program: string;
  readonly isInstalled: boolean;
}

/** Whether this process has a permission for everything of its kind. */
export function isGranted(name: Deno.PermissionName): boolean {
  return Deno.permissions.querySync({ name }).state === "granted";
}

/** A program that answers to `args` with success, found on the path; without permission to run it, it counts as absent. */
export function program(name: string, args: readonly string[] = ["--version"]): Program {
  return { program: name, isInstalled: isGranted("run") && answers(name, args) };
}

function answers(name: string, args: readonly string[]): boolean {
  try {
    return new Deno.Command(name, { args: [...args], stdin: "null", stdout: "null", stderr: "null" }).outputSync()
      .success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The name and the state of a test with some needs, for `Deno.test`. */
export function needing(needs: readonly Need[], name: string): { readonly name: string; readonly ignore: boolean } {
  const lacking = needs.flatMap((need) => {
    if (typeof need === "string") return isGranted(need) ? [] : [`--allow-${need}`];
    return need.isInstalled ? [] : [need.program];
  });
  return { name: lacking.length === 0 ? name : `${name} (needs ${lacking.join(", ")})`, ignore: lacking.length > 0 };
}

/** What a test does with the path of its temporary folder. */
export type FolderTest = (folder: string) => Promise<void>;

/** Registers a test that has an empty folder, which is removed after it. */
export function folderTest(needs: readonly Need[], name: string, fn: FolderTest): void {
  Deno.test({
    ...needing(needs, name),
    fn: async () => {
      const folder = await Deno.makeTempDir();
      try {
        await fn(folder);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

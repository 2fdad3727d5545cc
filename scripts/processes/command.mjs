import { explain } from "../report/failure.mjs";
import { whenNpmIsGone } from "./npm.mjs";
import { stopAll } from "./processes.mjs";

/**
 * Runs a command of the house: whatever happens, all it launched is stopped before it exits. A failure is told in one
 * sentence with exit code 1; Ctrl-C, SIGTERM, SIGHUP and the end of the npm that gave it end it with `signalCode`.
 * `work` returns the exit code.
 */
export async function runCommand(work, signalCode) {
  let leaving = false;
  const leave = async (code) => {
    if (leaving) return;
    leaving = true;
    await stopAll();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => leave(signalCode));
  whenNpmIsGone(() => leave(signalCode));
  // A terminal or pipe that is gone takes no more words; to die of that would leave our children behind.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const fail = (error) => {
    // While leaving, steps fail because their children were stopped: nothing to tell.
    if (!leaving) console.error(explain(error));
    return leave(1);
  };
  process.on("uncaughtException", fail);
  try {
    await leave(await work());
  } catch (error) {
    await fail(error);
  }
}

import { explain } from "../report/failure.mjs";
import { stopAll } from "./processes.mjs";

/**
 * Runs a command of the house: whatever happens, all it launched is stopped before it exits. A failure is told in one
 * sentence with exit code 1; Ctrl-C and SIGTERM end it with `signalCode`. `work` returns the exit code.
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
  try {
    await leave(await work());
  } catch (error) {
    // While leaving, steps fail because their children were stopped: nothing to tell.
    if (!leaving) console.error(explain(error));
    await leave(1);
  }
}

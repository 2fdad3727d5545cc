import { commandLineOf, isRunning, parentOf, recordOf } from "./identity.mjs";

const checkMs = 1_000;

/**
 * Calls `leave` once the npm that gave this command is gone. npm hands SIGTERM and SIGINT on to its shell, but not its own
 * end (SIGHUP, kill -9), after which the command would live on and hold the port. Nothing happens without npm.
 */
export function whenNpmIsGone(leave, env = process.env) {
  if (!env.npm_lifecycle_event) return;
  const parents = listParents().map(recordOf);
  const timer = setInterval(() => {
    if (parents.every(isRunning)) return;
    clearInterval(timer);
    leave();
  }, checkMs);
  timer.unref();
}

/** npm itself; or the shell that it runs us in and npm, unless the shell gave its place to us (`exec` in package.json). */
function listParents() {
  const { ppid } = process;
  const isShell = /^\S*sh -c /.test(commandLineOf(ppid));
  return isShell ? [ppid, parentOf(ppid)] : [ppid];
}

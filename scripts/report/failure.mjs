import { say } from "./words.mjs";

/** Something the person at the keyboard can mend: the message is one sentence that says how. */
export class Failure extends Error {}

/** A failure that no further try mends. */
export class LastingFailure extends Failure {}

export const diskFull = /ENOSPC|no space left on device/i;

/** A Failure about a command that ended badly: its own sentence if it printed just one line, else all it printed as `details`. */
export function failureFrom(what, output) {
  if (diskFull.test(output)) return diskFailure();
  const lines = output.trim().split("\n");
  if (lines.length === 1 && lines[0]) return new Failure(lines[0]);
  const failure = new Failure(say("failure.ofCommand", { what }));
  failure.details = output.trim();
  return failure;
}

/** Any error as one sentence, without a stack trace; a command's output goes before it. */
export function explain(error) {
  if (error.details) return `${error.details}\n${error.message}`;
  if (error instanceof Failure) return error.message;
  if (diskFull.test(`${error.code} ${error.message}`)) return diskFailure().message;
  if (error.code && error.path) {
    return say("failure.file", { path: error.path, code: error.code });
  }
  return say("failure.unexpected", { message: String(error.message) });
}

function diskFailure() {
  return new Failure(say("failure.diskFull"));
}

import { format, stripVTControlCharacters } from "node:util";
import { log } from "./log";
import { redactor } from "./redact";

type Log = typeof log;
const levels = {
  error: "error",
  warn: "warn",
  info: "info",
  log: "info",
  debug: "debug",
  trace: "debug",
  dir: "info",
  dirxml: "info",
  table: "info",
  assert: "error",
} as const;

/**
 * Has what others would print in this process go through the log, one line of JSON for each event: Next and libraries by
 * the console, Node by its warnings.
 */
export function logTheConsole(to: Log = log, target: Console = console): void {
  for (const [method, level] of Object.entries(levels)) {
    const say = (...said: unknown[]) => to[level](...lineOf(said));
    Object.assign(target, {
      [method]:
        method === "assert"
          ? (holds: unknown, ...said: unknown[]) => holds || say("assertion failed", ...said)
          : say,
    });
  }
  process.removeAllListeners("warning");
  process.on("warning", (warning) => to.warn({ err: warning }, "Node warns"));
}

/** The first error goes as an error, the rest as the words that a terminal would show. */
function lineOf(said: unknown[]): [object, string] {
  const { value } = redactor(process.env);
  const err = said.find((each) => each instanceof Error);
  const words = said
    .filter((each) => each !== err)
    .map((each) => (typeof each === "object" ? value(each) : each));
  const line = stripVTControlCharacters(format(...words)).trim();
  return [err ? { err } : {}, line || (err as Error | undefined)?.message || ""];
}

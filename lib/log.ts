import pino, { type DestinationStream } from "pino";
import { currentRequest } from "./current-request";
import { redactor } from "./redact";

/** Control characters, and those that turn the direction of writing or are not seen: JSON lets most of them stand. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeUnseen(line: string): string {
  const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const escapeSign = (sign: string) => sign.split("").map(escapeUnit).join("");
  return `${line.trimEnd().replace(unseen, escapeSign)}\n`;
}

/** A log of one line of JSON for each event, to `destination`; the secrets of `env` never stand in it. */
export function openLog(env: Record<string, string | undefined>, destination?: DestinationStream) {
  const { text, value } = redactor(env);
  return pino(
    {
      level: env.LOG_LEVEL ?? "info",
      base: undefined,
      mixin() {
        const { id, asked } = currentRequest() ?? {};
        return { request: id, asked: asked && text(asked) };
      },
      serializers: {
        err: (described: unknown) => described,
        msg: (said: unknown) => text(String(said)),
      },
      hooks: {
        logMethod(said, write) {
          const [first, ...rest]: unknown[] = said;
          const clean = value(first instanceof Error ? { err: first } : first);
          // Of an error without a sentence pino would say the message in its place.
          const isMute = rest.length === 0 && Object(clean).err !== undefined;
          write.apply(this, [clean, ...(isMute ? ["error"] : rest)] as typeof said);
        },
        streamWrite: escapeUnseen,
      },
    },
    destination,
  );
}

/** Structured logs on standard output. Whatever is given to it, no password, token, parameter or address comes out. */
export const log = openLog(process.env);

/** What may be said of a thrown value, by the log and by others who store it. */
export function describeError(error: unknown) {
  const thrown = error instanceof Error ? error : new Error(String(error));
  return redactor(process.env).value(thrown) as {
    type: string;
    message: string;
    code?: string;
    stack: string;
  };
}

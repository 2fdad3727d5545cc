import { stripVTControlCharacters, types } from "node:util";

// What may stand in a log. Whoever logs need not think of it: lib/log.ts asks here for every text and every value.

const hidden = "[hidden]";
const limits = { text: 4_000, read: 12_000, items: 20, depth: 5, frames: 30 };

/** Names of what is never said, wherever it stands: secrets, and what people wrote. */
const secretName =
  /pass(word|wd|phrase)|secret|token|cookie|authorization|credential|api-?key|^(params|parameters|args|query|detail|where|body|values?|text|input|email)$|(database|smtp)_?url/i;

/** Secrets and personal data as they look inside a text. Each is bounded: whoever writes long lines must not slow us down. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // drizzle's message of a failed query goes on with its SQL and its parameters.
  [/(Failed query:)[\s\S]*/g, `$1 ${hidden}`],
  // V8 quotes what it could not read as JSON.
  [/(Unexpected)[\s\S]*?( is not valid JSON)/g, `$1 text$2`],
  // PostgreSQL quotes the value that it could not read.
  [/((?:invalid input|out of range|malformed)[^"\n]{0,80})"[\s\S]*"/g, `$1${hidden}`],
  [/\bvalue "[\s\S]*"( is out of range)/g, `value ${hidden}$1`],
  [/(\w{2,20}:\/\/)[^\s/@"']{1,300}@/g, `$1${hidden}@`],
  [/(cookie["']?\s{0,9}[:=]\s{0,9}["']?)[^"'\n]+/gi, `$1${hidden}`],
  [
    /((?:password|passwd|secret|token|authorization|credentials?|api-?key)["']?\s{0,9}[:=]\s{0,9}["']?)(?:(?:bearer|basic)\s+)?[^\s"',;&}]+/gi,
    `$1${hidden}`,
  ],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/\beyJ[\w-]{10,2000}\.[\w.-]+/g, hidden],
  [/\$argon2\w{1,3}\$[^\s"']+/g, hidden],
  // The token of a subscription and the receipt number of a letter open what they name.
  [/(subscriptions\/)[\w-]{16,}/g, `$1${hidden}`],
  [/\b\d{8}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b/g, hidden],
  [/[^\s@"'<>()[\]:/]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,}/gi, hidden],
];

/** The secrets that an environment holds: passwords, keys, and the passwords inside of addresses. */
function secretsOf(env: Record<string, string | undefined>): string[] {
  const found = Object.entries(env).flatMap(([name, value = ""]) => {
    if (/SECRET|PASSWORD|TOKEN/.test(name)) return [value];
    if (!/_URL$/.test(name) || !URL.canParse(value)) return [];
    const { password } = new URL(value);
    return [password, decoded(password)];
  });
  // What is shorter stands in ordinary words too, and its text would tell it by what is missing.
  return [...new Set(found)].filter((secret) => secret.length >= 6);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Makes the two that clean what is logged: a text, and any value. The secrets of `env` are taken out as they stand. */
export function redactor(env: Record<string, string | undefined>) {
  const secrets = secretsOf(env);

  function text(said: string): string {
    const known = secrets.reduce(
      (left, secret) => left.replaceAll(secret, hidden),
      said.slice(0, limits.read),
    );
    const clean = patterns.reduce((left, [pattern, to]) => left.replace(pattern, to), known);
    return clean.length > limits.text ? `${clean.slice(0, limits.text)}…` : clean;
  }

  function value(said: unknown, depth = 0): unknown {
    if (typeof said === "string") return text(stripVTControlCharacters(said));
    if (typeof said === "bigint") return String(said);
    if (typeof said !== "object" || said === null)
      return typeof said === "function" || typeof said === "symbol" ? undefined : said;
    if (depth > limits.depth) return "…";
    if (isError(said)) return error(said, depth);
    if (said instanceof Date) return Number.isNaN(said.getTime()) ? null : said.toISOString();
    if (ArrayBuffer.isView(said)) return `${said.byteLength} bytes`;
    if (Array.isArray(said))
      return said.slice(0, limits.items).map((item) => value(item, depth + 1));
    return Object.fromEntries(
      Object.keys(said)
        .slice(0, limits.items)
        .map((name) => [text(name), secretName.test(name) ? hidden : read(said, name, depth)]),
    );
  }

  function read(from: object, name: string, depth: number): unknown {
    try {
      return value((from as Record<string, unknown>)[name], depth + 1);
    } catch {
      return "…";
    }
  }

  function error(thrown: Error, depth: number): object {
    // A failed query says its parameters in its message: only what the server said of it is told.
    const isQuery = "query" in thrown && thrown.cause instanceof Error;
    const told = isQuery ? (thrown.cause as Error) : thrown;
    const { code, digest } = told as { code?: unknown; digest?: unknown };
    return {
      type: told.name,
      message: text(stripVTControlCharacters(messageOf(told))),
      code: value(code),
      digest: value(digest ?? (thrown as { digest?: unknown }).digest),
      stack: framesOf(thrown).map(text).join("\n"),
      cause: told.cause === undefined ? undefined : value(told.cause, depth + 1),
      errors: told instanceof AggregateError ? value(told.errors, depth + 1) : undefined,
    };
  }

  return { text, value };
}

/** An error of this or of any other realm: Next runs some code in its own. */
function isError(said: object): said is Error {
  return said instanceof Error || types.isNativeError(said);
}

/** PostgreSQL quotes the value that it could not read (SQLSTATE class 22): a parameter, and maybe a report's text. */
function messageOf(thrown: Error): string {
  const { code, severity } = thrown as { code?: unknown; severity?: unknown };
  const quotes = severity !== undefined && /^22/.test(String(code));
  return quotes ? thrown.message.replace(/"[\s\S]*"/, hidden) : thrown.message;
}

/** Where it was thrown, without the message, which the stack begins with and which may look like more of it. */
function framesOf({ stack = "", message }: Error): string[] {
  return stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, limits.frames)
    .map((line) => line.trim());
}

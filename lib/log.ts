import pino from "pino";

/** Structured logs on standard output. Never give it a password, a token or a report's text. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  serializers: { err: describeError },
});

/**
 * A failed query says its parameters in its message, and PostgreSQL the row in its detail: both may be a report's text.
 * Of these only the server's own message and code are logged.
 */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const isQuery = "query" in error && error.cause instanceof Error;
  const { name, message, stack } = isQuery ? (error.cause as Error) : error;
  const code = isQuery ? (error.cause as { code?: string }).code : undefined;
  return { type: name, message, code, stack };
}

import pino from "pino";

/** Structured logs on standard output. Never give it a password, a token or a report's text. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });

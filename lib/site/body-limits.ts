import type { IncomingMessage } from "node:http";
import { importLimits } from "@/lib/domain/imports/imports";
import { sheetLimits } from "@/lib/domain/sheets/sheets";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";

const kilobyte = 1024;
/** What is read only once it is known who sends it. */
const uploads = /^\/api\/(evidence|imports)$/;

/** How many bytes may be sent where; the first that fits counts. Nothing else under /api takes any. */
const limits: [place: RegExp, bytes: number][] = [
  [/^\/api\/evidence$/, evidenceLimits.fileBytes],
  // A spreadsheet in a plain form, with the few fields beside it.
  [/^\/api\/sheets$/, sheetLimits.bytes + 8 * kilobyte],
  [/^\/api\/sheets\/[^/]+$/, 4 * kilobyte],
  // A document in a plain form, or the longest text in its longest spelling; then one decision at a time.
  [/^\/api\/imports$/, importLimits.bytes + 8 * kilobyte],
  [/^\/api\/imports\/[^/]+$/, 32 * kilobyte],
  [/^\/api\/auth\//, 8 * kilobyte],
  [/^\/api\/subscriptions(\/[^/]+)?$/, 4 * kilobyte],
  [/^\/api\//, 0],
  // What was typed goes there and back: twice as much as the form of a letter takes, too long to be one.
  [/^(\/en)?\/letters\/[^/]+$/, 64 * kilobyte],
  // The longest document that a plan rests on, in the longest spelling of JSON.
  [/^(\/en)?\/registrations\/[^/]+$/, 1024 * kilobyte],
];
/** The longest report in the longest spelling of JSON, or fifty items of a batch. */
const actionBytes = 128 * kilobyte;
const formBytes = 4 * kilobyte;

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

/** How many bytes the body of a request may have: by route, and by nothing that its sender says of it. */
export function bodyLimitOf({ method, url = "/", headers }: Asked): number {
  if (method !== "POST") return 0;
  const path = pathOf(url);
  const limit = limits.find(([place]) => place.test(path));
  if (limit) return limit[1];
  return headers["next-action"] === undefined ? formBytes : actionBytes;
}

/** A file comes in pieces, as fast as its reader takes them; every other body is whole before anybody reads it. */
export function isUpload({ method, url = "/" }: Asked): boolean {
  return method === "POST" && uploads.test(pathOf(url));
}

export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "/";
}

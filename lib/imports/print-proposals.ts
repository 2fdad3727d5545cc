import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { announcedCalendar } from "@/db/seed/calendar";
import { asJson } from "@/lib/domain/imports/as-json";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { factsAsRead } from "@/lib/domain/imports/said-facts";
import { readFile } from "./read-file";

// One process for `npm run import`: reads a file without a database and prints one line of JSON: what the document says of
// itself, what could not be read, and its proposals. A refusal is its sentence on the error stream, and exit code 1.

const [path = ""] = process.argv.slice(2);
const read = await readFile(basename(path), readFileSync(path));
if ("code" in read) {
  const { wordsIn } = await import("@/lib/words");
  process.stderr.write(`${wordsIn("zh-CN").say(`refusals.${read.code}`, read.params)}\n`);
  process.exitCode = 1;
} else {
  const proposals = proposalsOf(read, announcedCalendar());
  const document = factsAsRead(read.text, proposals.facts);
  const measures = asJson(proposals, read.text);
  process.stdout.write(`${JSON.stringify({ document, warnings: read.warnings, measures })}\n`);
}

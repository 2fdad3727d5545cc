import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { closeDatabase } from "@/db/client";
import { currentTime } from "@/lib/clock";
import { Refused } from "@/lib/domain/refusals";
import { env } from "@/lib/env";
import { wordsIn } from "@/lib/words";
import { actorNamed, fileDocument } from "./file-document";

// One process for `npm run import -- FILE --plan SLUG --as USERNAME`: prints one line of JSON, what was filed, or null where
// nobody of that name may work. A refusal is its sentence on the error stream, and exit code 1.

const [path = "", slug = "", username = ""] = process.argv.slice(2);
try {
  const actor = await actorNamed(username, env().DEMO === "on");
  const file = { name: basename(path), bytes: readFileSync(path), slug };
  const filed = actor && (await fileDocument(actor, file, await currentTime()));
  process.stdout.write(`${JSON.stringify(filed)}\n`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  const { code, params } = error.refusal;
  process.stderr.write(`${wordsIn("zh-CN").say(`refusals.${code}`, params)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../scripts/processes/ports.mjs";
import { launch } from "../scripts/processes/processes.mjs";

const program = `
const { createServer } = require("node:http");
const { readFileSync } = require("node:fs");
const bytes = readFileSync(process.argv[2]);
const headers = { "content-type": "text/html; charset=utf-8", "content-length": bytes.length };
createServer((_, response) => { response.writeHead(200, headers); response.end(bytes); }).listen(+process.argv[3], "127.0.0.1");
`;

/** A bare node:http server of these bytes, in a process of its own; returns its address. */
export async function serveBareNode(bytes) {
  const port = await findFreePort();
  const file = join(tmpdir(), `taizhang-bench-${process.pid}.html`);
  const script = join(tmpdir(), `taizhang-bench-${process.pid}.cjs`);
  writeFileSync(file, bytes);
  writeFileSync(script, program);
  launch(process.execPath, [fileURLToPath(new URL(`file://${script}`)), file, String(port)]);
  const url = `http://127.0.0.1:${port}/`;
  await untilAnswers(url);
  return url;
}

export async function untilAnswers(url) {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer`);
}

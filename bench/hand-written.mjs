import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../scripts/processes/ports.mjs";
import { launch, root, run } from "../scripts/processes/processes.mjs";
import { next } from "../scripts/setup/build.mjs";
import { untilAnswers } from "./bare-node.mjs";

/** Builds and serves bench/next-page, the page that somebody would write by hand for the same rows; returns {origin}. */
export async function serveHandWritten(env, folder) {
  const place = join(folder, "next-page");
  cpSync(fileURLToPath(new URL("next-page", import.meta.url)), place, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  const settings = { cwd: place, env: { ...env, NODE_ENV: "production", REPO_ROOT: root } };
  const { code, output } = await run(process.execPath, [next, "build", "--webpack"], settings);
  if (code !== 0) throw new Error(output);
  const port = await findFreePort();
  launch(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], settings);
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/tasks`);
  return { origin };
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { findFreePort } from "@/scripts/processes/ports.mjs";
import { programOf } from "@/scripts/setup/build.mjs";

type Options = {
  databaseUrl: string;
  /** What people call it; where it listens unless a proxy stands before it. */
  publicUrl?: string;
  demo?: "on" | "off";
};

/** A site of a story's own, from the one build, on a database that the story may fill, cut off or break. */
export async function openOwnSite({ databaseUrl, publicUrl, demo = "on" }: Options) {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-site-"));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const printed: string[] = [];
  let site: ChildProcess;
  const start = () => {
    const address = ["--host", "127.0.0.1", "--port", String(port)];
    site = spawn(process.execPath, [...programOf("site"), ...address], {
      env: {
        ...process.env,
        ...{ NODE_ENV: "production", DEMO: demo, DATABASE_URL: databaseUrl, EDITION_DIR: folder },
        ...{ PUBLIC_URL: publicUrl ?? url, NEXTAUTH_URL: publicUrl ?? url },
        NEXTAUTH_SECRET: "test-only-secret-of-at-least-32-characters",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [site.stdout, site.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  };
  const kill = async () => {
    if (site.exitCode !== null || site.signalCode !== null) return;
    const ended = once(site, "exit");
    site.kill("SIGKILL");
    await ended;
  };
  start();
  return {
    ...{ url, start, kill },
    printed: () => printed.join(""),
    async untilUp() {
      const isUp = () =>
        fetch(`${url}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isUp, { timeout: 60_000 }).toBe(true);
    },
    async end() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

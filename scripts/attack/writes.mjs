import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, runTypeScript, stop } from "../processes/processes.mjs";

/** Writes through a site, on and off, and what has become of them in its database: see write-load.ts. */
export async function openWrites({ publicUrl, password, folder, ownerUrl }) {
  const load = launch(process.execPath, ["--import", "tsx", "scripts/attack/write-load.ts"], {
    env: { ...process.env, BASE_URL: publicUrl, DEMO_PASSWORD: password },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const tried = new Map();
  let outcomes = {};
  let wrongAtFirst;
  let idle = Promise.resolve();
  let becomeIdle = () => {};
  const ended = load.ended.then(() => {
    throw new Error("write-load.ts ended");
  });
  ended.catch(() => {});
  load.child.on("message", (told) => {
    if (told.tried) tried.set(told.tried.key, { ...told.tried, isAcknowledged: false });
    if (told.acknowledged) tried.get(told.acknowledged).isAcknowledged = true;
    if (!told.idle) return;
    outcomes = told.outcomes;
    becomeIdle();
  });

  return {
    begin() {
      idle = new Promise((resolve) => {
        becomeIdle = resolve;
      });
      load.child.send("on");
    },
    /** Ends the writing, and waits until the outcome of each is known. */
    async settle() {
      load.child.send("off");
      await Promise.race([idle, ended]);
    },
    /** How many of each there are that must not be; histories that were wrong at the first check are the seed's. */
    async check() {
      const file = join(folder, "writes.json");
      writeFileSync(file, JSON.stringify([...tried.values()]));
      const { wrongHistories, ...counts } = await runTypeScript(
        "check-writes",
        ["db/testing/check-writes.ts", file],
        { ...process.env, OWNER_DATABASE_URL: ownerUrl() },
      );
      wrongAtFirst ??= wrongHistories;
      const wrong = wrongHistories.filter((code) => !wrongAtFirst.includes(code));
      return { ...counts, wrongHistories: wrong.length };
    },
    count: () => [...tried.values()].filter(({ isAcknowledged }) => isAcknowledged).length,
    outcomes: () => outcomes,
    end: () => stop(load),
  };
}

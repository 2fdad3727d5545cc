import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { readOpenSubmission } from "@/db/seed/demo-reads";
import { company, decisionOn, report } from "@/db/testing/scenario.fixture";
import { currentTime } from "@/lib/clock";
import { say } from "../scripts/report/words.mjs";

// How long after its approval a report is on its public page, many times over. Prints p50 and p99 in milliseconds.

const code = "AIR-05.1";
const times = 40;

async function measure(origin: string) {
  const actor = await company();
  const waits: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const words = say("bench.approvedWords", { id: randomUUID() });
    const now = await currentTime();
    const open = await readOpenSubmission(code);
    const sent = report(code, { version: open?.version ?? null });
    const content = { ...sent.content, progress: words, percent: 30 + (i % 2) };
    await submitDraft(actor("ecology-official"), { ...sent, content }, now);
    await decideSubmission(actor("ecology-head"), await decisionOn(code), now);
    await decideSubmission(actor("supervisor-1"), await decisionOn(code), now);
    const approved = performance.now();
    while (!(await (await fetch(`${origin}/tasks/${code}`)).text()).includes(words)) await sleep(5);
    waits.push(performance.now() - approved);
  }
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.ceil(waits.length * share) - 1] ?? 0);
  console.log(`approval → page p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times})`);
  await closeDatabase();
}

measure(process.argv[2] ?? "");

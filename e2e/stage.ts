import { closeDatabase } from "@/db/client";
import { assign, decide, receive, write } from "@/db/seed/demo-actions";
import { readCast, readTask } from "@/db/seed/demo-reads";
import { currentDay, currentTime } from "@/lib/clock";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";

type Scene = { code: string; due?: number; cycle?: ReportingCycle; received?: boolean };

/** Sets a scene before a story begins, by the mutations themselves: a task handed to its unit, and received unless said. */
export async function handOver({ code, due, cycle = "quarterly", received = true }: Scene) {
  const cast = await readCast();
  const [admin, official] = [cast.get("system-admin"), cast.get(`${await leadOf(code)}-official`)];
  if (!admin || !official) throw new Error(`Nobody of the demo leads ${code}`);
  const story = { code, assigned: 0, received: 0, cycle, due, reports: [] };
  await assign(admin, story, await currentDay(), await currentTime());
  if (received) await receive(official, story, await currentTime());
}

/** A progress report on its way to the head of the lead unit. */
export async function sendReport(code: string, percent: number, text = "midway") {
  const official = (await readCast()).get(`${await leadOf(code)}-official`);
  if (!official) throw new Error(`Nobody of the demo leads ${code}`);
  const story = { code, assigned: 0, received: 0, cycle: "quarterly" as const, reports: [] };
  const report = { on: -1, kind: "progress", percent, text, end: "with_head" } as const;
  await write(official, story, { ...report, onPreviousPeriod: false }, await currentTime());
}

/** A progress report that the head of the lead unit signs and the first supervisor approves. */
export async function approveReport(code: string, percent: number, text: string) {
  await sendReport(code, percent, text);
  const cast = await readCast();
  for (const username of [`${await leadOf(code)}-head`, "supervisor-1"]) {
    const reviewer = cast.get(username);
    if (!reviewer) throw new Error(`The demo has no account ${username}`);
    await decide(reviewer, { code }, "approve", "", await currentTime());
  }
}

async function leadOf(code: string) {
  return (await readTask(code)).leadCode;
}

export const leave = closeDatabase;

import { randomUUID } from "node:crypto";
import { configurePlan } from "@/db/mutations/plans";
import { releaseSubmission } from "@/db/mutations/releases";
import { planWithSettings } from "@/db/queries/plans";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import { assign, decide, receive, write } from "./demo-actions";
import { readCast, readTask, readWaitingRelease } from "./demo-reads";
import {
  answer,
  ask,
  chase,
  handOn,
  post,
  reply,
  say,
  strike,
  writeTo,
} from "./demo-request-actions";
import { type DemoRequest, demoRequests } from "./demo-requests";
import { type DemoRelease, type DemoReport, demoProgress, type TaskStory } from "./demo-source";

const msPerMinute = 60_000;
const opening = { day: -82, time: "08:30" };
/** The plan whose reports wait for the release check (公开审查), and since when. */
const checked = { slug: "safety", day: -73, time: "09:30" };

type Step = { at: Date; take: (now: Date) => Promise<void> };

/** When the demo's tasks enter the history: before anything else happens to them. */
export function demoOpening(firstDay: Day): Date {
  return instant(firstDay, opening.day, opening.time);
}

/**
 * Plays the demo's progress through the real mutations, as the app's role, in the order of its times: every history is
 * what it would have been. `firstDay` is the demo's first day; steps fall in working hours of Asia/Shanghai.
 */
export async function playDemoStory(firstDay: Day): Promise<void> {
  const cast = await readCast();
  const steps: Step[] = [
    {
      at: instant(firstDay, checked.day, checked.time),
      take: (now) => askReleaseCheck(member(cast, "director"), checked.slug, now),
    },
  ];
  for (const [index, story] of demoProgress.entries()) {
    const { leadCode } = await readTask(story.code);
    const play = {
      story,
      firstDay,
      minute: index % 50,
      admin: member(cast, "system-admin"),
      official: () => member(cast, `${leadCode}-official`),
      head: () => member(cast, `${leadCode}-head`),
      supervisor: member(cast, `supervisor-${(index % 2) + 1}`),
      releaser: member(cast, `supervisor-${((index + 1) % 2) + 1}`),
    };
    steps.push(...handOver(play), ...story.reports.flatMap((report) => tell(play, report)));
  }
  for (const [index, request] of demoRequests.entries())
    steps.push(...(await happen({ request, firstDay, minute: index, cast })));
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, take } of steps) await take(at);
}

type Play = {
  story: TaskStory;
  firstDay: Day;
  /** Keeps two tasks from moving in the same minute. */
  minute: number;
  admin: Actor;
  official: () => Actor;
  head: () => Actor;
  supervisor: Actor;
  /** The other of the two, who makes the release check. */
  releaser: Actor;
};

function handOver({ story, firstDay, minute, admin, official }: Play): Step[] {
  const { assigned, received } = story;
  const assigning: Step = {
    at: instant(firstDay, assigned, "09:00", minute),
    take: (now) => assign(admin, story, firstDay, now),
  };
  if (received === null) return [assigning];
  const actor = official();
  const receiving: Step = {
    at: instant(firstDay, received, "10:00", minute),
    take: (now) => receive(actor, story, now),
  };
  return [assigning, receiving];
}

/** A report is written, signed and approved on one day, as far as its end lets it come, and may be released on another. */
function tell(play: Play, report: DemoReport): Step[] {
  const { story, firstDay, minute } = play;
  const [official, head] = [play.official(), play.head()];
  const { end, reason = "" } = report;
  const at = (time: string) => instant(firstDay, report.on, time, minute);
  const writing: Step = { at: at("11:00"), take: (now) => write(official, story, report, now) };
  if (end === "draft" || end === "with_head") return [writing];
  const headStep = end === "returned_by_head" ? "return" : "approve";
  const heading: Step = {
    at: at("14:30"),
    take: (now) => decide(head, story, headStep, headStep === "return" ? reason : "", now),
  };
  if (end === "with_supervisor" || end === "returned_by_head") return [writing, heading];
  const lastStep = end === "published" ? "approve" : "return";
  const closing: Step = {
    at: at("16:00"),
    take: (now) => decide(play.supervisor, story, lastStep, reason, now),
  };
  if (!report.release) return [writing, heading, closing];
  const { on, ...decision } = report.release;
  const releasing: Step = {
    at: instant(firstDay, on, "15:00", minute),
    take: (now) => release(play.releaser, story.code, decision, now),
  };
  return [writing, heading, closing, releasing];
}

type Happening = { request: DemoRequest; firstDay: Day; minute: number; cast: Map<string, Actor> };

/** What is asked for is signed by the unit's head and decided by a supervisor, or an admin, as far as it comes. */
async function happen({ request, firstDay, minute, cast }: Happening): Promise<Step[]> {
  const { code, on } = request;
  const { leadCode } = await readTask(code);
  const unit = request.act === "contribution" ? request.unit : leadCode;
  const official = member(cast, `${unit}-official`);
  const supervisor = member(cast, "supervisor-1");
  const step = (time: string, take: Step["take"], day = on) => ({
    at: instant(firstDay, day, time, minute),
    take,
  });
  const agreeTo = (kind: SubmissionKind, reviewer: Actor) => (now: Date) =>
    decide(reviewer, { code, kind }, "approve", "", now);
  const head = () => member(cast, `${unit}-head`);
  switch (request.act) {
    case "strike_off":
      // By neither of the two who approve and release.
      return [
        step("16:30", (now) => strike(member(cast, "supervisor-3"), code, request.text, now)),
      ];
    case "comment":
      return [step("09:30", (now) => say(supervisor, code, request.text, now))];
    case "chase": {
      const { answer: words } = request;
      const chasing = step("09:00", (now) => chase(supervisor, code, request.text, now));
      if (!words) return [chasing];
      return [chasing, step("15:00", (now) => answer(official, code, words, now))];
    }
    case "instruction":
      return instruct(request, { step, official, cast });
    case "letter": {
      const { answer: said } = request;
      const posting = step("10:00", (now) => post(request, now));
      if (!said) return [posting];
      const replying = step("11:00", (now) => reply(official, { code, ...said }, now), said.on);
      const signing = step("14:30", agreeTo("answer", head()), said.on);
      if (said.end !== "approved") return [posting, replying, signing];
      return [posting, replying, signing, step("16:00", agreeTo("answer", supervisor), said.on)];
    }
    default: {
      const { act: kind, end } = request;
      const asking = step("11:00", (now) => ask(official, request, firstDay, now));
      const signing = step("14:30", agreeTo(kind, head()));
      if (end === "with_head") return [asking];
      if (end !== "approved" || kind === "contribution") return [asking, signing];
      return [asking, signing, step("16:00", agreeTo(kind, supervisor))];
    }
  }
}

type Instructed = {
  step: (time: string, take: Step["take"]) => Step;
  official: Actor;
  cast: Map<string, Actor>;
};

/** A leader writes to the office, whose director sends the 催办 that the unit answers, as far as it is told. */
function instruct(
  { code, text, chase: words, answer: reply }: Extract<DemoRequest, { act: "instruction" }>,
  { step, official, cast }: Instructed,
): Step[] {
  const leader = member(cast, "leader");
  const director = member(cast, "director");
  const writing = step("09:00", (now) => writeTo(leader, code, text, now));
  if (!words) return [writing];
  const handling = step("10:30", (now) => handOn(director, code, words, now));
  if (!reply) return [writing, handling];
  return [writing, handling, step("16:00", (now) => answer(official, code, reply, now))];
}

function instant(firstDay: Day, offset: number, time: string, minutes = 0): Date {
  const start = Date.parse(`${addDays(firstDay, offset)}T${time}:00+08:00`);
  return new Date(start + minutes * msPerMinute);
}

function member(cast: Map<string, Actor>, username: string): Actor {
  const actor = cast.get(username);
  if (!actor) throw new Error(`The demo has no account ${username}`);
  return actor;
}

/** An admin has the plan's reports wait for the release check (公开审查) from now on. */
async function askReleaseCheck(admin: Actor, slug: string, now: Date) {
  const plan = await planWithSettings(slug);
  if (!plan) throw new Error(`The demo names the plan ${slug}, which is not there`);
  const settings = { ...plan.settings, releaseCheck: true };
  await configurePlan(admin, { key: randomUUID(), slug, version: plan.version, settings }, now);
}

/** A supervisor decides on what waits longest on the task. */
async function release(
  supervisor: Actor,
  code: string,
  decision: Omit<DemoRelease, "on">,
  now: Date,
) {
  const { id: submissionId } = await readWaitingRelease(code);
  await releaseSubmission(supervisor, { key: randomUUID(), submissionId, ...decision }, now);
}

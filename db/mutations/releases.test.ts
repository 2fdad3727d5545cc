import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inbox } from "@/db/queries/inbox/inbox";
import { publicTasks } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { publicReports, undisclosedReports } from "@/db/queries/public/public-reports";
import { releaseOf, releasesPage } from "@/db/queries/releases";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { carry, lastApproved, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { isFor } from "@/lib/domain/people/permissions";
import { adminRoles } from "@/lib/domain/people/roles";
import { releaseSubmission, unpublishSubmission } from "./releases";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const plain = 1;
const checked = 4;

async function approved(plan: number, words = "已完成三项") {
  const world = await makeWorld(plan);
  await takeOn(world);
  await carry(world, "progress", { progress: words, percent: 40 });
  return { world, submissionId: await lastApproved(world) };
}

const choice = { disclosure: "public", ground: null, basis: "已核对" } as const;
const released = (world: World, submissionId: string, changes: object = {}) =>
  releaseSubmission(
    someone(world, "supervisor"),
    { key: randomUUID(), submissionId, ...choice, ...changes },
    now,
  );
const withdrawn = (world: World, submissionId: string, reason = "数字有误") =>
  unpublishSubmission(
    someone(world, "supervisor"),
    { key: randomUUID(), submissionId, reason },
    now,
  );
const code = (refusal: unknown) => (refusal as { code?: string } | null)?.code ?? null;

async function waitsFor(world: World, role: "supervisor" | "head") {
  const sections = await inbox(someone(world, role), today, 1000);
  const toRelease = sections.find(({ section }) => section === "to_release");
  return toRelease?.items.map(({ release }) => release?.id) ?? [];
}

async function percentOf(world: World) {
  const tasks = await publicTasks(today, { planSlug: world.planSlug });
  return tasks.find((task) => task.code === world.code)?.health.percent;
}

test("without a release check the approval makes it public", async () => {
  const { world } = await approved(plain);
  expect(await publicReports(world.code, today)).toMatchObject([{ progress: "已完成三项" }]);
  expect(await undisclosedReports(world.code, today)).toEqual([]);
});

test("with one nothing said is public before it, and words and figure are after it", async () => {
  const { world, submissionId } = await approved(checked);
  expect(await publicReports(world.code, today)).toEqual([]);
  expect(await undisclosedReports(world.code, today)).toMatchObject([{ disclosure: null }]);
  expect(await percentOf(world)).toBeNull();
  expect(await waitsFor(world, "supervisor")).toContain(submissionId);
  expect(await waitsFor(world, "head")).toEqual([]);
  const { releases: listed } = await releasesPage(someone(world, "supervisor"), today, 1);
  expect(listed.find(({ id }) => id === submissionId)).toMatchObject({
    disclosure: null,
    workdaysLeft: 20,
  });
  await released(world, submissionId);
  expect(await publicReports(world.code, today)).toMatchObject([{ progress: "已完成三项" }]);
  expect(await percentOf(world)).toBe(40);
  expect(await waitsFor(world, "supervisor")).not.toContain(submissionId);
  expect(await releaseOf(submissionId, today)).toMatchObject({ disclosure: "public" });
  expect(code(await refusalOf(released(world, submissionId)))).toBe("release_decided");
});

test("what is withheld or on request is never told, only that it is there and why", async () => {
  for (const decision of [
    { disclosure: "on_request", ground: null },
    { disclosure: "withheld", ground: "third_party" },
  ]) {
    const { world, submissionId } = await approved(checked);
    await released(world, submissionId, decision);
    expect(await publicReports(world.code, today)).toEqual([]);
    expect(await undisclosedReports(world.code, today)).toMatchObject([decision]);
    expect(await percentOf(world)).toBeNull();
    expect(code(await refusalOf(withdrawn(world, submissionId)))).toBe("release_not_public");
  }
});

test("a ground belongs to what is withheld and to nothing else", async () => {
  const { world, submissionId } = await approved(checked);
  for (const wrong of [{ disclosure: "withheld" }, { ground: "state_secret" }])
    expect(code(await refusalOf(released(world, submissionId, wrong)))).toBe("invalid_input");
});

test("only a supervisor or the director decides, and whoever has no part in supervision sees none of what waits", async () => {
  const { world, submissionId } = await approved(checked);
  for (const role of ["official", "head", "leader", ...adminRoles, "auditor"] as const) {
    const input = { key: randomUUID(), submissionId, ...choice };
    const refused = await refusalOf(releaseSubmission(someone(world, role), input, now));
    expect([role, code(refused)]).toEqual([role, "not_allowed"]);
    const { releases: listed } = await releasesPage(someone(world, role), today, 1);
    expect([role, listed.length > 0]).toEqual([role, isFor(role, "release.read")]);
  }
});

test("withdrawn words are gone on every day, and the trace stays", async () => {
  const canary = `canary-${randomUUID()}`;
  const { world, submissionId } = await approved(plain, canary);
  await withdrawn(world, submissionId);
  const [report] = await publicReports(world.code, today);
  expect(report).toMatchObject({ progress: null, withdrawal: { on: today, reason: "数字有误" } });
  expect(await percentOf(world)).toBeNull();
  const steps = await changesOfTasks([world.code], today);
  expect(steps.map(({ type }) => type)).toContain("withdrawn");
  expect(JSON.stringify([report, steps])).not.toContain(canary);
  expect(code(await refusalOf(withdrawn(world, submissionId)))).toBe("release_withdrawn");
});

test("a reason for the public says nothing personal", async () => {
  const { world, submissionId } = await approved(plain);
  const refused = await refusalOf(withdrawn(world, submissionId, "请联系 13800138000"));
  expect(code(refused)).toBe("personal_data");
});

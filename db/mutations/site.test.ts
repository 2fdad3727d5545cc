import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { startFacts } from "@/db/queries/site/getting-started";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { loadRetention, retentionSettings } from "@/db/queries/system/retention";
import { seek } from "@/db/queries/words-found";
import { listenToEdition } from "@/db/testing/heard.fixture";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Role } from "@/lib/domain/people/roles";
import { configureSiteSchema, type SiteSettings } from "@/lib/domain/site/settings";
import { messageOf } from "@/lib/domain/texts";
import { configureSite, skipStep } from "./site";
import { setRetention } from "./system/retention";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

const who = (role: Role) => someone(world, role);

async function configure(some: Partial<SiteSettings>, role: Role = "system_admin") {
  const { version, settings } = await loadSiteSettings();
  const input = { key: randomUUID(), version, settings: { ...settings, ...some } };
  return configureSite(who(role), input, now);
}

test("the demo's home page says what the newspaper page calls its measures", async () => {
  expect((await loadSiteSettings()).settings).toMatchObject({
    headline: "十项措施",
    homePlans: ["air"],
  });
});

test("the system administrator sets the site's words; the edition is told that everything changed", async () => {
  const { heard, end } = await listenToEdition(db.ownerUrl);
  await configure({ name: "某市督办", host: "某市人民政府", homePlans: ["fire", "air"] });
  expect((await loadSiteSettings()).settings).toMatchObject({
    name: "某市督办",
    homePlans: ["fire", "air"],
  });
  expect(await heard()).toContain("all");
  await end();
});

test("what the office says is the same is found so at once; a line of one word is refused", async () => {
  const found = async () => (await seek("煤球")).map(({ word }) => word);
  expect(await found()).toEqual([["煤球"]]);
  const { synonyms } = (await loadSiteSettings()).settings;
  await configure({ synonyms: `${synonyms}\n煤球 散煤` });
  expect(await found()).toEqual([["煤球", "散煤"]]);
  const { settings } = await loadSiteSettings();
  const alone = { key: randomUUID(), version: 0, settings: { ...settings, synonyms: "煤球" } };
  expect(configureSiteSchema.safeParse(alone).error?.issues).toMatchObject([
    {
      path: ["settings", "synonyms"],
      message: messageOf("synonym_alone", { line: "1", word: "煤球" }),
    },
  ]);
});

test("nobody else does, nothing unchanged, nothing old, no number of a person", async () => {
  for (const role of ["director", "security_admin", "audit_admin", "supervisor"] as const)
    expect(await refusalOf(configure({ name: role }, role))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(configure({}))).toMatchObject({ code: "settings_unchanged" });
  expect(await refusalOf(configure({ contact: "13812345678" }))).toMatchObject({
    code: "personal_data",
    field: "contact",
  });
  const { version, settings } = await loadSiteSettings();
  const stale = { key: randomUUID(), version: version - 1, settings };
  expect(await refusalOf(configureSite(who("system_admin"), stale, now))).toMatchObject({
    code: "setting_changed",
  });
});

test("the database refuses a change of settings that the history does not tell of", async () => {
  for (const statement of [
    sql`update site_settings set name = 'x'`,
    sql`insert into retention_periods (kind, days) values ('news', 200)`,
    sql`insert into skipped_steps values ('mail')`,
    sql`insert into mail_settings (host, port, security, sender) values ('x', 25, 'none', 'a@b.cn')`,
    sql`insert into calendar_years (year, source) values (2099, 'x')`,
    sql`delete from calendar_exceptions where notice_year = 2024`,
  ])
    await expect(database().execute(statement)).rejects.toMatchObject({
      cause: { code: "23000" },
    });
});

test("a line of the checklist is not needed, or is after all, as whose line it is says", async () => {
  const facts = () => startFacts(who("system_admin"), today);
  const skip = (role: Role, isNeeded: boolean) =>
    skipStep(who(role), { key: randomUUID(), step: "mail", isNeeded }, now);
  expect(await refusalOf(skip("director", false))).toMatchObject({ code: "not_allowed" });
  await skip("system_admin", false);
  expect((await facts())?.skipped).toEqual(["mail"]);
  await skip("system_admin", true);
  expect((await facts())?.skipped).toEqual([]);
});

test("what is kept how long is set within what the law leaves; the environment goes before it", async () => {
  const admin = who("system_admin");
  const set = async (kind: "news" | "letters", days: number) => {
    const version =
      (await retentionSettings(admin))?.settable.find((each) => each.kind === kind)?.version ?? 0;
    return setRetention(admin, { key: randomUUID(), kind, days, version }, now);
  };
  expect(await refusalOf(set("news", 100))).toMatchObject({ code: "kept_too_short" });
  expect(await refusalOf(set("letters", 10))).toMatchObject({ code: "kept_out_of_range" });
  await set("news", 183);
  await set("letters", 400);
  expect(await loadRetention()).toMatchObject({ news: 183, letters: 400, session: 30 });
  process.env.LETTERS_KEPT_DAYS = "500";
  expect((await loadRetention()).letters).toBe(500);
  const letters = (await retentionSettings(admin))?.settable.find(({ kind }) => kind === "letters");
  expect(letters?.isFixed).toBe(true);
  delete process.env.LETTERS_KEPT_DAYS;
  expect(await retentionSettings(who("director"))).toBeNull();
});

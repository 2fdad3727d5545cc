import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { company, content, now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { sendChase } from "./chasing/chases";
import { grantDelegation } from "./people/delegations";
import { saveDraft } from "./submissions/drafts";
import { runOnce } from "./transaction";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

const marked = "见 密 级 ： 秘 密 文件";
const refusal = (field: string) => ({
  code: "secrecy_marking",
  field,
  params: { found: "密 级 ： 秘 密" },
});

test("no mutation begins its work on an input with a marking, wherever the text stands in it", async () => {
  let begun = 0;
  const work = async () => {
    begun++;
    return {};
  };
  const inputs: { key: string; [field: string]: unknown }[] = [
    { key: randomUUID(), reason: marked },
    { key: randomUUID(), content: { deep: { nextSteps: marked } } },
    { key: randomUUID(), names: ["甲", marked] },
  ];
  for (const input of inputs)
    expect(await refusalOf(runOnce(actor("system-admin"), input, now, work))).toMatchObject({
      code: "secrecy_marking",
    });
  expect(begun).toBe(0);
  const ordinary = { key: randomUUID(), reason: "机密性要求" };
  await runOnce(actor("system-admin"), ordinary, now, work);
  expect(begun).toBe(1);
});

test("a draft is not kept with one, nor the reason of a delegation, nor a message", async () => {
  const draft = { code: "AIR-10.1", kind: "progress", version: null } as const;
  const input = { ...draft, content: { ...content, problems: marked } };
  expect(await refusalOf(saveDraft(actor("ecology-official"), input, now))).toEqual(
    refusal("problems"),
  );
  const term = { startsOn: "2024-06-12", endsOn: "2024-06-20" };
  const [principal, deputy] = [actor("ecology-head"), actor("ecology-official")];
  const wish = { principalId: principal.id, deputyId: deputy.id, ...term };
  const lend = grantDelegation(principal, { key: randomUUID(), ...wish, reason: marked }, now);
  expect(await refusalOf(lend)).toEqual(refusal("reason"));
  const message = { key: randomUUID(), code: "AIR-10.1", message: marked };
  expect(await refusalOf(sendChase(actor("supervisor-1"), message, now))).toEqual(
    refusal("message"),
  );
});

import { expect, test } from "vitest";
import { letterDaysLate, letterSchema, letterStage } from "./letters";

const letter = { code: "AIR-02.3", kind: "suggestion", body: " 第三项何时完成？ ", email: "" };

test("A letter needs words and its kind; a mailbox may be left out", () => {
  expect(letterSchema.parse(letter)).toEqual({ ...letter, body: "第三项何时完成？", email: null });
  expect(letterSchema.parse({ ...letter, email: " A@B.cn" }).email).toBe("a@b.cn");
  const refused = (part: object) =>
    letterSchema.safeParse({ ...letter, ...part }).error?.issues.map(({ path }) => path[0]);
  expect(refused({ body: "  " })).toEqual(["body"]);
  expect(refused({ body: "长".repeat(2001) })).toEqual(["body"]);
  expect(refused({ kind: "praise" })).toEqual(["kind"]);
  expect(refused({ email: "nobody" })).toEqual(["email"]);
});

test("a writer hears how far the answer is, and has its words from its approval on, unless they are withheld", () => {
  const none = { disclosure: null, withdrawnOn: null, erasure: null };
  const answered = { answeredOn: "2026-11-20", ...none } as const;
  expect(letterStage({ ...answered, answeredOn: null })).toBe("open");
  expect(letterStage(answered)).toBe("answered");
  expect(letterStage({ ...answered, disclosure: "public" })).toBe("answered");
  expect(letterStage({ ...answered, disclosure: "on_request" })).toBe("answered");
  expect(letterStage({ ...answered, disclosure: "withheld" })).toBe("withheld");
  const withdrawn = { ...answered, disclosure: "public", withdrawnOn: "2026-11-21" } as const;
  expect(letterStage(withdrawn)).toBe("withdrawn");
  const on = "2026-11-22";
  for (const from of [answered, withdrawn, { ...answered, answeredOn: null }])
    expect(letterStage({ ...from, erasure: { on, cause: "request" } })).toBe("erased");
  const kept = { ...answered, disclosure: "public", erasure: { on, cause: "retention" } } as const;
  expect(letterStage(kept)).toBe("answered");
});

test("A letter is late from the day after its last day, until it is answered", () => {
  const open = { dueOn: "2026-11-20", answeredOn: null };
  expect(letterDaysLate(open, "2026-11-20")).toBe(0);
  expect(letterDaysLate(open, "2026-11-23")).toBe(3);
  expect(letterDaysLate({ ...open, answeredOn: "2026-11-21" }, "2026-11-30")).toBe(1);
});

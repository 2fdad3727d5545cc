import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { describeError } from "./log";

test("a failed query is logged by the server's message and code, without the text it carried", () => {
  const words = "报告的正文";
  const cause = Object.assign(new Error("new row violates check constraint"), {
    code: "23514",
    detail: `Failing row contains (${words})`,
  });
  const failed = new DrizzleQueryError("insert into submissions values ($1)", [words], cause);
  const logged = describeError(failed);
  expect(logged).toMatchObject({ message: "new row violates check constraint", code: "23514" });
  expect(JSON.stringify(logged)).not.toContain(words);
});

test("any other error keeps its message", () => {
  expect(describeError(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
});

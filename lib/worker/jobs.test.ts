import { expect, test } from "vitest";
import { crontab, jobs } from "./jobs";

test("every line of the crontab names a job", () => {
  const names = crontab.split("\n").map((line) => line.split(" ")[5]);
  for (const name of names) expect(Object.keys(jobs)).toContain(name);
});

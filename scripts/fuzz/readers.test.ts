import { describe, expect, test } from "vitest";
import { randomRuns } from "@/lib/domain/random.fixture";
import { mutatedFile, readers, readOne } from "./readers";

describe.each(Object.keys(readers))("files of %s, changed at random", (kind) => {
  test("are read or refused, in no long time", { timeout: 60_000 }, async () => {
    const { seed, numRuns } = randomRuns(60);
    const outcomes = new Set<string>();
    for (let number = 0; number < numRuns; number++) {
      const bytes = mutatedFile(kind, seed, number);
      const begun = performance.now();
      const told = `${kind} SEED=${seed} FROM=${number}`;
      outcomes.add(await readOne(kind, bytes).catch((error) => `${told}: ${error.stack}`));
      if (performance.now() - begun > 10_000) outcomes.add(`${told}: too slow`);
    }
    expect([...outcomes].filter((each) => each !== "refused")).toEqual(["read"]);
  });
});

test("the same seed and number give the same file, another one another", () => {
  expect(mutatedFile("pdf", 1, 2)).toEqual(mutatedFile("pdf", 1, 2));
  const files = Array.from({ length: 20 }, (_, number) => mutatedFile("docx", 1, number));
  expect(new Set(files.map((bytes) => bytes.toString("latin1"))).size).toBeGreaterThan(15);
});

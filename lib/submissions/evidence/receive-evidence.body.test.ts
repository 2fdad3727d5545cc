import { expect, test } from "vitest";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { readBody } from "./receive-evidence";

const piece = new Uint8Array([1, 2, 3]);
const never = new AbortController().signal;

/** A body that sends one piece and then nothing more. */
const stalled = () => new ReadableStream({ start: (body) => body.enqueue(piece) });

test("what arrives in time is read whole", async () => {
  const stream = new Blob([piece, piece]).stream();
  expect([...(await readBody({ size: 6, stream }, never))]).toEqual([1, 2, 3, 1, 2, 3]);
});

test("a body that stops coming is refused at the deadline, with the time it had", async () => {
  const reading = readBody({ size: 6, stream: stalled() }, AbortSignal.timeout(20));
  expect(await refusalOf(reading)).toEqual({ code: "file_too_slow", params: { minutes: 4 } });
});

test("whoever waited for their turn past the deadline is refused at once", async () => {
  const reading = readBody({ size: 6, stream: stalled() }, AbortSignal.abort());
  expect(await refusalOf(reading)).toMatchObject({ code: "file_too_slow" });
});

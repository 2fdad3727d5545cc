import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { watchTraffic } from "./traffic";

const forever = 3_600_000;
const response = () => new EventEmitter() as ServerResponse;

test("it is quiet while nobody is answered", async () => {
  await watchTraffic(forever).quiet();
});

test("it is quiet again when the last of those who wait has an answer", async () => {
  const traffic = watchTraffic(forever);
  const [one, other] = [response(), response()];
  traffic.answer(one);
  traffic.answer(other);
  let isQuiet = false;
  const quiet = traffic.quiet().then(() => {
    isQuiet = true;
  });
  one.emit("close");
  await new Promise(setImmediate);
  expect(isQuiet).toBe(false);
  other.emit("close");
  await quiet;
});

test("on a site that is never quiet the wait ends", async () => {
  const traffic = watchTraffic(1);
  traffic.answer(response());
  await traffic.quiet();
});

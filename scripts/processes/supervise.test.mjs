import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { Failure, LastingFailure } from "../report/failure.mjs";
import { isRunning, recordOf } from "./identity.mjs";
import { launch, stopAll } from "./processes.mjs";
import { supervise } from "./supervise.mjs";

afterEach(stopAll);

const pauses = { firstMs: 5, mostMs: 40, steadyMs: 60_000 };
const quick = (tell = () => {}) => ({ tell, pauses });
const sleeper = () => launch("sleep", ["1000"]);
const killHard = ({ child, ended }) => {
  child.kill("SIGKILL");
  return ended;
};

/** A start that fails `times` times after the first, with what `failure` gives. */
function failing(times, failure = () => new Error("not yet")) {
  const started = [];
  let left = times;
  const start = async (last) => {
    started.push(last);
    if (last && left-- > 0) throw failure();
    return sleeper();
  };
  return { started, start };
}

it("starts a part again whenever it ends, tells it what it was, and leaves the others alone", async () => {
  const parts = [];
  const start = async (last) => {
    parts.push({ last, ...sleeper() });
    return parts.at(-1);
  };
  const other = await supervise("other", async () => sleeper(), quick());
  await supervise("part", start, quick());
  for (let times = 1; times <= 3; times += 1) {
    await killHard(parts.at(-1));
    await vi.waitFor(() => expect(parts).toHaveLength(times + 1), 10_000);
    expect(parts.at(-1).last).toBe(parts.at(-2));
  }
  expect(isRunning(recordOf(other.first.child.pid))).toBe(true);
});

it("starts again a part that ended as if it had been asked to", async () => {
  const { started, start } = failing(0);
  const { first } = await supervise("part", start, quick());
  first.child.kill("SIGTERM");
  await vi.waitFor(() => expect(started).toHaveLength(2), 10_000);
});

it("tries its first start again where it persists, and tells why", async () => {
  const told = [];
  const start = vi.fn(async () => {
    if (start.mock.calls.length <= 3) throw new Failure("not yet");
    return sleeper();
  });
  const tell = (line) => told.push(line);
  await expect(supervise("part", start, quick(tell))).rejects.toThrow("not yet");
  const { first } = await supervise("part", start, { ...quick(tell), persists: true });
  expect(isRunning(recordOf(first.child.pid))).toBe(true);
  expect(start).toHaveBeenCalledTimes(4);
  expect(told).toEqual([expect.stringContaining("not yet"), expect.any(String)]);
  const never = vi.fn(async () => {
    throw new LastingFailure("never");
  });
  await expect(supervise("part", never, { ...quick(), persists: true })).rejects.toThrow("never");
  expect(never).toHaveBeenCalledOnce();
});

it("goes on trying for as long as it takes, waits longer each time, and tells each reason once", async () => {
  const told = [];
  const { started, start } = failing(6);
  const { first } = await supervise(
    "part",
    start,
    quick((line) => told.push(line)),
  );
  await killHard(first);
  const begun = performance.now();
  await vi.waitFor(() => expect(told.at(-1)).toContain("已恢复"), 10_000);
  // 5 + 10 + 20 + 40 + 40 + 40 + 40
  expect(performance.now() - begun).toBeGreaterThan(150);
  expect(started).toHaveLength(8);
  expect(told).toHaveLength(3);
  expect(told[0]).toContain("SIGKILL");
  expect(told[1]).toContain("not yet");
});

it("does not start for the first time what cannot be", async () => {
  const start = async () => {
    throw new Error("not at all");
  };
  await expect(supervise("part", start, quick())).rejects.toThrow("not at all");
});

it("gives up what no start mends, with its sentence", async () => {
  const { started, start } = failing(9, () => new LastingFailure("taken"));
  const { first, lost } = await supervise("part", start, quick());
  await killHard(first);
  await expect(lost).rejects.toThrow("taken");
  expect(started).toHaveLength(2);
});

it("starts nothing again that is being stopped, nor what waits for its turn then", async () => {
  const told = [];
  const waiting = failing(1_000_000);
  const steady = failing(0);
  const { first } = await supervise(
    "waiting",
    waiting.start,
    quick((line) => told.push(line)),
  );
  await supervise(
    "steady",
    steady.start,
    quick((line) => told.push(line)),
  );
  await killHard(first);
  await vi.waitFor(() => expect(told).toHaveLength(2), 10_000);
  await stopAll();
  const tries = waiting.started.length;
  await sleep(200);
  expect([waiting.started.length, steady.started.length]).toEqual([tries, 1]);
  expect(told).toHaveLength(2);
});

it("stops last what others need, however late it was started", async () => {
  const order = [];
  const site = sleeper();
  const server = launch("sleep", ["1000"], { stopsLast: true });
  site.ended.then(() => order.push("site"));
  server.ended.then(() => order.push("server"));
  await stopAll();
  expect(order).toEqual(["site", "server"]);
});

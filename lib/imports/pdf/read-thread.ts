import { once } from "node:events";
import { join } from "node:path";
import { cpuUsage, memoryUsage } from "node:process";
import { setInterval as ticks, setImmediate as turn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { tooManySigns, tooMuch } from "./limits";

/** A piece of text or a mark around some, as pdf.js gives it. */
export type Found = {
  type?: string;
  tag?: string;
  str?: string;
  transform: number[];
  width: number;
};
export type PageText = { view: number[]; width: number; height: number; found: Found[] };
/** What a page draws, step by step. */
export type Step =
  | { kind: "save" | "restore" }
  | { kind: "transform"; matrix: number[] }
  | { kind: "path"; paint: "nothing" | "fill" | "stroke"; path: ArrayLike<number> };

export type Thread = {
  pages: number;
  /** The text of a page; throws `TooLong` where there is more than so much of it. */
  text: (page: number, most: { signs: number; items: number }) => Promise<PageText>;
  steps: (page: number) => Promise<Step[]>;
  close: () => Promise<unknown>;
};

/** By its place in the project: a bundle does not hold it. */
const program = join(process.cwd(), "lib/imports/pdf/pdf-worker.mjs");
/**
 * Milliseconds of a processor: a page takes some ten of them; what takes very much longer goes round in circles. A thread
 * that does nothing for so long waits for what never comes.
 */
const patience = { beginning: 20_000, file: 7000, page: 200, idle: 10_000 };
const tickMs = 200;
/**
 * By how much the process may grow for one file; for a sound one of 20 MB it grows by a third of it. The thread itself has no
 * limit: where one array alone is past it, V8 ends the process.
 */
const mostGrown = 400 * 1024 ** 2;

/** What a thread may still take: milliseconds of work, and bytes of the process with all that is in it. */
type Allowance = { working: number; memory: number };
const allow = (working: number): Allowance => ({ working, memory: memoryUsage.rss() + mostGrown });

/** A thread that has nothing to read is kept for a while: to begin one takes longer than to read a short file. */
const idleMs = 10_000;
let idle: { worker: Worker; end: NodeJS.Timeout } | null = null;

function takeIdle(): Worker | null {
  if (!idle) return null;
  const { worker, end } = idle;
  idle = null;
  clearTimeout(end);
  worker.ref();
  return worker;
}

async function beginThread(): Promise<Worker> {
  const worker = new Worker(program);
  // Whoever waits for an answer is told by the end of the thread.
  worker.on("error", () => {});
  worker.once("exit", () => {
    if (idle?.worker === worker) idle = null;
  });
  try {
    await answerOf(worker, allow(patience.beginning));
    return worker;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

/** The thread ended, and nobody asked it to. */
class Ended extends Error {}

/** What the thread says next. Throws when it ends before, and when it takes more than is left, from which its time is taken. */
async function answerOf(worker: Worker, left: Allowance): Promise<object> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    return await Promise.race([
      once(worker, "message", { signal }).then(([answer]) => answer),
      once(worker, "exit", { signal }).then(() => {
        throw new Ended();
      }),
      watched(worker, left, signal),
    ]);
  } catch (error) {
    throw isOutOfMemory(error) ? tooMuch() : error;
  } finally {
    waiting.abort();
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Throws when the time is up, or the memory. A thread's own time is not told: it is never more than has passed, nor than the process has
 * had of the processor, and where this thread came late to look nobody knows. So a machine that is busy does not make a file a
 * slow one. Nor is its memory: the limits of a thread leave out what its bytes unpack to.
 */
async function watched(worker: Worker, left: Allowance, signal: AbortSignal): Promise<never> {
  const begun = worker.performance.eventLoopUtilization();
  let [cpu, passed] = [cpuUsage(), performance.now()];
  const charge = () => {
    const { user, system } = cpuUsage(cpu);
    left.working -= Math.min((user + system) / 1000, performance.now() - passed, 2 * tickMs);
    [cpu, passed] = [cpuUsage(), performance.now()];
  };
  try {
    for await (const _ of ticks(tickMs, null, { signal })) {
      charge();
      if (memoryUsage.rss() > left.memory) throw tooMuch();
      const { idle } = worker.performance.eventLoopUtilization(begun);
      if (left.working > 0 && idle < patience.idle) continue;
      // The answer may have come while nobody looked.
      await turn();
      break;
    }
  } finally {
    charge();
  }
  throw new Error("Too slow");
}

function keepThread(worker: Worker): void {
  if (idle) return void worker.terminate();
  const end = setTimeout(() => {
    idle = null;
    void worker.terminate();
  }, idleMs);
  idle = { worker, end: end.unref() };
  worker.unref();
}

/**
 * Opens a PDF in a thread of its own. What it is asked throws when the file is damaged or takes too long, and `TooLong` when it
 * takes too much memory.
 */
export async function openThread(bytes: Uint8Array): Promise<Thread> {
  const kept = takeIdle();
  if (!kept) return openIn(await beginThread(), bytes);
  try {
    return await openIn(kept, bytes);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    return openIn(await beginThread(), bytes);
  }
}

async function openIn(worker: Worker, bytes: Uint8Array): Promise<Thread> {
  const data = new Uint8Array(bytes);
  const left = allow(patience.file);
  // What a file that was not read to its end leaves undone in a thread would come in the way of the next one.
  let isSound = true;
  const ask = async (question: object, moved: ArrayBuffer[] = []): Promise<object> => {
    isSound = false;
    worker.postMessage(question, moved);
    const answer = await answerOf(worker, left);
    if ("error" in answer) throw new Error("Damaged");
    if ("tooMuch" in answer) throw answer.tooMuch === "signs" ? tooManySigns() : tooMuch();
    isSound = true;
    return answer;
  };
  const close = async () => {
    if (isSound) keepThread(worker);
    else await worker.terminate();
  };
  try {
    const { pages } = (await ask({ bytes: data }, [data.buffer])) as { pages: number };
    left.working += pages * patience.page;
    return {
      pages,
      text: async (number, most) => (await ask({ number, wanted: "text", most })) as PageText,
      steps: async (number) => {
        const { steps } = (await ask({ number, wanted: "rules" })) as { steps: Step[] };
        return steps;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

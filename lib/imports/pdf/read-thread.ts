import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

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
  text: (page: number) => Promise<PageText>;
  steps: (page: number) => Promise<Step[]>;
  close: () => Promise<unknown>;
};

/** By its place in the project: a bundle does not hold it. */
const program = join(process.cwd(), "lib/imports/pdf/pdf-worker.mjs");
/** A page takes some ten milliseconds; what takes very much longer goes round in circles. A thread begins when the machine lets it. */
const patience = { beginning: 60_000, file: 7000, page: 200 };
const megabytes = 512;

/** A thread that has nothing to read is kept for a while: to begin one takes longer than to read a short file. */
const idleMs = 10_000;
let idle: { worker: Worker; end: NodeJS.Timeout } | null = null;

async function takeThread(): Promise<Worker> {
  if (!idle) return beginThread();
  const { worker, end } = idle;
  idle = null;
  clearTimeout(end);
  worker.ref();
  return worker;
}

async function beginThread(): Promise<Worker> {
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  // Whoever waits for an answer is told by the end of the thread.
  worker.on("error", () => {});
  worker.once("exit", () => {
    if (idle?.worker === worker) idle = null;
  });
  const { lost } = await answerOf(worker, patience.beginning);
  if (lost) throw new Error(lost);
  return worker;
}

type Answer = { lost?: string; error?: string };

/** What the thread says next; `lost` when it ends before, or says nothing for so many ms. */
async function answerOf(worker: Worker, ms: number): Promise<Answer> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    const [answer] = await Promise.race([
      once(worker, "message", { signal }),
      once(worker, "exit", { signal }).then(() => [{ lost: "The thread ended" }]),
      sleep(Math.max(ms, 0), [{ lost: "Too slow" }], { signal }),
    ]);
    return answer;
  } finally {
    waiting.abort();
  }
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

/** Opens a PDF in a thread of its own. What it is asked throws when the file is damaged, or takes too long or too much memory. */
export async function openThread(bytes: Uint8Array): Promise<Thread> {
  const worker = await takeThread();
  const data = new Uint8Array(bytes);
  let left = patience.file;
  let isSound = true;
  const ask = async (question: object, moved: ArrayBuffer[] = []): Promise<unknown> => {
    const begun = performance.now();
    isSound = false;
    worker.postMessage(question, moved);
    const answer = await answerOf(worker, left);
    left -= performance.now() - begun;
    isSound = !answer.lost;
    const failed = answer.lost ?? answer.error;
    if (failed) throw new Error(failed);
    return answer;
  };
  const close = async () => {
    if (isSound) keepThread(worker);
    else await worker.terminate();
  };
  try {
    const { pages } = (await ask({ bytes: data }, [data.buffer])) as { pages: number };
    left += pages * patience.page;
    return {
      pages,
      text: async (number) => (await ask({ number, wanted: "text" })) as PageText,
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

import { parentPort } from "node:worker_threads";
import { getResolvedPDFJS } from "unpdf";
import { ChineseTables } from "./chinese-codes.mjs";
import { cutOff, Unpacking } from "./unpack.mjs";

// The thread in which pdf.js reads, one file after another (read-thread.ts asks it). Broken files send it round in circles, or leave promises
// behind that fail when nobody waits for them; here neither reaches whoever reads. Nothing is fetched or drawn, no font is run
// as a program, no picture is unpacked.

process.on("unhandledRejection", () => {});

// Node 20 lacks it (ES2024), and pdf.js hands the fonts of a page over with it.
ArrayBuffer.prototype.transferToFixedLength ??= function (length) {
  return this.slice(0, length);
};

globalThis.DecompressionStream = Unpacking;

const mostSteps = 100_000;
class TooMuch extends Error {
  constructor(of) {
    super();
    this.of = of;
  }
}
const answer = (message) => parentPort.postMessage(message);

const { getDocument, OPS } = await getResolvedPDFJS();
let loading;

parentPort.on("message", async (asked) => {
  try {
    if (asked.bytes) answer({ pages: await open(asked.bytes) });
    else answer(await lookAt(asked));
  } catch (error) {
    answer(error instanceof TooMuch ? { tooMuch: error.of } : { error: String(error) });
  }
});
answer({ ready: true });

async function open(data) {
  await loading?.destroy().catch(() => {});
  cutOff.streams = 0;
  loading = getDocument({
    data,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    BinaryDataFactory: ChineseTables,
    cMapPacked: false,
  });
  return (await loading.promise).numPages;
}

async function lookAt({ number, wanted, most }) {
  const page = await (await loading.promise).getPage(number);
  try {
    const seen = wanted === "rules" ? await drawnOn(page) : await textOf(page, most);
    if (cutOff.streams > 0) throw new TooMuch("items");
    return seen;
  } finally {
    page.cleanup();
  }
}

async function textOf(page, most) {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  return { view: transform, width, height, found: await textOn(page, most) };
}

/** Piece by piece: a page may hold more than a document, and is read no further than that. */
async function textOn(page, most) {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const found = [];
  let signs = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read())
    for (const { type, tag, str, transform, width } of read.value.items) {
      found.push({ type, tag, str, transform, width });
      signs += str?.trim().length ?? 0;
      const of = signs > most.signs ? "signs" : found.length > most.items ? "items" : null;
      if (!of) continue;
      reader.cancel(new Error("Enough")).catch(() => {});
      throw new TooMuch(of);
    }
  return found;
}

/** What a page draws besides text and pictures, as steps that rules.ts follows. */
async function drawnOn(page) {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const paints = { [OPS.endPath]: "nothing", [OPS.fill]: "fill", [OPS.eoFill]: "fill" };
  const steps = [];
  for (const [i, op] of fnArray.entries()) {
    const args = argsArray[i];
    if (op === OPS.save) steps.push({ kind: "save" });
    if (op === OPS.restore || op === OPS.paintFormXObjectEnd) steps.push({ kind: "restore" });
    if (op === OPS.paintFormXObjectBegin)
      steps.push({ kind: "save" }, { kind: "transform", matrix: args?.[0] ?? [] });
    if (op === OPS.transform) steps.push({ kind: "transform", matrix: args ?? [] });
    if (op === OPS.constructPath && args?.[1]?.[0])
      steps.push({ kind: "path", paint: paints[args[0]] ?? "stroke", path: [...args[1][0]] });
    if (steps.length > mostSteps) return { steps: [] };
  }
  return { steps };
}

import { parentPort } from "node:worker_threads";
import { getResolvedPDFJS } from "unpdf";
import { ChineseTables } from "./chinese-codes.mjs";

// The thread in which pdf.js reads, one file after another (read-thread.ts asks it). Broken files send it round in circles, or leave promises
// behind that fail when nobody waits for them; here neither reaches whoever reads. Nothing is fetched or drawn, no font is run
// as a program, no picture is unpacked.

process.on("unhandledRejection", () => {});

// Node 20 lacks it (ES2024), and pdf.js hands the fonts of a page over with it.
ArrayBuffer.prototype.transferToFixedLength ??= function (length) {
  return this.slice(0, length);
};

const mostSteps = 100_000;
const answer = (message) => parentPort.postMessage(message);

const { getDocument, OPS } = await getResolvedPDFJS();
let loading;

parentPort.on("message", async (asked) => {
  try {
    if (asked.bytes) answer({ pages: await open(asked.bytes) });
    else answer(await lookAt(asked));
  } catch (error) {
    answer({ error: String(error) });
  }
});
answer({ ready: true });

async function open(data) {
  await loading?.destroy().catch(() => {});
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

async function lookAt({ number, wanted }) {
  const page = await (await loading.promise).getPage(number);
  try {
    return wanted === "rules" ? await drawnOn(page) : await textOf(page);
  } finally {
    page.cleanup();
  }
}

async function textOf(page) {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const found = items.map(({ type, tag, str, transform, width }) => ({
    ...{ type, tag, str, transform, width },
  }));
  return { view: transform, width, height, found };
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
      steps.push({ kind: "path", paint: paints[args[0]] ?? "stroke", path: args[1][0] });
    if (steps.length > mostSteps) return { steps: [] };
  }
  return { steps };
}

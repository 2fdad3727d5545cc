import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../node_modules/.cache/chromium", import.meta.url));
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A Chromium to test with: CHROME_PATH, the system's, or the one of npm, which is unpacked on first use. */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const executablePath = process.env.CHROME_PATH || installed.find((path) => existsSync(path));
  if (executablePath) return { executablePath, args: quiet };
  return { executablePath: await unpackChromium(), args: [...quiet, "--headless=shell"] };
}

async function unpackChromium() {
  const { TMPDIR } = process.env;
  // The package unpacks into TMPDIR and trusts what lies there; keep that out of everybody's /tmp.
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  // It brings libnss3, which a bare machine lacks, only where it believes itself on AWS, …
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  // … and there it would also hide the system's Chinese fonts.
  if (existsSync("/etc/fonts/fonts.conf")) process.env.FONTCONFIG_PATH ??= "/etc/fonts";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

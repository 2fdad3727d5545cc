import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findFreePort } from "@/scripts/processes/ports.mjs";
import { pdf, png } from "./files.fixture";
import { virusRefusal } from "./virus-scan";

// Debian's clamav-daemon with one signature of our own. .ci/run installs it and demands it; elsewhere it may be missing.
const clamd = ["/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd"].find(existsSync);
const isDemanded = process.env.REQUIRE_TOOLS === "1";
if (!clamd && !isDemanded)
  console.warn("clamd is not installed (apt-get install clamav-daemon): the scanner is not tested");

/** The test file of EICAR, put together here so that no scanner takes this one for it. */
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD"}-ANTIVIRUS-TEST-FILE!$H+H*`;

afterEach(() => {
  delete process.env.CLAMD;
});

describe.skipIf(!clamd && !isDemanded)("Debian's clamd", () => {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-clamd-"));
  const socket = join(folder, "clamd.sock");
  let port: number;
  let daemon: ChildProcess;

  beforeAll(async () => {
    port = await findFreePort();
    const hex = Buffer.from(eicar, "latin1").toString("hex");
    writeFileSync(join(folder, "eicar.ndb"), `Eicar-Test-Signature:0:*:${hex}\n`);
    writeFileSync(
      join(folder, "clamd.conf"),
      [
        "Foreground yes",
        `DatabaseDirectory ${folder}`,
        `LocalSocket ${socket}`,
        "TCPAddr 127.0.0.1",
        `TCPSocket ${port}`,
        "StreamMaxLength 1M",
        `TemporaryDirectory ${folder}`,
      ].join("\n"),
    );
    daemon = spawn(clamd ?? "clamd", ["--config-file", join(folder, "clamd.conf")], {
      stdio: "ignore",
    });
    await vi.waitFor(() => expect(existsSync(socket)).toBe(true), {
      timeout: 50_000,
      interval: 50,
    });
  });
  afterAll(() => {
    daemon.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("a clean file passes, one with a virus is refused by its name", async () => {
    for (const address of [socket, `127.0.0.1:${port}`]) {
      process.env.CLAMD = address;
      expect(await virusRefusal(png)).toBeNull();
      const infected = Buffer.concat([pdf(), Buffer.from(eicar)]);
      expect(await virusRefusal(infected)).toEqual({
        code: "file_infected",
        params: { virus: expect.stringContaining("Eicar-Test-Signature") },
      });
    }
  });

  test("a file of more pieces than one, clean or not", async () => {
    process.env.CLAMD = socket;
    const large = Buffer.alloc(300_000, "a");
    expect(await virusRefusal(large)).toBeNull();
    large.write(eicar, 200_000);
    expect((await virusRefusal(large))?.code).toBe("file_infected");
  });

  test("one that it will not look at is not taken", async () => {
    process.env.CLAMD = socket;
    expect(await virusRefusal(Buffer.alloc(3 * 1024 * 1024))).toEqual({ code: "scanner_away" });
  });
});

describe("a scanner that gives no answer", () => {
  let server: Server | undefined;
  const open = new Set<Socket>();
  afterEach(() => {
    for (const each of open) each.destroy();
    server?.close();
  });

  async function listen(answer: (socket: Socket) => void) {
    const port = await findFreePort();
    server = createServer((socket) => {
      open.add(socket);
      socket.on("error", () => {});
      answer(socket);
    });
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
    process.env.CLAMD = `127.0.0.1:${port}`;
  }

  test("is away: nothing listens there", async () => {
    process.env.CLAMD = `127.0.0.1:${await findFreePort()}`;
    expect(await virusRefusal(png)).toEqual({ code: "scanner_away" });
    process.env.CLAMD = "/nowhere/clamd.ctl";
    expect(await virusRefusal(png)).toEqual({ code: "scanner_away" });
  });

  test("is away: it says nothing, hangs up, or says what nobody understands", async () => {
    await listen(() => {});
    expect(await virusRefusal(png, 50)).toEqual({ code: "scanner_away" });
    for (const said of ["", "stream: OK?\0", "stream: ERROR\0", "x".repeat(100_000)]) {
      await listen((socket) => socket.end(said));
      expect([said.slice(0, 20), await virusRefusal(png)]).toEqual([
        said.slice(0, 20),
        { code: "scanner_away" },
      ]);
    }
  });

  test("where none is configured nothing is asked", async () => {
    expect(await virusRefusal(Buffer.from(eicar))).toBeNull();
  });
});

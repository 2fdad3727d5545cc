import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";

const conf = readFileSync("deploy/nginx.conf", "utf8");

/** What stands in one location of the site's own server. */
function location(place: string): string {
  const begin = conf.indexOf(`  location ${place} {`);
  expect(begin, place).toBeGreaterThan(0);
  return conf.slice(begin, conf.indexOf("\n  }", begin));
}

const units: Record<string, number> = { k: 1024, m: 1024 * 1024 };
function bodyLimit(text: string): number {
  const [, number, unit = ""] = /client_max_body_size (\d+)([km]);/.exec(text) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
}

test("an upload may be as large as the app takes, and nothing else comes near it", () => {
  expect(bodyLimit(location("= /api/evidence"))).toBe(evidenceLimits.fileBytes);
  const server = conf.slice(0, conf.indexOf("  location "));
  for (const text of [server, location("/api/auth/"), location("/api/subscriptions")])
    expect(bodyLimit(text)).toBeLessThanOrEqual(128 * 1024);
});

test("a named location sets no size: nginx has compared before it comes there", () => {
  expect(location("@app")).not.toContain("client_max_body_size");
});

test("every answer made by nginx from files says that the site stays on HTTPS", () => {
  const made = conf.split(/^ {2}location /m).filter((text) => text.includes("try_files"));
  expect(made).toHaveLength(2);
  for (const text of made)
    expect(text).toContain('Strict-Transport-Security "max-age=31536000; includeSubDomains"');
});

test("the app is told who asks and which request it is by nginx alone", () => {
  expect(conf).toContain("proxy_set_header X-Forwarded-For $remote_addr;");
  expect(conf).toContain("proxy_set_header X-Request-Id $request_id;");
  // A location with one of its own would inherit none.
  expect(conf.slice(conf.indexOf("  location "))).not.toContain("proxy_set_header");
});

const has = (program: string) => !spawnSync(program, ["-v"]).error;
const isHere = has("nginx") && has("openssl");

// On a machine without them (Debian: apt-get install nginx openssl) this is not asked.
describe.skipIf(!isHere && process.env.REQUIRE_TOOLS !== "1")(
  "as nginx itself understands it",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "taizhang-nginx-"));
    const received: IncomingHttpHeaders[] = [];
    const app = createServer((request, response) => {
      received.push(request.headers);
      request.resume().on("end", () => response.end("from the app"));
    });
    let nginx: ChildProcess;

    beforeAll(async () => {
      app.listen(0, "127.0.0.1");
      await once(app, "listening");
      makeCertificate(folder);
      mkdirSync(join(folder, "edition"));
      writeFileSync(join(folder, "edition/index.html"), "from a file");
      const { port } = app.address() as AddressInfo;
      writeFileSync(join(folder, "nginx.conf"), confIn(folder, port));
      nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-g", "daemon off;"]);
      while (!existsSync(join(folder, "443")) && nginx.exitCode === null) await sleep(20);
    });
    afterAll(async () => {
      const ended = once(nginx, "exit");
      if (nginx.exitCode === null && nginx.kill("SIGQUIT")) await ended;
      app.close();
      rmSync(folder, { recursive: true });
    });

    function ask(path: string, size?: number, headers: Record<string, string> = {}) {
      const method = size === undefined ? "GET" : "POST";
      const options = { socketPath: join(folder, "443"), path, method, rejectUnauthorized: false };
      return new Promise<{ status?: number; headers: IncomingHttpHeaders; body: string }>(
        (resolve, reject) => {
          const all = { host: "dc.example.gov.cn", ...headers };
          const sent = httpsRequest({ ...options, headers: all }, (response) => {
            let body = "";
            response.setEncoding("utf8").on("data", (text) => {
              body += text;
            });
            response.on("end", () =>
              resolve({ status: response.statusCode, headers: response.headers, body }),
            );
          });
          sent.on("error", reject).end(size && Buffer.alloc(size));
        },
      );
    }

    test("without a warning", () => {
      const { status, stderr } = spawnSync("nginx", ["-t", "-c", join(folder, "nginx.conf")], {
        encoding: "utf8",
      });
      expect(stderr).not.toMatch(/\[(warn|emerg)\]/);
      expect(status).toBe(0);
    });

    test("an upload of the full size gets through, a byte more does not, and no other body is large", async () => {
      const asked: [path: string, bytes: number, status: number][] = [
        ["/api/evidence", evidenceLimits.fileBytes, 200],
        ["/api/evidence", evidenceLimits.fileBytes + 1, 413],
        ["/api/auth/callback/credentials", 8 * 1024, 200],
        ["/api/auth/callback/credentials", 8 * 1024 + 1, 413],
        ["/api/subscriptions", 4 * 1024 + 1, 413],
        ["/reports/AIR-05.1", 128 * 1024, 200],
        ["/reports/AIR-05.1", 128 * 1024 + 1, 413],
      ];
      for (const [path, bytes, status] of asked) {
        const answer = await ask(path, bytes);
        expect([path, bytes, answer.status]).toEqual([path, bytes, status]);
        if (status === 413) expect(answer.body).toContain("提交的内容超过上限");
      }
    });

    test("a page comes from its file, with HSTS; what a client says of itself does not reach the app", async () => {
      const page = await ask("/");
      expect(page.body).toBe("from a file");
      expect(page.headers["strict-transport-security"]).toContain("max-age=31536000");

      const forged = { "x-forwarded-for": "6.6.6.6", "x-request-id": "forged" };
      expect((await ask("/sign-in?next=x", undefined, forged)).body).toBe("from the app");
      expect(received.at(-1)).toMatchObject({
        host: "dc.example.gov.cn",
        "x-forwarded-proto": "https",
        "x-request-id": expect.stringMatching(/^[0-9a-f]{32}$/),
      });
      expect(received.at(-1)?.["x-forwarded-for"]).not.toContain("6.6.6.6");
    });
  },
);

function makeCertificate(folder: string) {
  const request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1";
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
  execFileSync("openssl", [...request.split(" "), "-subj", "/CN=localhost", ...files], {
    stdio: "ignore",
  });
}

/** The configuration with its marked lines changed, on sockets in a folder. */
function confIn(folder: string, port: number): string {
  const own = conf
    .replace("/etc/ssl/taizhang/fullchain.pem", join(folder, "cert.pem"))
    .replace("/etc/ssl/taizhang/key.pem", join(folder, "key.pem"))
    .replace("/srv/taizhang/.data/edition", join(folder, "edition"))
    .replace("127.0.0.1:3000", `127.0.0.1:${port}`)
    .replaceAll(/^ {2}listen \[::\].*\n/gm, "")
    .replaceAll(/listen (80|443)/g, `listen unix:${folder}/$1`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return [
    process.getuid?.() === 0 ? "user root;" : "",
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    "events {}",
    `http { access_log off; ${temporary.join(" ")}`,
    own,
    "}",
  ].join("\n");
}

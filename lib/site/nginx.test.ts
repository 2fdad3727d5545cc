import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
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
test.skipIf(!isHere && !("CI" in process.env))("nginx understands it", () => {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-nginx-"));
  const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1";
  const subject = ["-subj", "/CN=localhost", "-keyout", key, "-out", certificate];
  execFileSync("openssl", [...request.split(" "), ...subject], { stdio: "ignore" });
  const own = conf
    .replace("/etc/ssl/taizhang/fullchain.pem", certificate)
    .replace("/etc/ssl/taizhang/key.pem", key)
    .replaceAll(/listen (\[::\]:)?(80|443)/g, "listen 127.0.0.1:0")
    .replaceAll(/^ {2}listen 127\.0\.0\.1:0.*\n(?= {2}listen)/gm, "");
  writeFileSync(
    join(folder, "nginx.conf"),
    `pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${own}\n}\n`,
  );
  const { status, stderr } = spawnSync("nginx", ["-t", "-c", join(folder, "nginx.conf")], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(stderr).not.toMatch(/\[(warn|emerg)\]/);
  expect(status).toBe(0);
});

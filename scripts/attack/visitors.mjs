import { connect } from "node:net";

// Reads one page over eight connections for so many seconds and prints how often a second. It looks only at how long the
// answers are, so that the server has more to do than it has.

const [url, seconds] = process.argv.slice(2);
const { hostname, port, pathname } = new URL(url);
const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: gzip\r\n\r\n`;

let answers = 0;
const visit = () =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let length = 0;
    let read = Buffer.alloc(0);
    socket.on("connect", () => socket.write(request));
    socket.on("data", (chunk) => {
      read = Buffer.concat([read, chunk]);
      if (length === 0) length = lengthOf(read);
      if (length === 0 || read.length < length) return;
      if (!read.toString("latin1", 0, 12).endsWith("200")) reject(new Error(read.toString()));
      read = read.subarray(length);
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else socket.end();
    });
    socket.on("error", reject).on("close", resolve);
  });

function lengthOf(read) {
  const head = read.indexOf("\r\n\r\n");
  const body = /content-length: (\d+)/i.exec(read.toString("latin1", 0, head))?.[1];
  return head < 0 ? 0 : head + 4 + Number(body);
}

const begun = performance.now();
const until = begun + Number(seconds) * 1000;
await Promise.all(Array.from({ length: 8 }, visit));
console.log(Math.round((answers * 1000) / (performance.now() - begun)));

import { connect } from "node:net";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { scannerAddress } from "@/lib/env";
import { log } from "@/lib/log";

/** clamd reads a stream in pieces, each behind its length, an empty one last (clamd(8), INSTREAM). */
const pieceBytes = 64 * 1024;
const most = { answerBytes: 1024, milliseconds: 60_000 };

/**
 * Asks the scanner about a file, if there is one (CLAMD): `file_infected` with the virus's name, `scanner_away` when no
 * answer came, for a file that was not looked at is not taken. Null when it is clean, or nothing scans here.
 */
export async function virusRefusal(
  bytes: Buffer,
  patience = most.milliseconds,
): Promise<Refusal | null> {
  const address = scannerAddress();
  if (!address) return null;
  try {
    const answer = await scan(address, bytes, AbortSignal.timeout(patience));
    const [, virus] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    if (virus) return refuse("file_infected", { params: { virus } });
    if (answer === "stream: OK") return null;
    log.error({ answer: answer.slice(0, 100) }, "the virus scanner could not look at a file");
  } catch (error) {
    log.error({ err: error }, "the virus scanner did not answer");
  }
  return refuse("scanner_away");
}

type Address = NonNullable<ReturnType<typeof scannerAddress>>;

function scan(address: Address, bytes: Buffer, deadline: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = "";
    const end = (error?: Error) => {
      socket.destroy();
      deadline.removeEventListener("abort", late);
      if (error) reject(error);
      else resolve(answer.replace(/\0.*$/s, "").trim());
    };
    const late = () => end(new Error("No answer in time"));
    deadline.addEventListener("abort", late, { once: true });
    socket.once("error", end).once("close", () => end());
    socket.on("data", (piece) => {
      answer += piece.toString("latin1");
      if (answer.includes("\0") || answer.length > most.answerBytes) end();
    });
    socket.write("zINSTREAM\0");
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      socket.write(lengthOf(piece));
      socket.write(piece);
    }
    socket.write(lengthOf(Buffer.alloc(0)));
  });
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

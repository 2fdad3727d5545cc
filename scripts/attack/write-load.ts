import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { press, serverActions, signInByRequest } from "../../e2e/requests";

// A process beside an attack: writes as supervisors do, through the site, as fast as it answers, between "on" and "off" from
// its parent. It tells of each write before it is first tried ({tried}), and once the site has acknowledged it
// ({acknowledged}); one whose outcome is unknown is sent again with its key. {idle} says that none is under way.

const lanes = 4;
const retryMs = 50;
const codes = Array.from({ length: 10 }, (_, i) => `AIR-${String(i + 1).padStart(2, "0")}`);
const kinds = [
  { name: "work/[code]/comment-actions.ts#comment", field: "body", more: { mentionedIds: [] } },
  { name: "work/[code]/chase-actions.ts#chase", field: "message", more: {} },
] as const;

/** What may have been done after all; any other refusal is final. */
const unknown = ["unavailable", "unreachable"];

/** The guards of texts look for numbers: a key in letters is none. */
const inLetters = (key: string) =>
  key
    .replaceAll("-", "")
    .replace(/./g, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)] ?? "");

const tell = (message: object) => process.send?.(message);

async function openWriter() {
  const actions = serverActions();
  const cookies = new Map<string, string>();
  const outcomes = new Map<string, number>();

  async function attempt(username: string, name: string, input: object): Promise<string> {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no ${name}`);
    try {
      const cookie = cookies.get(username) ?? (await signInByRequest(username));
      cookies.set(username, cookie);
      return await press(action, cookie, input);
    } catch {
      return "unreachable";
    }
  }

  async function write(count: number): Promise<void> {
    const kind = kinds[count % kinds.length] ?? kinds[0];
    const username = `supervisor-${1 + (count % 2)}`;
    const [key, code] = [randomUUID(), codes[count % codes.length]];
    const text = `kill ${inLetters(key)}`;
    tell({ tried: { key, text } });
    for (;;) {
      const outcome = await attempt(username, kind.name, {
        key,
        code,
        ...kind.more,
        [kind.field]: text,
      });
      if (outcome === "allowed") return void tell({ acknowledged: key });
      const short = outcome.slice(0, 40);
      outcomes.set(short, (outcomes.get(short) ?? 0) + 1);
      if (outcome === "session_expired") cookies.delete(username);
      else if (/^[a-z_]+$/.test(outcome) && !unknown.includes(outcome)) return;
      await sleep(retryMs);
    }
  }
  return { write, outcomes };
}

const { write, outcomes } = await openWriter();
let isOn = false;
let under = 0;
let count = 0;

async function lane(): Promise<void> {
  under += 1;
  while (isOn) {
    count += 1;
    await write(count);
  }
  under -= 1;
  if (under === 0) tell({ idle: true, outcomes: Object.fromEntries(outcomes) });
}

process.on("message", (order) => {
  isOn = order === "on";
  if (isOn) for (let i = 0; i < lanes; i += 1) void lane();
});
process.on("disconnect", () => process.exit());

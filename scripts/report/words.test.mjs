import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../processes/processes.mjs";
import { say } from "./words.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");
const listCode = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.(mjs|js|jsx|ts)$/.test(file) && !/\.test\.|\.fixture\./.test(file));
const commands = [...listCode("scripts"), ...listCode("bench")];
const callers = [...commands, ...listCode("db")].filter((file) =>
  /from "[^"]*\/words\.mjs"/.test(read(file)),
);

function flatten(catalog, path = "") {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}
const texts = new Map(flatten(JSON.parse(read("messages/terminal.json"))));
const namesIn = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))];

/** The names of the object that begins at `open`: `{ port, next: nextPort(port) }` gives port and next. */
function namesGiven(text, open) {
  const names = [];
  let depth = 0;
  for (let at = open; ; at += 1) {
    if (depth === 1 && /[{,]/.test(text[at - 1])) {
      const [, name] = /^\s*(?:(\w+)\s*[,:}]|\})/.exec(text.slice(at)) ?? [null, "…"];
      if (name) names.push(name);
    }
    if (/[{([]/.test(text[at])) depth += 1;
    if (/[})\]]/.test(text[at])) depth -= 1;
    if (depth === 0) return names;
  }
}

/** Every `say("key", {…})` of a file: {file, key, names}. */
function callsIn(file) {
  const text = read(file);
  return [...text.matchAll(/\bsay\(\s*(?:"([\w.]+)"(\)|,\s*(?=\{))?)?/g)].map((match) => {
    const [found, key, next] = match;
    const names = next?.startsWith(",") ? namesGiven(text, match.index + found.length) : [];
    return { file, key, names, readable: Boolean(next) };
  });
}
const calls = callers.flatMap(callsIn);

it("fills in a sentence, and refuses a key or a value that is not there", () => {
  const values = { port: 80, next: "$& {port}" };
  expect(say("processes.portTaken", values)).toMatch(/80 .*PORT=\$& \{port\} npm .*80 is taken/);
  expect(say("setup.upToDate")).toBe(texts.get("setup.upToDate"));
  expect(() => say("setup.upToDat")).toThrow("no setup.upToDat");
  expect(() => say("setup.prepare")).toThrow("no setup.prepare");
  expect(() => say("no.such.key")).toThrow("no no.such.key");
  expect(() => say("processes.portTaken", { port: 80, nxt: 81 })).toThrow("without its {next}");
});

it("is always asked for a key and values that stand written out, so that they can be checked", () => {
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ readable }) => !readable)).toEqual([]);
});

it("has every key that code asks for, and is given just the values of its sentence", () => {
  const sorted = (list) => list?.toSorted();
  const wrong = calls.filter(({ key, names }) => {
    const wanted = texts.has(key) ? namesIn(texts.get(key)) : null;
    return String(sorted(wanted)) !== String(sorted(names));
  });
  expect(wrong).toEqual([]);
});

it("has no key that no code asks for", () => {
  const asked = new Set(calls.map(({ key }) => key));
  expect([...texts.keys()].filter((key) => !asked.has(key))).toEqual([]);
});

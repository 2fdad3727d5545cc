import { createRequire } from "node:module";
import { afterEach, expect, test, vi } from "vitest";
import { isReadableForm, isReadableJson } from "./action-body";

const action = { "next-action": "00", "content-type": "text/plain;charset=UTF-8" };
const readable = (body: string) => isReadableForm(action, Buffer.from(body));

test.each([
  "[]",
  '[{"code":"AIR-01","version":3,"dueOn":null}]',
  '["$undefined",{"text":"$$5 for it"},"$NaN"]',
  '[[{"key":"a"},{"key":"b"}]]',
])("what our pages send is read: %s", async (body) => {
  expect(await readable(body)).toBe(true);
});

test.each([
  ["no JSON", "[{"],
  ["nothing", ""],
  ["no list", '{"code":"AIR-01"}'],
  ["null", "null"],
  ["a text", '"$0"'],
  ["a missing part", '["$5"]'],
  ["a promise", '["$@1"]'],
  ["a function", '[{"then":"$F1"}]'],
  ["a function by its name", '["$h1"]'],
  ["a stream", '["$R0"]'],
  ["bytes", '["$A1"]'],
  ["a number that is none", '["$nabc"]'],
  ["a place that is not there", '[{"a":"$0:0:b"}]'],
  ["a place that holds it", '[{"a":{"b":"$0:0:a"}}]'],
  ["a place further on", '[{"a":"$0:0:b","b":{}}]'],
  ["a place nobody made", '[{"a":{},"b":"$0:0:constructor"}]'],
  ["a thousand places", `[{"a":{},"b":[${Array(1000).fill('"$0:0:a"')}]}]`],
  ["too many arguments", JSON.stringify(Array(2000).fill(1))],
  ["a deep value", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
])("nothing else is: %s", async (_, body) => {
  expect(await readable(body)).toBe(false);
});

afterEach(() => vi.unstubAllGlobals());

/** As React's own encoder in the browser writes the arguments of an action. */
async function encoded(list: unknown[]): Promise<{ type: string; body: Buffer }> {
  vi.stubGlobal("__webpack_require__", { u: () => "" });
  const { encodeReply } = createRequire(import.meta.url)(
    "next/dist/compiled/react-server-dom-webpack/client.browser",
  ) as { encodeReply: (list: unknown[]) => Promise<string | FormData> };
  const response = new Response(await encodeReply(list));
  const type = response.headers.get("content-type") ?? "";
  return { type, body: Buffer.from(await response.arrayBuffer()) };
}

test("whatever plain values our pages send, React's encoder writes them so that they are read", async () => {
  const shared = { level: "head", workdays: 3 };
  const form = new FormData();
  form.append("body", "$5");
  const state = { typed: { body: "$5" }, errors: {}, refusal: undefined, attempt: 0 };
  const sendings = [
    [{ text: "$5", none: undefined, half: Number.NaN, zero: -0, most: Infinity, list: [1, null] }],
    [{ first: shared, second: shared, third: [shared] }],
    [state, form],
    [],
  ];
  for (const list of sendings) {
    const { type, body } = await encoded(list);
    const isRead = await isReadableForm({ "content-type": type, "next-action": "60abc" }, body);
    expect([body.toString(), isRead]).toEqual([body.toString(), true]);
  }
});

async function sent(fields: [string, string | Blob][], headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "";
  const body = Buffer.from(await response.arrayBuffer());
  return isReadableForm({ ...headers, "content-type": type }, body);
}
const start = '[{"typed":{"kind":"","body":"","email":""},"errors":{},"refusal":null,"attempt":0}]';
const descriptor = '{"id":"60abc","bound":"$@1"}';

test("a letter is read, with a script and without", async () => {
  const list = `[${start.slice(1, -1)},"$K1"]`;
  const fields: [string, string][] = [
    ["_1_kind", "suggestion"],
    ["_1_body", "$5"],
    ["0", list],
  ];
  expect(await sent(fields, { "next-action": "60abc" })).toBe(true);
  const plain: [string, string][] = [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", descriptor],
    ["$ACTION_1:1", start],
    ["$ACTION_KEY", "k123"],
    ["body", "$5"],
  ];
  expect(await sent(plain)).toBe(true);
});

test.each<[string, [string, string | Blob][]]>([
  ["without arguments", [["_1_kind", "suggestion"]]],
  [
    "with two lists",
    [
      ["0", "[]"],
      ["0", "[]"],
    ],
  ],
  ["with a file for a list", [["0", new Blob(["[]"])]]],
  [
    "with a promise",
    [
      ["0", '["$@1"]'],
      ["1", "1"],
    ],
  ],
  ["with no JSON", [["0", "["]]],
])("a form of an action %s is not", async (_, fields) => {
  expect(await sent(fields, { "next-action": "60abc" })).toBe(false);
});

test.each<[string, [string, string | Blob][]]>([
  ["of an odd action", [["$ACTION_1:0", '{"id":"60abc","bound":"$@7"}']]],
  [
    "bound to no JSON",
    [
      ["$ACTION_1:0", descriptor],
      ["$ACTION_1:1", "["],
    ],
  ],
  [
    "bound to a function",
    [
      ["$ACTION_1:0", descriptor],
      ["$ACTION_1:1", '["$F2"]'],
      ["$ACTION_1:2", "1"],
    ],
  ],
])("a form without a script %s is not", async (_, fields) => {
  expect(await sent(fields)).toBe(false);
});

test("a form whose parts cannot be told apart is not", async () => {
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"])
    expect([type, await isReadableForm({ "content-type": type }, Buffer.from("--y\r\n"))]).toEqual([
      type,
      false,
    ]);
});

test("JSON for sign-in is texts by name", () => {
  const json = { "content-type": "application/json" };
  const read = (body: string) => isReadableJson(json, Buffer.from(body));
  expect(read('{"username":"a","password":"b"}')).toBe(true);
  for (const body of ["{", "", "null", "[]", '"a"', '{"csrfToken":{}}', '{"callbackUrl":5}'])
    expect([body, read(body)]).toEqual([body, false]);
});

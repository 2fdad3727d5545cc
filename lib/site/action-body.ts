import type { IncomingHttpHeaders } from "node:http";

// What reaches React's decoder of server actions is what our own pages send: plain values, in one list. It can do far more
// (promises, streams, references to functions), none of which anybody here sends, and fails with 500 at what it cannot read.

/** Values that JSON has no word for, and a text that begins with $; nothing else may begin so. */
const spelled = /^\$(\$|(undefined|NaN|Infinity|-Infinity|-0)$)/;
const deepest = 12;
/** What stands in a list twice is sent once, and then by its place ($0:0:settings): one already read, so never in a circle. */
const mostReferences = 100;

/** Whether the body of a POST to a page can be read as what it says it is. */
export async function isReadableForm(headers: IncomingHttpHeaders, body: Buffer): Promise<boolean> {
  const type = headers["content-type"] ?? "";
  const isAction = headers["next-action"] !== undefined;
  if (type.startsWith("multipart/form-data")) {
    const form = await formIn(type, body);
    return form !== null && (isAction ? isFormOfAction(form) : isFormWithoutScript(form));
  }
  return !isAction || isListOfValues(body.toString());
}

/** Sign-in takes JSON, too: texts by name. */
export function isReadableJson(headers: IncomingHttpHeaders, body: Buffer): boolean {
  if (!headers["content-type"]?.includes("json")) return true;
  const value = parse(body.toString());
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((each) => typeof each === "string");
}

function formIn(type: string, body: Buffer): Promise<FormData | null> {
  return new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
}

/** With a script: the arguments stand in field 0, a form among them as $K1. */
function isFormOfAction(form: FormData): boolean {
  const [list, ...more] = form.getAll("0");
  return more.length === 0 && typeof list === "string" && isListOfValues(list, /^\$K1$/);
}

/** Without one: which action, and in a field beside it what the form began with. */
function isFormWithoutScript(form: FormData): boolean {
  return [...form].every(([name, value]) => {
    if (/^\$ACTION_\d+:0$/.test(name))
      return typeof value === "string" && /^\{"id":"\w+","bound":(null|"\$@1")\}$/.test(value);
    if (name.startsWith("$ACTION_") && name.includes(":"))
      return typeof value === "string" && isListOfValues(value);
    return true;
  });
}

function isListOfValues(text: string, reference?: RegExp): boolean {
  const list = parse(text);
  if (!Array.isArray(list) || list.length > deepest) return false;
  const read = new Set<unknown>();
  let references = 0;
  const isRead = (path: string) => {
    const [root, ...names] = path.split(":");
    references += 1;
    return root === "$0" && references <= mostReferences && read.has(names.reduce(ownOf, list));
  };
  const isPlain = (value: unknown, depth: number): boolean => {
    if (typeof value === "string")
      return !value.startsWith("$") || spelled.test(value) || isRead(value);
    if (typeof value !== "object" || value === null) return true;
    if (depth === deepest) return false;
    const holds = Object.values(value).every((each) => isPlain(each, depth + 1));
    read.add(value);
    return holds;
  };
  return list.every((value) => isPlain(value, 1) || reference?.test(String(value)));
}

function ownOf(value: unknown, name: string): unknown {
  return Object.hasOwn(Object(value), name) ? (value as Record<string, unknown>)[name] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

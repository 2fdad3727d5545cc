import { createTranslator } from "next-intl";
import { publicTitles } from "@/db/queries/public/titles";
import { addDays, type Day, daySchema } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { findAllTasks, findTasksAfter } from "@/lib/public/find-tasks";
import messages from "@/messages/zh-CN.json";
import { BadRequest, requirePart } from "./paging";

const t = createTranslator({ locale: "zh-CN", messages, namespace: "openData" });

const headers = {
  "cache-control": "public, max-age=0, must-revalidate",
  // Open data: any site may read it, and nothing in it depends on who asks.
  "access-control-allow-origin": "*",
};
const json = "application/json; charset=utf-8";

/** Responds to an open-data request with what `load` gives; null is 404, a failure is logged and 503. */
export function dataResponse(load: () => Promise<object | null>, type = json): Promise<Response> {
  return textResponse(type, async () => {
    const data = await load();
    return data && JSON.stringify(data);
  });
}

/** The same for a part of a list, with the way to the next in the head as well (RFC 8288). */
export function pagedResponse(
  load: () => Promise<{ next: string | null }>,
  type = json,
): Promise<Response> {
  let link = {};
  return textResponse(
    type,
    async () => {
      const data = await load();
      if (data.next !== null) link = { link: `<${data.next}>; rel="next"` };
      return JSON.stringify(data);
    },
    () => link,
  );
}

type Body = string | ReadableStream<Uint8Array>;

/** The same for a text that is not JSON, whole or as it comes. */
export async function textResponse(
  type: string,
  load: () => Promise<Body | null>,
  more: () => object = () => ({}),
): Promise<Response> {
  try {
    const body = await load();
    if (body !== null)
      return new Response(body, { headers: { ...headers, "content-type": type, ...more() } });
    return refuse(404, { error: "not_found", message: t("notFound") });
  } catch (error) {
    if (error instanceof BadRequest) {
      const { parameters, message } = error;
      return refuse(400, { error: "bad_request", parameters, message });
    }
    log.error({ err: error }, "open data failed");
    return refuse(503, { error: "unavailable", message: t("unavailable") });
  }
}

function refuse(status: number, body: object): Response {
  return Response.json(body, { status, headers: { ...headers, "content-type": json } });
}

/** The day that a request asks for. A day that cannot be shown is refused. */
export async function requireDay(query: Query): Promise<Day> {
  const { asOf, refused } = await askedDay(query);
  if (refused) throw new BadRequest(["asof"]);
  return asOf;
}

/** Like `findTasksAfter`; a request with anything that makes no sense is refused. */
export async function requireTasks(query: Query) {
  const { limit, after } = requirePart(query);
  const found = await findTasksAfter(query, limit, after);
  if (found.ignored.length > 0) throw new BadRequest(found.ignored);
  if (after !== null && !(await publicTitles(found.asOf, [after])).has(after))
    throw new BadRequest(["after"]);
  return found;
}

/** Like `findAllTasks`; the same is refused. */
export async function requireAllTasks(query: Query) {
  const found = await findAllTasks(query);
  if (found.ignored.length > 0) throw new BadRequest(found.ignored);
  return found;
}

/** The days of a request, both included: up to today and so many days long unless it says otherwise. */
export async function requireSpan(
  query: Query,
  usualDays: number,
): Promise<{ since: Day; until: Day }> {
  const { asOf: until, refused } = await askedDay({ asof: query.until });
  const since = daySchema.safeParse(query.since || addDays(until, -usualDays));
  const wrong = [refused && "until", !(since.success && since.data <= until) && "since"].filter(
    (name) => name !== false,
  );
  if (!since.success || wrong.length > 0) throw new BadRequest(wrong);
  return { since: since.data, until };
}

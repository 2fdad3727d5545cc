import { createTranslator } from "next-intl";
import { addDays, type Day, daySchema } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { log } from "@/lib/log";
import { askedDay } from "@/lib/public/as-of";
import { findAllTasks } from "@/lib/public/find-tasks";
import messages from "@/messages/zh-CN.json";

const t = createTranslator({ locale: "zh-CN", messages, namespace: "openData" });

const headers = {
  "cache-control": "public, max-age=0, must-revalidate",
  // Open data: any site may read it, and nothing in it depends on who asks.
  "access-control-allow-origin": "*",
};
const json = "application/json; charset=utf-8";

/** A request that names what makes no sense; a program must be told, where a page shows what it understood. */
class BadRequest extends Error {
  constructor(readonly parameters: readonly string[]) {
    super(t("badRequest", { parameters: parameters.join("、") }));
  }
}

/** Responds to an open-data request with what `load` gives; null is 404, a failure is logged and 503. */
export function dataResponse(load: () => Promise<object | null>, type = json): Promise<Response> {
  return textResponse(type, async () => {
    const data = await load();
    return data && JSON.stringify(data);
  });
}

/** The same for a text that is not JSON. */
export async function textResponse(
  type: string,
  load: () => Promise<string | null>,
): Promise<Response> {
  try {
    const body = await load();
    if (body !== null) return new Response(body, { headers: { ...headers, "content-type": type } });
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

/** Like `findAllTasks`; a request with anything that makes no sense is refused. */
export async function requireTasks(query: Query) {
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

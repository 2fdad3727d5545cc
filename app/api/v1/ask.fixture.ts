import { NextRequest } from "next/server";
import { GET as getCatalog } from "./catalog.jsonld/route";
import { GET as getChanges } from "./changes/route";
import { GET as getOpenApi } from "./openapi.json/route";
import { GET as getPlans } from "./plans/route";
import { GET as getTask } from "./tasks/[code]/route";
import { GET as getTasks } from "./tasks/route";
import { GET as getCsv } from "./tasks.csv/route";
import { GET as getUnits } from "./units/route";

type Handler = (request: NextRequest) => Promise<Response>;
/** What handles each path of the interface. */
export const handlers: Record<string, Handler> = {
  "/plans": getPlans,
  "/tasks": getTasks,
  "/tasks.csv": getCsv,
  "/units": getUnits,
  "/changes": getChanges,
  "/catalog.jsonld": getCatalog,
  "/openapi.json": getOpenApi,
  "/tasks/{code}": (request) => {
    const code = decodeURIComponent(request.nextUrl.pathname.split("/").at(-1) ?? "");
    return getTask(request, { params: Promise.resolve({ code }) });
  },
};

/** Asks the interface as a program does. */
export function ask(path: string): Promise<Response> {
  const request = new NextRequest(new URL(path, "https://tz.example"));
  const [, , , name = "", code] = request.nextUrl.pathname.split("/");
  const handler = handlers[code ? `/${name}/{code}` : `/${name}`];
  if (!handler) throw new Error(`nothing handles ${path}`);
  return handler(request);
}

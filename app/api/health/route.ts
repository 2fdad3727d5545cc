import { isWorkerRunning } from "@/db/queries/health";
import { mailSettings } from "@/lib/env";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Whether the site can do its work, for a monitor or a load balancer, and whether people are told and mailed. */
export async function GET() {
  const headers = { "cache-control": "no-store" };
  try {
    const worker = (await isWorkerRunning()) ? "running" : "stopped";
    const mail = mailSettings() ? "on" : "off";
    return Response.json({ status: "ok", worker, mail }, { headers });
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}

import { isWorkerRunning } from "@/db/queries/health";
import { presentEdition } from "@/lib/edition/hook";
import { isMailOn } from "@/lib/env";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Whether the site can do its work, for a monitor or a load balancer, whether people are notified and mailed, and what the public edition is like. */
export async function GET() {
  const headers = { "cache-control": "no-store" };
  try {
    const worker = (await isWorkerRunning()) ? "running" : "stopped";
    const mail = isMailOn() ? "on" : "off";
    const edition = presentEdition()?.status() ?? null;
    return Response.json({ status: "ok", worker, mail, edition }, { headers });
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}

import { isWorkerRunning } from "@/db/queries/health";
import { isDiskLow } from "@/lib/domain/system";
import { presentEdition } from "@/lib/edition/hook";
import { mailSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { diskRoom } from "@/lib/system/disk-watch";

export const dynamic = "force-dynamic";

/** Whether the site can do its work, for a monitor or a load balancer, whether people are notified and mailed, whether uploads have room, and what the public edition is like. */
export async function GET() {
  const headers = { "cache-control": "no-store" };
  try {
    const worker = (await isWorkerRunning()) ? "running" : "stopped";
    const mail = mailSettings() ? "on" : "off";
    const room = await diskRoom();
    const disk = room === null ? "unknown" : isDiskLow(room) ? "low" : "ok";
    const edition = presentEdition()?.status() ?? null;
    return Response.json({ status: "ok", worker, mail, disk, edition }, { headers });
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}

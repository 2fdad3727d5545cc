import { pingDatabase } from "@/db/queries/health";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Whether the site can do its work, for a monitor or a load balancer. */
export async function GET() {
  const headers = { "cache-control": "no-store" };
  try {
    await pingDatabase();
    return Response.json({ status: "ok" }, { headers });
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}

import { siteHealth } from "@/lib/edition/health";

export const dynamic = "force-dynamic";

/** For a monitor or a load balancer: 503 while people cannot work. */
export async function GET() {
  const health = await siteHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

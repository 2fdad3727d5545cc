import { describeCatalog } from "@/lib/open-data/catalog";
import { dataResponse } from "@/lib/open-data/responses";

export const dynamic = "force-dynamic";

export function GET() {
  return dataResponse(describeCatalog, "application/ld+json; charset=utf-8");
}

import { describeCatalog } from "@/lib/open-data/catalog";
import { openData } from "@/lib/open-data/responses";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(describeCatalog, "application/ld+json; charset=utf-8");
}

import { openData } from "@/lib/open-data/open-data";
import { describeCatalog } from "@/lib/open-data/open-data-catalog";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(describeCatalog, "application/ld+json; charset=utf-8");
}

import type { NextRequest } from "next/server";
import { describeCatalog } from "@/lib/open-data/catalog";
import { pagedResponse } from "@/lib/open-data/responses";

export const dynamic = "force-dynamic";

export function GET({ nextUrl }: NextRequest) {
  return pagedResponse(() => describeCatalog(nextUrl), "application/ld+json; charset=utf-8");
}

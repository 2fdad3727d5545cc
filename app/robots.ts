import type { MetadataRoute } from "next";
import { addressOf } from "@/lib/address";

export const dynamic = "force-dynamic";

/** The workspace asks for a sign-in anyway; a crawler need not try, nor follow a receipt or an unsubscribing link. */
export default function robots(): MetadataRoute.Robots {
  const kept = ["/inbox", "/sign-in", "/work", "/letters/", "/subscriptions/", "/api/auth/"];
  return {
    rules: { userAgent: "*", disallow: kept.flatMap((path) => [path, `/en${path}`]) },
    sitemap: addressOf("/sitemap.xml"),
  };
}

import type { MetadataRoute } from "next";
import { addressOf } from "@/lib/address";
import { publicPages } from "@/lib/public/site-map";
import { locales } from "@/messages/locales";

export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = await publicPages();
  return pages.flatMap(({ path, updatedOn }) => {
    const languages = Object.fromEntries(locales.map((each) => [each, addressOf(path, each)]));
    return locales.map((locale) => ({
      url: addressOf(path, locale),
      ...(updatedOn && { lastModified: updatedOn }),
      alternates: { languages },
    }));
  });
}

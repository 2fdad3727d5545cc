import { database, type Reader } from "@/db/client";
import { siteSettings } from "@/db/schema/site";
import type { SiteSettings } from "@/lib/domain/site/settings";

/** What the office has set of the site's own words and of its home page; empty where it has set nothing. */
export async function loadSiteSettings(
  reader: Reader = database(),
): Promise<{ version: number; settings: SiteSettings }> {
  const [row] = await reader.select().from(siteSettings);
  if (!row) throw new Error("The database has lost the settings of the site");
  const { id: _, version, homePlans, ...texts } = row;
  const said = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ""]));
  return { version, settings: { ...(said as Omit<SiteSettings, "homePlans">), homePlans } };
}

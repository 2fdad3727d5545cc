import { z } from "zod";
import { keySchema, slugSchema, versionSchema } from "@/lib/domain/inputs";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { synonymFault } from "@/lib/domain/synonyms";
import { longText, messageOf } from "@/lib/domain/texts";

/** What the office sets of its own words, and how much of each fits. An empty one is not shown, or gives way to ours. */
export const siteTextLimits = {
  name: 20,
  title: 60,
  intro: 300,
  headline: 30,
  host: 60,
  operator: 60,
  contact: 100,
  code: 20,
  icp: 40,
  police: 40,
  signInHelp: 200,
  lettersNote: 300,
  accessibility: 100,
  synonyms: 5000,
} as const;
export type SiteText = keyof typeof siteTextLimits;
export const siteTexts = Object.keys(siteTextLimits) as SiteText[];
export const siteLinks = ["partyGovUrl", "errorUrl"] as const;
export type SiteLink = (typeof siteLinks)[number];

const text = (name: SiteText) => longText(siteTextLimits[name]).trim();
const link = longText(300)
  .trim()
  .pipe(z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "link" })], "link"));

/** What the site says of itself, and the plans that its home page puts first, in order; the others follow as they stand. */
export const siteSettingsSchema = z.strictObject({
  ...{ name: text("name"), title: text("title"), intro: text("intro"), headline: text("headline") },
  ...{ host: text("host"), operator: text("operator"), contact: text("contact") },
  /** 网站标识码: ten digits, or bm and eight of a ministry (国办发〔2014〕57号). */
  code: text("code").regex(/^(\d{10}|bm\d{8})?$/i, "site_code"),
  ...{ icp: text("icp"), police: text("police"), partyGovUrl: link, errorUrl: link },
  ...{ signInHelp: text("signInHelp"), lettersNote: text("lettersNote") },
  accessibility: text("accessibility"),
  synonyms: longText(siteTextLimits.synonyms)
    // Before it is trimmed: lines are counted as they were typed.
    .superRefine((typed, context) => {
      const found = synonymFault(typed);
      if (!found) return;
      const { fault, line, word } = found;
      const about = { line: String(line), word: word.slice(0, 30) };
      context.addIssue({ code: "custom", message: messageOf(fault, about) });
    })
    .trim(),
  homePlans: z.array(slugSchema).max(50),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

export const configureSiteSchema = z.strictObject({
  key: keySchema,
  version: versionSchema,
  settings: siteSettingsSchema,
});
export type ConfigureSiteInput = z.infer<typeof configureSiteSchema>;

/** Why these words may not be public, or null: personal numbers and secrecy markings, as in any public text. */
export function siteSettingsRefusal(
  settings: SiteSettings,
  plans: readonly string[],
): Refusal | null {
  for (const name of siteTexts) {
    const refusal = publicTextRefusal(settings[name], name);
    if (refusal) return refusal;
  }
  const unknown = settings.homePlans.some((slug) => !plans.includes(slug));
  return unknown ? refuse("plan_unknown", { field: "homePlans" }) : null;
}

/** The names of the settings that differ, for the history. */
export function changedSiteSettings(before: SiteSettings, after: SiteSettings): string[] {
  const names = Object.keys(after) as (keyof SiteSettings)[];
  return names.filter((name) => String(before[name]) !== String(after[name]));
}

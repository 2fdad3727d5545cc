import { z } from "zod";
import { loadSiteSettings } from "@/db/queries/site-settings";

/** What we write ourselves may be reused by everybody who names the source. */
export const licence = "https://creativecommons.org/licenses/by/4.0/";

const text = z.string().trim().min(1).optional();
const link = z.url({ protocol: /^https?$/ }).optional();

const schema = z.object({
  SITE_HOST: text,
  SITE_OPERATOR: text,
  SITE_CONTACT: text,
  SITE_CODE: text,
  SITE_ICP: text,
  SITE_POLICE: text,
  SITE_PARTY_GOV_URL: link,
  SITE_ERROR_URL: link,
});

/** What of it the environment says, which goes before what is set on the screen. */
export function factsByEnvironment() {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const facts = schema.parse(set);
  return {
    host: facts.SITE_HOST,
    operator: facts.SITE_OPERATOR,
    contact: facts.SITE_CONTACT,
    code: facts.SITE_CODE,
    icp: facts.SITE_ICP,
    police: facts.SITE_POLICE,
    partyGovUrl: facts.SITE_PARTY_GOV_URL,
    errorUrl: facts.SITE_ERROR_URL,
  };
}

/** What a government site must say of itself (国办发〔2017〕47号); what is not set is not shown. */
export async function siteFacts() {
  const said = factsByEnvironment();
  const { settings: set } = await loadSiteSettings();
  return {
    host: said.host ?? (set.host || null),
    operator: said.operator ?? (set.operator || null),
    contact: said.contact ?? (set.contact || null),
    accessibility: set.accessibility || null,
    code: said.code ?? (set.code || null),
    icp: said.icp ?? (set.icp || null),
    police: said.police ?? (set.police || null),
    partyGovUrl: said.partyGovUrl ?? (set.partyGovUrl || null),
    errorUrl: said.errorUrl ?? (set.errorUrl || null),
  };
}
export type SiteFacts = Awaited<ReturnType<typeof siteFacts>>;

import { z } from "zod";

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

/** What a government site must say of itself (国办发〔2017〕47号); what is not set is not shown. */
export function siteFacts() {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const facts = schema.parse(set);
  return {
    host: facts.SITE_HOST ?? null,
    operator: facts.SITE_OPERATOR ?? null,
    contact: facts.SITE_CONTACT ?? null,
    code: facts.SITE_CODE ?? null,
    icp: facts.SITE_ICP ?? null,
    police: facts.SITE_POLICE ?? null,
    partyGovUrl: facts.SITE_PARTY_GOV_URL ?? null,
    errorUrl: facts.SITE_ERROR_URL ?? null,
  };
}
export type SiteFacts = ReturnType<typeof siteFacts>;

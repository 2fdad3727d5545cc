import { z } from "zod";
import { type RefusalCode, refusalCodes } from "@/lib/domain/refusals";

/** The query of an address as a page gets it: a name may stand in it several times, or not at all. */
export type Query = Record<string, string | string[] | undefined>;

/** What a query says under a name; what it says several times, it does not say. */
export function oneText(said: Query[string]): string | undefined {
  return typeof said === "string" ? said : undefined;
}

/** The code of the refusal with which an address sends a plain form back (`?refused=`); null where it says none of ours. */
export function refusedIn(query: Query): RefusalCode | null {
  const said = oneText(query.refused);
  return refusalCodes.find((code) => code === said) ?? null;
}

/** The same schema checks a form in the browser and the action on the server. Messages are keys under `validation`. */
export const codeSchema = z.string().regex(/^[A-Z]{2,8}-[A-Z]?\d{1,3}(\.\d{1,3}){0,3}$/, "code");
export const idSchema = z.uuid("id");
/** The name of a plan or unit in an address. */
export const slugSchema = z.string().regex(/^[a-z0-9-]{1,60}$/, "not_found");
/** One press of a button, however often it arrives: see db/mutations/transaction.ts. */
export const keySchema = z.uuid("id");
/** That the person was told exactly this (`gaps_made`) would have nobody left, by its digest, and goes on all the same. */
export const acceptsGaps = z.string().max(64).optional();
/** As large as PostgreSQL's integer. */
export const versionSchema = z.int32().nonnegative();

/** One mailbox in one line, however it was typed. */
export const mailboxSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "email")
  .pipe(z.email("email"));

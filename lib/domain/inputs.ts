import { z } from "zod";

/** The same schema checks a form in the browser and the action on the server. Messages are keys under `validation`. */
export const codeSchema = z.string().regex(/^[A-Z]{2,8}-[A-Z]?\d{1,3}(\.\d{1,3}){0,3}$/, "code");
export const idSchema = z.uuid("id");
/** One press of a button, however often it arrives: see db/mutations/transaction.ts. */
export const keySchema = z.uuid("id");
export const versionSchema = z.number().int().nonnegative();

/** One mailbox in one line, however it was typed. */
export const mailboxSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "email")
  .pipe(z.email("email"));

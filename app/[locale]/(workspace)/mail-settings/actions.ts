"use server";
import { configureMail, tryMail, turnOffMail } from "@/db/mutations/mail";
import { action } from "@/lib/actions/action";
import { configureMailSchema, tryMailSchema, turnOffMailSchema } from "@/lib/domain/mail";

export const configure = action(
  { permission: "site.configure", schema: configureMailSchema },
  configureMail,
);
export const turnOff = action(
  { permission: "site.configure", schema: turnOffMailSchema },
  turnOffMail,
);
export const send = action({ permission: "site.configure", schema: tryMailSchema }, tryMail);

import { z } from "zod";
import { keySchema } from "@/lib/domain/inputs";
import { longText } from "@/lib/domain/texts";
import type { Role } from "./roles";

/** Where a person's reminders go by mail; empty keeps them in the app. */
export const updateEmailSchema = z.strictObject({
  key: keySchema,
  email: longText(200)
    .trim()
    .pipe(z.union([z.literal(""), z.email("email")], "email")),
});
export type UpdateEmailInput = z.infer<typeof updateEmailSchema>;

/** Whether somebody may work with an account: it may wait for the security administrator to grant its role. */
export const accountStates = ["waiting", "active", "disabled"] as const;
export type AccountState = (typeof accountStates)[number];

/** An account as the security administrator finds it; `branch` is the unit whose branch it is bound to. */
export type ListedAccount = {
  id: string;
  username: string;
  name: string;
  role: Role;
  unit: string;
  branch: string | null;
  state: AccountState;
};

/** A person as forms offer them. Two may have one name: unit and user name tell them apart. */
export type Person = { id: string; name: string; username: string; role: Role; unit: string };

/** An account that demo mode offers at sign-in. */
export type DemoAccount = { username: string; name: string; role: Role; departmentName: string };

/** One session of one's own account: since when, last used when, and from where, as far as that is known. */
export type OwnSession = {
  id: string;
  startedAt: Date;
  seenAt: Date;
  address: string | null;
  device: string | null;
};

/** So many days of one's own sign-ins are shown. */
export const signInHistoryDays = 90;

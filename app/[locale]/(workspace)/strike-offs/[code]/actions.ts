"use server";
import { strikeOff } from "@/db/mutations/closing";
import { action } from "@/lib/action";
import { strikeOffSchema } from "@/lib/domain/inputs";

export const strike = action({ permission: "task.strike_off", schema: strikeOffSchema }, strikeOff);

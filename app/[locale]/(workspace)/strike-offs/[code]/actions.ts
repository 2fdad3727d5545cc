"use server";
import { strikeOff } from "@/db/mutations/assignments/strike-off";
import { action } from "@/lib/actions/action";
import { strikeOffSchema } from "@/lib/domain/assignments/inputs";

export const strike = action({ permission: "task.strike_off", schema: strikeOffSchema }, strikeOff);

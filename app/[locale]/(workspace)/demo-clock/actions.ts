"use server";
import { advanceClock } from "@/db/mutations/system/demo-clock";
import { action } from "@/lib/actions/action";
import { advanceClockSchema } from "@/lib/domain/system";

export const advance = action(
  { permission: "clock.advance", schema: advanceClockSchema },
  advanceClock,
);

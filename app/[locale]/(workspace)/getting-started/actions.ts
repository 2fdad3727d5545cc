"use server";
import { skipStep } from "@/db/mutations/site";
import { action } from "@/lib/actions/action";
import { skipStepSchema } from "@/lib/domain/site/getting-started";

export const skip = action({ permission: "start.view", schema: skipStepSchema }, skipStep);

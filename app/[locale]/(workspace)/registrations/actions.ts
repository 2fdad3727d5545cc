"use server";
import {
  editTasks,
  removeRegistration,
  saveRegistration,
  startRegistration,
} from "@/db/mutations/registrations/drafts";
import {
  archivePlan,
  confirmRegistration,
  endPlan,
  proposeRegistration,
  publishRegistration,
  returnRegistration,
} from "@/db/mutations/registrations/registrations";
import { unitsNamedLike } from "@/db/queries/registrations/drafted";
import { action } from "@/lib/actions/action";
import {
  editTasksSchema,
  findUnitsSchema,
  movePlanSchema,
  moveRegistrationSchema,
  returnRegistrationSchema,
  saveRegistrationSchema,
  startRegistrationSchema,
} from "@/lib/domain/registrations/inputs";

export const start = action(
  { permission: "plan.draft", schema: startRegistrationSchema },
  startRegistration,
);
export const save = action(
  { permission: "plan.draft", schema: saveRegistrationSchema },
  saveRegistration,
);
export const edit = action({ permission: "plan.draft", schema: editTasksSchema }, editTasks);
export const findUnits = action(
  { permission: "plan.draft", schema: findUnitsSchema },
  (actor, { words }) => unitsNamedLike(actor, words),
);
export const remove = action(
  { permission: "plan.draft", schema: moveRegistrationSchema },
  removeRegistration,
);
export const propose = action(
  { permission: "plan.draft", schema: moveRegistrationSchema },
  proposeRegistration,
);
export const returnDraft = action(
  { permission: "plan.confirm", schema: returnRegistrationSchema },
  returnRegistration,
);
export const confirm = action(
  { permission: "plan.confirm", schema: moveRegistrationSchema },
  confirmRegistration,
);
export const publish = action(
  { permission: "plan.publish", schema: moveRegistrationSchema },
  publishRegistration,
);
export const end = action({ permission: "plan.archive", schema: movePlanSchema }, endPlan);
export const archive = action({ permission: "plan.archive", schema: movePlanSchema }, archivePlan);

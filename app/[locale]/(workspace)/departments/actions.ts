"use server";
import { mergeUnit, splitUnit } from "@/db/mutations/assignments/unit-changes";
import { renameUnit } from "@/db/mutations/people/unit-names";
import { closeUnit, createUnit, editUnit, moveUnit } from "@/db/mutations/people/units";
import { action } from "@/lib/actions/action";
import {
  closeUnitSchema,
  createUnitSchema,
  editUnitSchema,
  mergeUnitSchema,
  moveUnitSchema,
  renameUnitSchema,
  splitUnitSchema,
} from "@/lib/domain/people/unit-inputs";

const permission = "unit.manage";

export const create = action({ permission, schema: createUnitSchema }, createUnit);
export const edit = action({ permission, schema: editUnitSchema }, editUnit);
export const rename = action({ permission, schema: renameUnitSchema }, renameUnit);
export const move = action({ permission, schema: moveUnitSchema }, moveUnit);
export const merge = action({ permission, schema: mergeUnitSchema }, mergeUnit);
export const split = action({ permission, schema: splitUnitSchema }, splitUnit);
export const close = action({ permission, schema: closeUnitSchema }, closeUnit);

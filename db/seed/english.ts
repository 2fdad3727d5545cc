import { z } from "zod";
import names from "./data/english.json" with { type: "json" };

const byName = z.record(z.string(), z.string());

/** Our translations of the names of the page's units, plans and tasks, by code or slug. */
export const english = z.strictObject({ units: byName, plans: byName, tasks: byName }).parse(names);

import { getTranslations } from "next-intl/server";
import { type Option, option } from "@/components/ui/field";
import { departmentKinds } from "@/lib/domain/people/departments";

/** The kinds of units as a form offers them. */
export async function kindOptions(): Promise<Option[]> {
  const t = await getTranslations("units.kinds");
  return departmentKinds.map((kind) => option(kind, t(kind)));
}

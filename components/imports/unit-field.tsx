import { type FindUnits, UnitNamesInput } from "@/components/forms/unit-names-input";
import { Field } from "@/components/ui/field";

type Props = {
  id: string;
  name: string;
  label: string;
  value?: string;
  hint?: string;
  findUnits: FindUnits;
};

/** Units by their names, in a form that works without a script. */
export function UnitField({ id, name, label, value = "", hint, findUnits }: Props) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <UnitNamesInput {...described} {...{ name, findUnits }} defaultValue={value} />
      )}
    </Field>
  );
}

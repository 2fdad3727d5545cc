import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Anchor } from "@/components/ui/anchor";
import { Field, inputStyle } from "@/components/ui/field";
import {
  type HandOver,
  type HandOverKind,
  type Held,
  handOverKinds,
  type Successor,
  successorsFor,
} from "@/lib/domain/assignments/hand-over";
import type { Role } from "@/lib/domain/people/roles";

export type Leaver = { id: string; departmentId: string; role: Role };
type Props = {
  leaver: Leaver;
  kinds: readonly HandOverKind[];
  held: Held;
  people: Successor[];
  register: (kind: HandOverKind) => UseFormRegisterReturn;
  errorOf: (kind: HandOverKind) => string | undefined;
};

const shown = 10;

/** 交接: what hangs on the leaver, kind by kind, and to whom it goes. */
export function HandOverFields({ leaver, kinds, held, people, register, errorOf }: Props) {
  const t = useTranslations();
  const open = kinds.filter((kind) => held[kind].length > 0);
  if (open.length === 0) return <p>{t("work.handOver.nothing")}</p>;
  return open.map((kind) => (
    <div key={kind} className="space-y-2 border-t border-line pt-3">
      <Field
        id={kind}
        label={t(`work.handOver.kinds.${kind}`, { count: held[kind].length })}
        hint={t(`work.handOver.hints.${kind}`)}
        error={errorOf(kind)}
      >
        {(described) => (
          <select {...described} {...register(kind)} lang="zh-CN" className={inputStyle}>
            <option value="">{t("work.handOver.choose")}</option>
            {successorsFor(kind, leaver, people).map(({ id, name, username, role, post }) => (
              <option key={id} value={id}>
                {t("work.handOver.person", {
                  name,
                  username,
                  role: t(`roles.${role}`),
                  post: post || "none",
                })}
              </option>
            ))}
            <option value="nobody">{t("work.handOver.nobody")}</option>
          </select>
        )}
      </Field>
      <HeldItems kind={kind} held={held} />
    </div>
  ));
}

function HeldItems({ kind, held }: { kind: HandOverKind; held: Held }) {
  const t = useTranslations("work.handOver");
  const items = held[kind];
  return (
    <ul className="space-y-1 text-sm">
      {items.slice(0, shown).map(({ id, code, label }) => (
        <li key={id} lang="zh-CN">
          {code ? (
            <Anchor href={`/work/${code}`} target="_blank" rel="noopener">
              {code} {label}
            </Anchor>
          ) : (
            label
          )}
        </li>
      ))}
      {items.length > shown && (
        <li className="text-muted">{t("more", { count: items.length - shown })}</li>
      )}
    </ul>
  );
}

/** What a form begins with: whoever has the same role comes first, and is proposed. */
export function proposedHandOver(leaver: Leaver, people: Successor[]): HandOver {
  const propose = (kind: HandOverKind) => {
    const [first] = successorsFor(kind, leaver, people);
    return first?.role === leaver.role && kind !== "liaisons" ? first.id : "";
  };
  return Object.fromEntries(handOverKinds.map((kind) => [kind, propose(kind)])) as HandOver;
}

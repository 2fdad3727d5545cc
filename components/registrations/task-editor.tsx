"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { FindUnits } from "@/components/forms/unit-names-input";
import { newKey, useAction } from "@/components/forms/use-action";
import { inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { TaskEdit, TypedTask } from "@/lib/domain/registrations/drafts";
import type { EditTasksInput } from "@/lib/domain/registrations/inputs";
import { TaskForm } from "./task-form";

type Props = {
  id: string;
  version: number;
  tasks: TypedTask[];
  codes: string[];
  text: string;
  edit: Action<EditTasksInput, { id: string; version: number }>;
  findUnits: FindUnits;
};

/** The tasks of a draft below the form that enters one after the other, beside the text that they quote; moved by buttons. */
export function TaskEditor({ id, version, tasks, codes, text, edit, findUnits }: Props) {
  const t = useTranslations("work.registration");
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());
  const source = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [next, setNext] = useState(() => ({ uid: newKey(), depth: 0 }));
  const [latest, setLatest] = useState(version);
  const [added, setAdded] = useState<string | null>(null);
  const seen = { id, version: Math.max(version, latest) };
  const changed = tasks.find(({ uid }) => uid === chosen) ?? null;
  const before = changed ? (tasks[tasks.indexOf(changed) - 1] ?? null) : (tasks.at(-1) ?? null);
  const onDone = (saved: { version: number; task: TypedTask }) => {
    setLatest(saved.version);
    setAdded(changed ? null : saved.task.title);
    setChosen(null);
    if (!changed) setNext({ uid: newKey(), depth: saved.task.depth });
    refresh();
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="lg:sticky lg:top-2">
        <label htmlFor="source" className="font-semibold">
          {t("sourceText")}
        </label>
        <p id="source-hint" className="text-sm text-muted">
          {t("sourceHint")}
        </p>
        <textarea
          id="source"
          ref={source}
          readOnly
          lang="zh-CN"
          aria-describedby="source-hint"
          value={text}
          rows={16}
          className={`${inputStyle} mt-1`}
        />
      </div>
      <div className="space-y-4">
        <div role="status">
          {/* Once the whole page knows of it: what is sent before would be refused as another's change. */}
          {added && !isRefreshing && <Notice tone="done">{t("added", { code: added })}</Notice>}
        </div>
        <h3 className="font-bold">
          {changed ? t("changeTask", { code: codes[tasks.indexOf(changed)] ?? "" }) : t("addTask")}
        </h3>
        <TaskForm
          key={changed?.uid ?? next.uid}
          {...{ seen, before, source, edit, findUnits, onDone }}
          task={changed ?? { ...empty, ...next, kind: next.depth > 0 ? "subtask" : "measure" }}
          isNew={!changed}
          takesFocus={added !== null || changed !== null}
          onCancel={changed && (() => setChosen(null))}
        />
        <TaskRows
          {...{ seen, tasks, codes, edit }}
          onChange={setChosen}
          onMoved={({ version: moved }) => {
            setLatest(moved);
            refresh();
          }}
        />
      </div>
    </div>
  );
}

const empty: Omit<TypedTask, "uid" | "depth"> = {
  ...{ kind: "measure", title: "", titleEn: "", quote: "", at: null },
  ...{ reference: "", ownerVerbatim: "" },
  ...{ lead: "", cooperating: "", deadlineVerbatim: "", deadlineKind: "date" },
  ...{ windowStart: null, dueOn: null, cycle: "quarterly" },
};

type RowsProps = {
  seen: { id: string; version: number };
  tasks: TypedTask[];
  codes: string[];
  edit: Props["edit"];
  onChange: (uid: string) => void;
  onMoved: (answer: { version: number }) => void;
};

function TaskRows({ seen, tasks, codes, edit, onChange, onMoved }: RowsProps) {
  const t = useTranslations("work.registration");
  const { run, busy, refusal } = useRowAction(edit, onMoved);
  const act = (move: Exclude<TaskEdit, { type: "put" }>) => run({ ...seen, edit: move });
  if (tasks.length === 0) return <p>{t("noTasks")}</p>;
  return (
    <WhenReady>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ol aria-busy={busy} className="divide-y divide-line border border-line bg-paper">
        {tasks.map(({ uid, title, depth, lead, dueOn }, i) => (
          <li key={uid} className="px-3 py-2" style={{ paddingLeft: `${0.75 + depth}rem` }}>
            <p lang="zh-CN">
              <span className="text-muted">{codes[i]}</span> {title}
              <span className="text-sm text-muted">
                {lead && ` · ${lead}`}
                {dueOn && ` · ${dueOn}`}
              </span>
            </p>
            <RowButtons
              title={title}
              buttons={[
                ["change", () => onChange(uid)],
                ["up", () => act({ type: "move", uid, by: -1 })],
                ["down", () => act({ type: "move", uid, by: 1 })],
                ["inward", () => act({ type: "nest", uid, by: 1 })],
                ["outward", () => act({ type: "nest", uid, by: -1 })],
                ["remove", () => act({ type: "remove", uid })],
              ]}
            />
          </li>
        ))}
      </ol>
    </WhenReady>
  );
}

/** The list is pressed again and again: unlike a form, it is ready as soon as it has been answered. */
function useRowAction(edit: Props["edit"], onMoved: RowsProps["onMoved"]) {
  const [busy, setBusy] = useState(false);
  const { run, refusal } = useAction(edit, onMoved);
  const press = async (input: Omit<EditTasksInput, "key">) => {
    if (busy) return;
    setBusy(true);
    await run(input);
    setBusy(false);
  };
  return { run: press, busy, refusal };
}

type RowButton = [
  name: "change" | "up" | "down" | "inward" | "outward" | "remove",
  press: () => void,
];

function RowButtons({ title, buttons }: { title: string; buttons: RowButton[] }) {
  const t = useTranslations("work.registration");
  return (
    <div className="mt-1 flex flex-wrap gap-x-3">
      {buttons.map(([name, press]) => (
        <button
          key={name}
          type="button"
          onClick={press}
          className="min-h-8 text-sm text-brand underline"
        >
          {t(name)}
          <span className="sr-only" lang="zh-CN">
            {" "}
            {title}
          </span>
        </button>
      ))}
    </div>
  );
}

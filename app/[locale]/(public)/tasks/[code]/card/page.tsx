import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { DeadlineLine } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import { PercentBar } from "@/components/ui/percent-bar";
import { currentDay } from "@/lib/clock";
import { findTask } from "@/lib/public/scope";

type Props = { params: Promise<{ code: string }> };

export const metadata: Metadata = { robots: { index: false } };

export default async function TaskCard({ params }: Props) {
  const { code } = await params;
  const asOf = await currentDay();
  const task = await findTask(code, asOf);
  if (!task) notFound();
  return (
    <Card
      path={`/tasks/${code}`}
      title={task.title}
      titleEn={task.titleEn}
      asOf={asOf}
      isDemo={task.isDemo}
    >
      {task.isTracked && (
        <>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <LightTag health={task.health} />
            <PercentBar {...task.health} />
          </p>
          <p>
            <Owner owner={task} />
          </p>
          <p>
            <DeadlineLine deadline={task.deadline} />
          </p>
        </>
      )}
    </Card>
  );
}

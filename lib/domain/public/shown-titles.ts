export type Title = { title: string; titleEn: string | null };
type Titled = Title & { code: string; parentCode: string | null; isWordingHidden: boolean };

/**
 * The title that everybody is shown of each of these tasks, and its translation, by code. That there is a part, whose it is, when it
 * is due and how it stands is public from its assignment; its own wording is the unit's, and stays hidden until a report on
 * it has been released: until then it bears the title of what it is a part of.
 */
export function shownTitles(tasks: readonly Titled[]): Map<string, Title> {
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const titleOf = (task: Titled): Title => {
    const whole = task.isWordingHidden ? byCode.get(task.parentCode ?? "") : undefined;
    return whole ? titleOf(whole) : { title: task.title, titleEn: task.titleEn };
  };
  return new Map(tasks.map((task) => [task.code, titleOf(task)]));
}

/** Whether a task's own wording is hidden: a unit has split it off, and nothing with it has been released. */
export function isWordingHidden(task: {
  splitById: string | null;
  lastPublishedOn: string | null;
}) {
  return task.splitById !== null && task.lastPublishedOn === null;
}

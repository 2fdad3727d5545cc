import type { loadWriting } from "../../../load-writing";

/** What each kind's page is given. */
export type Writing = Awaited<ReturnType<typeof loadWriting>> & { title: string };

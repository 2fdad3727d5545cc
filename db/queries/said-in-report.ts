import { getTableColumns } from "drizzle-orm";
import { publishedReports } from "@/db/schema/submissions";

const { progress, problems, nextSteps, percent, periodStart, periodEnd, noNews } =
  getTableColumns(publishedReports);

/** What an approved report says: its words, how far the work is, and for which days. */
export const saidInReport = {
  ...{ progress, problems, nextSteps },
  ...{ percent, periodStart, periodEnd, noNews },
};

import { pageAt } from "@/lib/domain/paging";

export const pageSize = 20;

/** Which page of so many rows is asked for, or the last there is, and where it begins. */
export const pageBounds = (total: number, asked: unknown) => pageAt(total, asked, pageSize);

import { pageOf } from "@/lib/domain/paging";

export const pageSize = 20;

/** Which page of so many rows is asked for, or the last there is, and where it begins. */
export const pageBounds = (total: number, asked: unknown) => {
  const { page, pages } = pageOf(Array.from({ length: total }), asked, pageSize);
  return { page, pages, offset: (page - 1) * pageSize };
};

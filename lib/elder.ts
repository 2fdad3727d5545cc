import { cookies } from "next/headers";

/** Whether this browser has asked for the larger type (大字版). The edition holds the pages of those who have not. */
export async function isElder(): Promise<boolean> {
  return (await cookies()).get("elder")?.value === "1";
}

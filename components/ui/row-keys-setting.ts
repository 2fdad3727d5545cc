"use client";
import { useSyncExternalStore } from "react";

const name = "row-keys";
const changed = new EventTarget();

/** Whether J and K move in lists: kept in this browser, on unless turned off. */
export function useRowKeysSetting() {
  const isOn = useSyncExternalStore(listen, read, () => true);
  return { isOn, set };
}

function listen(onChange: () => void) {
  changed.addEventListener("change", onChange);
  return () => changed.removeEventListener("change", onChange);
}

/** A browser may keep nothing for a page. */
function read(): boolean {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    return true;
  }
}

function set(isOn: boolean) {
  try {
    if (isOn) localStorage.removeItem(name);
    else localStorage.setItem(name, "off");
  } catch {}
  changed.dispatchEvent(new Event("change"));
}

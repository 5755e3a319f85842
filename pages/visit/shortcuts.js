// Single keys are shortcuts until the visitor switches them off (WCAG 2.1.4), for this visit.
import { keep, kept } from "./kept.js";

const SHORTCUTS = "shortcuts";

export function shortcutsAreOn() {
  const { dataset } = document.documentElement;
  dataset[SHORTCUTS] ??= /** @type {string | null} */ (kept(SHORTCUTS)) ?? "on";
  return dataset[SHORTCUTS] === "on";
}

export function switchShortcuts() {
  const { dataset } = document.documentElement;
  dataset[SHORTCUTS] = shortcutsAreOn() ? "off" : "on";
  keep(SHORTCUTS, dataset[SHORTCUTS]);
  document.dispatchEvent(new CustomEvent("shortcuts:switched"));
}

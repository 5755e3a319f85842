// What a lever is, opened by a button beside its name: for a finger, the keys and a screen reader as for a mouse.
import { button, element, set } from "../visit/dom.js";

/** @import { About } from "../messages.js" */
/** @typedef {{ about: About, description: string, path: string }} Told */

const GAP = 10, EDGE = 12;
/** @type {ReturnType<typeof madeBox> | null} */
let shared = null;

/** One box for all levers: it stands in the page behind the button that opened it, so that it is read there. */
function madeBox() {
  const name = element("strong"), description = element("p"), facts = element("p", "lever-facts"), more = button();
  const box = element("div", "lever-help", name, description, facts, more);
  Object.assign(box, { popover: "auto", tabIndex: -1, role: "group" });
  const made = { box, name, description, facts, more, opener: /** @type {HTMLButtonElement | null} */ (null) };
  box.addEventListener("beforetoggle", ({ newState }) => { if (newState === "open") place(made); });
  box.addEventListener("toggle", ({ newState }) => {
    if (made.opener) made.opener.ariaExpanded = String(newState === "open");
    if (newState === "open") box.focus({ preventScroll: true });
  });
  return made;
}

/** @param {ReturnType<typeof madeBox>} made */
function place({ box, opener }) {
  if (!opener) return;
  const { right, top } = opener.getBoundingClientRect(), width = Math.min(340, innerWidth - 2 * EDGE);
  const left = Math.min(right + GAP, innerWidth - width - EDGE), highest = Math.max(EDGE, Math.min(top - GAP, innerHeight - 300));
  Object.assign(box.style, { left: `${left}px`, top: `${highest}px`, width: `${width}px`, maxHeight: `${innerHeight - highest - EDGE}px` });
}

/** A button that tells about what ``tell`` gives when it is pressed. */
export function helpButton() {
  const made = button("lever-ask", "?");
  /** @type {Told | null} */
  let told = null;
  made.ariaExpanded = "false";
  made.addEventListener("click", () => {
    if (!told) return;
    shared ??= madeBox();
    made.popoverTargetElement = shared.box;
    if (shared.opener !== made && shared.box.matches(":popover-open")) shared.box.hidePopover();
    if (shared.opener && shared.opener !== made) shared.opener.ariaExpanded = "false";
    shared.opener = made;
    made.after(shared.box);
    fill(shared, told);
  });
  /** @param {Told | null} next */
  function tell(next) {
    told = next;
    made.hidden = !next;
    if (next) Object.assign(made, { ariaLabel: next.about.ask, title: next.about.ask });
  }

  return { made, tell };
}

/**
 * @param {ReturnType<typeof madeBox>} made
 * @param {Told} told
 */
function fill({ box, name, description, facts, more }, { about, description: words, path }) {
  box.ariaLabel = about.name;
  set(name, about.name);
  set(description, words);
  set(facts, about.facts);
  set(more, about.more);
  more.onclick = () => {
    box.hidePopover();
    document.dispatchEvent(new CustomEvent("word:open", { detail: path }));
  };
}

// The scenario as a whole: undo and redo, its link, its file, its name. Says so when the connection was lost.
import { arrive } from "../visit/arrival.js";
import { ask, complain, whenAnswered } from "../visit/asking.js";
import { element, part, parts, set } from "../visit/dom.js";
import { keep, kept } from "../visit/kept.js";
import { opening } from "../visit/opening.js";
import { shortcutsAreOn, switchShortcuts } from "../visit/shortcuts.js";
import { showSkipLink } from "../visit/skip_link.js";
import { isConnected, observeConnection } from "../visit/streamlit_insides.js";
import { speak } from "../visit/streamlit_words.js";
import { answered, keepTurns } from "../visit/turns.js";
import { isTyped, renew, typedField } from "../visit/typed_fields.js";
import { readFile, saveFile } from "../visit/user_files.js";
import { filled } from "../visit/words.js";
import { opensMenu } from "./tools_menu.js";

/** @import { Act, OwnCopy, OwnParts, Past, ReadFile, Restore, ScenarioAsks, ScenarioMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<ScenarioMessage, ScenarioAsks> & ReturnType<typeof own>} Row */
/** @typedef {Past & { present: string, names: string[] }} Kept what a page keeps of the scenario, and names of what it was given */

const SAID_MS = 4000;
const KEPT = "scenario-history"; // where the history waits while the page is loaded anew
const UNANSWERED = 3; // files that were read last: the server may not have said yet that it uses them
const MODAL = "[role=dialog]:not(.calculation)"; // beside the panel of a calculation the page and its keys work on

// What outlives the row: it is drawn anew when the page changes.
const known = {
  /** @type {string | null} the server's name of this visit: another one means that the server knows no history yet */
  visit: null,
  /** @type {Kept | null} what this page would find if it were loaded anew, for where the browser keeps nothing */
  latest: null,
  /** @type {OwnCopy | null} what the visitor has given, as the server told it last */
  own: null,
  /** @type {Map<string, ReadFile>} stamp → a file that was read on this page, kept nowhere else */
  files: new Map(),
  /** @type {string | null} changes when the server has answered after a lost connection */
  arrivals: null,
};

export default opening(".scenario", { own, open, show, close: ({ connection }) => connection?.disconnect() });

function own() {
  return { byKeys: false, lost: false, saying: 0, connection: /** @type {MutationObserver | null} */ (null) };
}

/** @param {Row} box */
function open(box) {
  const { root, listen } = box;
  for (const each of parts(root, "[data-do]")) each.addEventListener("click", () => act(box, each.dataset.do));
  opensMenu(part(root, ".scenario-more", HTMLButtonElement), part(root, ".scenario-menu"));
  const file = part(root, "[type=file]", HTMLInputElement);
  file.addEventListener("change", () => openFile(box, file));
  typedField(part(root, ".scenario-name", HTMLInputElement), (text) => ask(box, { do: "name", name: text }));
  listen(document, "keydown", (event) => shortcut(box, event));
  listen(document, "focusin", ({ target }) => { box.byKeys = target instanceof Element && target.matches(":focus-visible"); });
  listen(document, "scenario:link", () => act(box, "link"));
  listen(document, "source:open", ({ detail }) => ask(box, { do: "source", source: detail }));
  listen(document, "ready:chosen", ({ detail }) => ask(box, { do: "ready", ...detail }));
  listen(document, "word:open", ({ detail }) => ask(box, { do: "word", lever: detail }));
  listen(document, "file:read", ({ detail }) => known.files.set(detail.stamp, detail));
  listen(document, "shortcuts:switched", () => label(box));
  box.connection = observeConnection(() => connected(box));
}

/** @param {Row} box */
function show(box) {
  const { data } = box;
  arrive();
  keepTurns(() => ask(box, { do: "address" }));
  showSkipLink(data.to_pages);
  speak(data.frame);
  label(box);
  answered(data);
  const arrivals = `${data.visit} ${data.arrivals}`;
  if (known.arrivals && known.arrivals !== arrivals) {
    say(box, known.own && hasAny(known.own.names) ? data.reconnected_own : data.reconnected);
  }
  known.arrivals = arrivals;
  if (known.visit !== data.visit) meet(box);
  else remember(data);
}

/** @param {Row} box */
function label(box) {
  const { root, data } = box;
  for (const each of parts(root, "[data-do]")) {
    const name = each.dataset.do ?? "", words = data.labels[name] ?? "", short = data.labels[`${name}_short`];
    set(each.querySelector("span") ?? each, short ?? words);
    if (short) each.title = words;
  }
  set(part(root, ".scenario-more span"), data.labels.more);
  const on = shortcutsAreOn(), keys = part(root, "[data-do=keys]");
  keys.ariaPressed = String(on);
  set(part(keys, "span"), on ? data.keys_on : data.keys_off);
  part(root, "[data-do=undo]", HTMLButtonElement).disabled = !data.history.past.length;
  part(root, "[data-do=redo]", HTMLButtonElement).disabled = !data.history.future.length;
  part(root, ".scenario-tools").ariaLabel = data.labels.tools;
  const name = part(root, ".scenario-name", HTMLInputElement);
  Object.assign(name, { placeholder: data.labels.name, ariaLabel: data.labels.name });
  renew(box, name, data.name);
  set(part(root, ".scenario-needs"), data.needs_file);
  complain(box, data.problem);
}

/** @param {object} found */
function hasAny(found) {
  return Object.keys(found).length > 0;
}

/**
 * What a server that starts anew is given back: the history, also by a page that was loaded anew; what the visitor has
 * given only by this page, so in storage stands no more than its names.
 * @param {ScenarioMessage} data
 */
function remember(data) {
  known.latest = { present: data.present, ...data.history, names: Object.values(data.own.names) };
  keep(KEPT, known.latest);
  known.own = data.own;
  const unanswered = [...known.files.keys()].slice(-UNANSWERED);
  const wanted = new Set([...Object.values(data.own.files), ...unanswered]);
  for (const stamp of known.files.keys()) if (!wanted.has(stamp)) known.files.delete(stamp);
}

/**
 * A page that was loaded anew, or met a server that has started anew, gives it what it had.
 * @param {Row} box
 */
function meet(box) {
  const { data, problem } = box, before = /** @type {Kept | null} */ (kept(KEPT)) ?? known.latest;
  known.visit = data.visit;
  const isKept = before?.present === data.present && before.past.length + before.future.length;
  /** @type {Restore} */
  const message = {
    do: "restore",
    ...(isKept && { past: before.past, future: before.future }),
    ...(known.own && hasAny(known.own.names) && { own: given(known.own) }),
  };
  if (message.past || message.own) ask(box, message);
  if (!known.own && before?.names?.length && problem) set(problem, filled(data.gone, { names: before.names.join(", ") }));
}

/** @param {OwnCopy} own @returns {OwnParts} */
function given({ numbers, files }) {
  const found = Object.entries(files).map(([name, stamp]) => [name, known.files.get(stamp) ?? {}]);
  return { numbers, files: Object.fromEntries(found) };
}

/** @param {Row} box */
function connected(box) {
  const isThere = isConnected();
  if (isThere && box.lost) ask(box, { do: "arrive" }); // a server that has started anew runs nothing until it is asked
  if (!isThere && !box.lost) say(box, box.data.lost, 0);
  box.lost = !isThere;
}

/**
 * @param {Row} box
 * @param {string | undefined} what
 */
function act(box, what) {
  if (what === "link") whenAnswered(() => copy(box));
  else if (what === "keys") switchShortcuts();
  else if (what === "save") whenAnswered(() => saveFile(box.data.file));
  else if (what === "open") part(box.root, "[type=file]").click();
  else if (what === "words") ask(box, { do: "word", lever: "" });
  else {
    document.documentElement.dataset.meeting = what === "meeting" ? "asked" : "";
    ask(box, /** @type {Act} */ ({ do: what }));
  }
}

/**
 * M leads into a meeting, unless the key belongs to what has the focus. Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; while text is
 * typed they belong to it.
 * @param {Row} box
 * @param {KeyboardEvent} event
 */
function shortcut(box, event) {
  const key = event.key.toLowerCase(), target = event.target instanceof Element ? event.target : document.body;
  if (event.altKey) return;
  if (!event.ctrlKey && !event.metaKey) {
    const isFree = shortcutsAreOn() && !takesKeys(target, box.byKeys) && !document.querySelector(MODAL);
    const { classList, dataset } = document.documentElement;
    if (key === "m" && isFree && !classList.contains("meeting")) act(box, "meeting");
    if (key === "escape" && dataset.meeting === "asked") dataset.meeting = "left"; // before it is there
    return;
  }
  if (isTyped(target)) return;
  const what = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
  if (!what) return;
  event.preventDefault();
  ask(box, { do: what }); // whether or not the button is lit yet: the server knows
}

/**
 * Whether a key belongs to what has the focus: a text, a list; a slider or a row of choices only where the keyboard led
 * there, for who clicks a year and presses M means the meeting.
 * @param {Element} target
 * @param {boolean} byKeys
 */
function takesKeys(target, byKeys) {
  const typed = "input:not([type=range]), select, textarea, [contenteditable=true], [role=listbox], [role=combobox]";
  return Boolean(target.closest(typed) || target.closest(MODAL) || (byKeys && target.closest("[type=range], [role=slider], [role=radio]")));
}

/** @param {Row} box */
async function copy(box) {
  const link = `${location.origin}${location.pathname}?${box.data.link}`;
  try {
    await navigator.clipboard.writeText(link);
    return say(box, box.data.copied);
  } catch { // no clipboard without https: by the old way
    const field = element("textarea");
    field.value = link;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    say(box, isCopied ? box.data.copied : filled(box.data.not_copied, { link }), isCopied ? SAID_MS : 0);
  }
}

/**
 * @param {Row} box
 * @param {HTMLInputElement} input
 */
async function openFile(box, input) {
  const opened = await readFile(input, box.data.largest);
  if (opened) ask(box, { do: "open", ...opened });
}

/**
 * @param {Row} box
 * @param {string} sentence
 * @param {number} [milliseconds] until it goes away; 0 where it stays
 */
function say(box, sentence, milliseconds = SAID_MS) {
  const place = part(box.root, ".scenario-said");
  clearTimeout(box.saying);
  set(place, sentence);
  if (milliseconds) box.saying = setTimeout(() => set(place, ""), milliseconds);
}

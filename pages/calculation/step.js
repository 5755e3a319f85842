// One step of a calculation, as it stands in the panel.
import { button, element, part, set } from "../visit/dom.js";
import { sourceLink } from "../visit/source_links.js";
import { openable, opener } from "./opens.js";

/** @import { Step, Term } from "../messages.js" */
/** @import { Figures } from "../visit/events.js" */
/**
 * A step on the way: its path, and what is known of it before it is there; the figures of a chart where it is these.
 * @typedef {{ path: string, title: string, value: string, figures?: () => Figures }} Entry
 */

/**
 * Fills the panel with a step, or with what is known of one that is not there yet.
 * @param {HTMLElement} root
 * @param {Entry} entry
 * @param {Step | undefined} step
 * @param {Record<string, string>} labels
 * @param {string} problem why there is no step
 */
export function showStep(root, entry, step, labels, problem) {
  const figures = entry.figures?.();
  set(part(root, "#calculation-title"), step?.title ?? figures?.title ?? (entry.title || labels.panel));
  const amount = step?.value ?? (figures ? "" : entry.value);
  part(root, ".calculation-value").hidden = !amount;
  set(part(root, ".calculation-value .amount"), amount);
  set(part(root, ".calculation-value .prices"), step?.prices);
  set(part(root, ".calculation-words"), step?.words ?? (problem || (figures ? labels.figure_note : labels.loading)));
  const terms = step?.terms ?? [], shown = terms.filter((term) => !term.nothing);
  fill(part(root, ".calculation-step > .calculation-terms"), shown, labels);
  const folded = part(root, ".calculation-nothing");
  folded.hidden = !step?.folded;
  set(part(folded, "summary"), step?.folded);
  fill(part(folded, ".calculation-terms"), terms.filter((term) => term.nothing), labels);
  const result = part(root, ".calculation-result");
  result.hidden = !terms.length || step?.kind === "simulated"; // what is counted is no sum of what it is counted from
  set(part(result, "span"), `= ${step?.title ?? ""}`);
  set(part(result, "strong"), step?.value);
  set(part(root, ".calculation-note"), step?.note);
  showFacts(root, step, labels);
  showFigures(part(root, ".calculation-figures"), figures);
}

/**
 * The terms, each a way to its own calculation.
 * @param {HTMLElement} list
 * @param {readonly Term[]} terms
 * @param {Record<string, string>} labels
 */
function fill(list, terms, labels) {
  list.ariaLabel = labels.terms;
  const key = JSON.stringify(terms.map(({ opens, operator }) => [opens, operator]));
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.replaceChildren(...terms.map(({ operator, spoken }) => {
      const sign = element("span", "sign", operator);
      sign.ariaHidden = "true";
      return element("li", "", sign, element("span", "spoken", spoken ? `${spoken} ` : ""), termButton());
    }));
  }
  for (const [at, { opens, label, value }] of terms.entries()) {
    const made = part(list.children[at], "button");
    made.dataset.opens = opens;
    made.dataset.label = label;
    set(part(made, ".name"), label);
    set(part(made, ".number"), value);
  }
}

function termButton() {
  return button("term", element("span", "name"), " ", element("span", "number"));
}

/**
 * Where a leaf stands, and the way to its row of the sources.
 * @param {HTMLElement} root
 * @param {Step | undefined} step
 * @param {Record<string, string>} labels
 */
function showFacts(root, step, labels) {
  const list = part(root, ".calculation-facts"), facts = step?.facts ?? [], key = JSON.stringify(facts);
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.replaceChildren(...facts.flatMap(([what, value]) => [element("dt", "", what), element("dd", "", value)]));
  }
  const place = part(root, ".calculation-kilde"), source = step?.kilde ?? "";
  place.hidden = !source;
  if (place.dataset.source === source) return;
  place.dataset.source = source;
  place.replaceChildren(sourceLink(source, labels.source));
}

/**
 * The figures of a chart, each a way to its calculation.
 * @param {HTMLElement} place
 * @param {Figures | undefined} figures
 */
function showFigures(place, figures) {
  const key = JSON.stringify(figures?.rows ?? []);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(...(figures?.rows ?? []).map(({ label, cells }) => element("div", "row", element("span", "name", label),
    element("ul", "", ...cells.map(({ head, value, opens }) => {
      const made = opener("figure-number");
      openable(made, opens, [label, head].filter(Boolean).join(", "), value);
      if (head) made.prepend(element("span", "head", head), " ");
      return element("li", "", made);
    })))));
}

// The guide: each answer asks the next question, or leads to a model and what the report says of it.
import { button, element, part, set } from "../visit/dom.js";

/** @import { Guide, GuideQuestion } from "../messages.js" */

/**
 * @param {HTMLElement} whole
 * @param {Guide} guide
 * @param {(outcome: string) => void} use
 */
export function showGuide(whole, guide, use) {
  const key = JSON.stringify(guide);
  if (whole.dataset.key === key) return;
  whole.dataset.key = key;
  set(part(whole, "summary"), guide.title);
  set(part(whole, "p"), guide.lead);
  part(whole, ".guide-questions").replaceChildren();
  ask(whole, guide, "", use);
}

/**
 * Asks what comes after an answer, or shows the outcome that it is.
 * @param {HTMLElement} whole
 * @param {Guide} guide
 * @param {string} answer
 * @param {(outcome: string) => void} use
 */
function ask(whole, guide, answer, use) {
  const questions = part(whole, ".guide-questions"), outcome = part(whole, ".guide-outcome");
  outcome.replaceChildren(...ended(guide, answer, use));
  const next = guide.questions.find(({ after }) => after === answer);
  if (!next) return;
  const asked = questionOf(next, (chosen) => {
    while (asked.nextSibling) asked.nextSibling.remove();
    ask(whole, guide, chosen, use);
  });
  questions.append(asked);
}

/**
 * @param {GuideQuestion} question
 * @param {(answer: string) => void} choose
 */
function questionOf({ label, after, answers }, choose) {
  return element("fieldset", "", element("legend", "", label), ...answers.map(([value, name]) => {
    const radio = element("input");
    Object.assign(radio, { type: "radio", name: `guide-${after}`, value });
    radio.addEventListener("change", () => choose(value));
    return element("label", "", radio, " ", name);
  }));
}

/**
 * @param {Guide} guide
 * @param {string} answer
 * @param {(outcome: string) => void} use
 */
function ended({ outcomes }, answer, use) {
  const outcome = outcomes[answer];
  if (!outcome) return [];
  const choose = button("guide-use", outcome.use);
  choose.addEventListener("click", () => use(answer));
  return [element("strong", "", outcome.title), element("ul", "", ...outcome.rules.map((rule) => element("li", "", rule))), choose];
}

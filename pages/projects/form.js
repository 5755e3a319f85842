// The form of the scenario's projects. Its fields are moved as the levers are, by the levers' protocol: one change is in
// flight at a time, and only the figures are drawn anew while something moves.
import { isOld } from "../levers/protocol.js";
import { describe, madeRow, show as showValue } from "../levers/rows.js";
import { showGuide } from "./guide.js";
import { hear, present, standBeside } from "../levers/running.js";
import { complain, seen } from "../visit/asking.js";
import { button, element, option, part, put, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { renew, typedField } from "../visit/typed_fields.js";

/** @import { Menu, ProjectForm, ProjectsMessage } from "../messages.js" */
/** @import { AnswerBeside, Deed, ShownLever } from "../levers/records.js" */
/** @import { Row } from "../levers/rows.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {{ element: HTMLElement, title: HTMLElement, name: HTMLInputElement, menus: HTMLElement, rows: HTMLElement, year: HTMLSelectElement, remove: HTMLButtonElement, levers: Map<string, Row>, known: Map<string, { field: HTMLElement, select: HTMLSelectElement }> }} ProjectBox */
/** @typedef {Box<ProjectsMessage & { answered: number }> & ReturnType<typeof own>} Panel */

export default opening(".projects", { own, open, show });

function own() {
  return { projects: /** @type {Map<string, ProjectBox>} */ (new Map()) };
}

/** @param {Panel} panel */
function open(panel) {
  standBeside((lever) => draw(panel, lever));
  part(panel.root, ".projects-add").addEventListener("click", () => add(panel, "blank"));
}

/** @param {Panel} panel */
function show(panel) {
  const data = { ...panel.data, answered: panel.data.sequence }, { root } = panel, answer = answerOf(data);
  if (isOld(present(), answer)) return;
  panel.data = data;
  set(part(root, ".projects-title"), data.title);
  set(part(root, ".projects-lead"), data.lead);
  showProjects(panel);
  part(root, ".projects-list").inert = false;
  set(part(root, ".projects-add"), data.add);
  showExamples(panel);
  showGuide(part(root, ".projects-guide"), data.guide, (outcome) => add(panel, outcome));
  complain(panel, data.error.sentence);
  hear({ on: "beside", answer });
}

/**
 * @param {ProjectsMessage} data
 * @returns {AnswerBeside}
 */
function answerOf({ visit, revision, sequence, projects }) {
  return { visit, revision, sequence, levers: projects.flatMap(({ rows }) => rows) };
}

/**
 * What the user does counts from the answer that was read.
 * @param {Panel} panel
 * @param {Deed} deed
 */
function tell(panel, deed) {
  hear({ ...deed, seen: seen(panel) });
}

/**
 * @param {Panel} panel
 * @param {ShownLever} lever
 */
function draw(panel, lever) {
  for (const { levers } of panel.projects.values()) {
    const row = levers.get(lever.path);
    if (row) showValue(row, lever);
  }
}

/**
 * @param {Panel} panel
 * @param {string} value
 */
function add(panel, value) {
  tell(panel, { on: "moved", path: "projects", value, moving: false });
}

/**
 * Those after it move up, and what is moved meanwhile would be another's: nothing is until it is answered.
 * @param {Panel} panel
 * @param {string} path
 */
function takeAway(panel, path) {
  part(panel.root, ".projects-list").inert = true;
  part(panel.root, ".projects-add").focus();
  tell(panel, { on: "moved", path, value: false, moving: false });
}

/** @param {Panel} panel */
function showExamples(panel) {
  const { root, data } = panel, place = part(root, ".projects-ready"), key = JSON.stringify(data.examples);
  part(root, ".projects-examples").hidden = data.examples.length === 0;
  set(part(root, ".projects-examples summary"), data.examplesTitle);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(...data.examples.map(({ id, label, note, source, use }) => {
    const choose = button("projects-use", use);
    choose.addEventListener("click", () => add(panel, id));
    return element("div", "project-ready", element("strong", "", label), element("p", "", note), element("p", "project-source", source), choose);
  }));
}

/** @param {Panel} panel */
function showProjects(panel) {
  const { root, data, projects } = panel, list = part(root, ".projects-list");
  const wanted = new Set(data.projects.map(({ path }) => path));
  for (const [path, box] of projects) {
    if (wanted.has(path)) continue;
    box.element.remove();
    projects.delete(path);
  }
  for (const [at, project] of data.projects.entries()) {
    const box = projects.get(project.path) ?? made(panel, project.path);
    projects.set(project.path, box);
    put(list, box.element, at);
    describeProject(panel, box, project);
  }
}

/**
 * @param {Panel} panel
 * @param {string} path
 * @returns {ProjectBox}
 */
function made(panel, path) {
  const title = element("span"), name = element("input", "project-name"), remove = button("project-remove");
  const menus = element("div", "project-menus"), rows = element("div", "project-rows"), year = element("select");
  const top = element("div", "project-top", element("label", "project-field", title, name), remove);
  typedField(name, (text) => tell(panel, { on: "moved", path: `${path}.name`, value: text, moving: false }));
  remove.addEventListener("click", () => takeAway(panel, path));
  menuTells(panel, year, (value) => `${path}.investment_mnok.${value}`, 0);
  const whole = element("section", "project", top, menus, year, rows);
  return { element: whole, title, name, menus, rows, year, remove, levers: new Map(), known: new Map() };
}

/**
 * @param {Panel} panel
 * @param {ProjectBox} box
 * @param {ProjectForm} project
 */
function describeProject(panel, box, project) {
  box.element.ariaLabel = project.title;
  set(box.title, `${project.title}: ${project.nameLabel.toLowerCase()}`);
  renew(panel, box.name, project.name);
  set(box.remove, project.remove);
  for (const [at, menu] of project.menus.entries()) {
    const known = box.known.get(menu.path) ?? menuOf(panel, menu.path);
    box.known.set(menu.path, known);
    put(box.menus, known.field, at);
    set(part(known.field, "span"), menu.label);
    fill(known.select, menu);
  }
  showRows(panel, box, project);
  fill(box.year, project.addYear);
  box.year.hidden = project.addYear.options.length < 2;
}

/**
 * @param {Panel} panel
 * @param {ProjectBox} box
 * @param {ProjectForm} project
 */
function showRows(panel, box, project) {
  const wanted = new Set(project.rows.map(({ path }) => path));
  for (const [path, row] of box.levers) {
    if (wanted.has(path)) continue;
    row.element.remove();
    box.levers.delete(path);
  }
  for (const [at, lever] of project.rows.entries()) {
    const row = box.levers.get(lever.path) ?? madeRow(panel, "", lever, (deed) => tell(panel, deed));
    box.levers.set(lever.path, row);
    put(box.rows, row.element, at);
    describe(row, lever);
  }
}

/**
 * @param {Panel} panel
 * @param {string} path
 */
function menuOf(panel, path) {
  const select = element("select"), field = element("label", "project-field", element("span"), select);
  select.addEventListener("change", () => {
    const value = path.endsWith("go_live") ? Number(select.value) : select.value;
    tell(panel, { on: "moved", path, value, moving: false });
  });
  return { field, select };
}

/**
 * A menu whose first choice is its name: what is chosen in it is done, and it stands at its name again.
 * @param {Panel} panel
 * @param {HTMLSelectElement} menu
 * @param {(value: string) => string} path
 * @param {number} [value]
 */
function menuTells(panel, menu, path, value) {
  menu.addEventListener("change", () => {
    tell(panel, { on: "moved", path: path(menu.value), value: value ?? menu.value, moving: false });
    menu.selectedIndex = 0;
  });
}

/**
 * @param {HTMLSelectElement} select
 * @param {Menu} menu
 */
function fill(select, { label, value, options }) {
  const key = JSON.stringify(options);
  if (select.dataset.key !== key) select.replaceChildren(...options.map(([each, name]) => option(each, name)));
  select.dataset.key = key;
  if (!value) select.ariaLabel = label;
  select.value = value;
}

// What server and browser send each other. Made from pages/*/messages.py by `make declarations`.

// pages/baselines/messages.py

/**
 * What the upload says. largest: bytes of a workbook. said: what came of the one that was read last.
 *
 * visit: another one means a server that has started anew, which is given the workbook again whose stamp is ``stamp``.
 */
export interface UploadMessage {
  readonly answered: number;
  readonly visit: string;
  readonly label: string;
  readonly open: string;
  readonly reading: string;
  readonly said: string;
  readonly largest: number;
  readonly stamp: string;
}

/** A workbook. */
export interface ReadWorkbook {
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
  readonly stamp: string;
  readonly do: "read";
}

// pages/calculation/messages.py

/**
 * The step that is open, and those below it.
 *
 * path: of the step that is open; empty for none. moment: of what was asked for last. stamp: by what it is known
 * whether steps of before still hold. problem: why there is no such step, empty where there is.
 */
export interface CalculationUpdate {
  readonly path: string;
  readonly moment: number;
  readonly stamp: string;
  readonly steps: readonly Step[];
  readonly problem: string;
}

/** The same with the words around it. link: the parameters of what is shown. */
export interface CalculationMessage {
  readonly path: string;
  readonly moment: number;
  readonly stamp: string;
  readonly steps: readonly Step[];
  readonly problem: string;
  readonly link: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The step that was opened, empty where the panel was closed, and when, milliseconds. */
export interface OpenedStep {
  readonly path: string;
  readonly moment: number;
}

// pages/figures/messages.py

export type ChooserAsks = RemoveScenario | AddScenario | AddFile | AddCopy;

export type GoalAsks = Aim | AimAtHand | ChooseQuantity | ChooseWhen | UseLever;

export type MeetingAsks = ShowNumber | ShowNamed | Leave;

/** What Plotly draws, with the colours by their name. */
export interface Specification {
  readonly data: readonly any[];
  readonly layout: any;
}

/**
 * A figure: what, for whom and when as its title, what it says, and the series (label, tone) that stand beside it.
 *
 * scale: whose scale it keeps while a lever moves. wide: whether it takes the page's width. table: None while a lever
 * moves. sources: what leads to its sources, and what that is called; empty where nothing does.
 */
export interface DrawnFigure {
  readonly name: string;
  readonly scale: string;
  readonly title: readonly [string, string, string];
  readonly alt: string;
  readonly note: string;
  readonly sources: readonly [string, string];
  readonly moved: boolean;
  readonly wide: boolean;
  readonly spec: Specification;
  readonly series: readonly (readonly [string, string])[];
  readonly table: Table | null;
}

/**
 * A number to know. opens: the path of its calculation, empty for none.
 *
 * remove: what the button is called that takes its scenario away; empty for no button.
 */
export interface Tile {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly moved: boolean;
  readonly opens: string;
  readonly remove?: string;
}

/** What differs between the scenarios side by side; ``take`` is what the button for its file is called. */
export interface Differences {
  readonly title: string;
  readonly table: Table | null;
  readonly take: string;
}

/**
 * What stands around the figures of a page, and the file that was asked for in this run.
 *
 * across: how many figures stand beside each other. us: what our organisation pays, empty where that is not said;
 * our_slide: what its slide is called, where there is one.
 * legend: what is drawn solid, and what hatched. details: figure →
 * the printed lines behind it. large: to be read from across a room. compared: they are of scenarios side by side.
 */
export interface BoardWords {
  readonly across: number;
  readonly legend: readonly [string, string];
  readonly headline: string;
  readonly because: string;
  readonly us: string;
  readonly our_slide?: string;
  readonly warnings: readonly CautionText[];
  readonly keys: readonly Tile[];
  readonly details: Readonly<Record<string, readonly BarTable[]>>;
  readonly taken: MadeFile | null;
  readonly large?: boolean;
  readonly compared?: boolean;
  readonly differences?: Differences;
}

/**
 * The figures of a page after the gesture with this sequence, and what stands around them.
 *
 * narrow: drawn for a phone. hatched: whether a scenario is, by choice. plotly: the library's address. take: what a
 * figure's files are called; kinds: each with its own name. show: what opens a figure's calculations is called.
 * calculation: the one that is open, while a lever moves. state: what tells all that this comes from of anything else;
 * besides: the lever that was moved last, and the same of all but this lever.
 */
export interface BoardMessage {
  readonly across: number;
  readonly legend: readonly [string, string];
  readonly headline: string;
  readonly because: string;
  readonly us: string;
  readonly our_slide?: string;
  readonly warnings: readonly CautionText[];
  readonly keys: readonly Tile[];
  readonly details: Readonly<Record<string, readonly BarTable[]>>;
  readonly taken: MadeFile | null;
  readonly large?: boolean;
  readonly compared?: boolean;
  readonly differences?: Differences;
  readonly sequence: number;
  readonly moving: boolean;
  readonly state: string;
  readonly besides: readonly [string, string];
  readonly hatched: boolean;
  readonly narrow: boolean;
  readonly plotly: string;
  readonly figures: readonly DrawnFigure[];
  readonly table: string;
  readonly show: string;
  readonly failed: string;
  readonly take: string;
  readonly kinds: readonly (readonly [string, string])[];
  readonly copy: Copying;
  readonly copy_picture: Copying;
  readonly calculation: CalculationUpdate | null;
}

/**
 * Stops of a lever that the browser wants to know ahead, in its order.
 *
 * number: of this question. at: where the lever is at rest, beside: a stop next to it. first: the name of the answer
 * that others are told by where the browser has it, else empty.
 */
export interface WantedStops {
  readonly number: number;
  readonly lever: string;
  readonly at: Value;
  readonly beside: Value;
  readonly first: string;
  readonly values: readonly Value[];
}

/**
 * The answers of the first ``count`` of the stops that were wanted in a question.
 *
 * first: the name of the answer that the others are told by. state, besides: as in a BoardMessage, of the lever.
 * packed: {first: that answer or null, stops: what differs in each, null where the lever cannot stand}, as JSON,
 * deflated, in base64.
 */
export interface Piece {
  readonly number: number;
  readonly lever: string;
  readonly first: string;
  readonly state: string;
  readonly besides: string;
  readonly count: number;
  readonly packed: string;
}

/** The stops that were asked for in this run. */
export interface AheadMessage {
  readonly piece: Piece | null;
}

/** A figure, or what differs, that is wanted as a file of a kind. */
export interface Taking {
  readonly figure: string;
  readonly kind: string;
}

/** The scenarios side by side, and the ready ones (name, label) that can be added. */
export interface ChooserMessage {
  readonly answered: number;
  readonly problem: string;
  readonly chosen: readonly string[];
  readonly full: boolean;
  readonly hasPresent: boolean;
  readonly presets: readonly (readonly [string, string])[];
  readonly largest: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly note: string;
}

/** The scenario that is to go: as what stands there, or by its place. */
export interface RemoveScenario {
  readonly do: "remove";
  readonly text?: string;
  readonly at?: number;
}

/** A ready scenario, or a link that someone pasted. */
export interface AddScenario {
  readonly do: "add" | "link";
  readonly text: string;
}

/** A scenario in a file. */
export interface AddFile {
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
  readonly stamp: string;
  readonly do: "open";
}

/** The present scenario as it is now. */
export interface AddCopy {
  readonly do: "copy";
}

/**
 * What is aimed at, and amounts at hand (what it is called, the amount as links write it).
 *
 * whose: what is asked for us and in all, as quantities; none where nobody has said who they are. when: every year of
 * a path, or a year, of those in whens. sentence: what it takes; None while a lever moves.
 */
export interface GoalMessage {
  readonly answered: number;
  readonly problem: string;
  readonly quantity: string;
  readonly quantities: readonly (readonly [string, string])[];
  readonly whose: readonly (readonly [string, string])[];
  readonly when: string;
  readonly whens: readonly (readonly [string, string])[];
  readonly target: string;
  readonly near: readonly (readonly [string, string])[];
  readonly unit: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly sentence: string | null;
  readonly sequence: number;
}

/** What a lever's answer gives in one year of a path. opens: the path of the amount, or nothing. */
export interface AnswerOfYear {
  readonly label: string;
  readonly amount: string;
  readonly missed: string;
  readonly opens: string;
}

/**
 * What a lever alone would have to be.
 *
 * use: what the button that puts it there is called; empty for none. opens: the path of what that gives, or nothing.
 * years: of a path what each year becomes.
 */
export interface LeverAnswer {
  readonly lever: string;
  readonly label: string;
  readonly present: string;
  readonly needed: string;
  readonly change: string;
  readonly use: string;
  readonly opens: string;
  readonly years: readonly AnswerOfYear[];
}

/**
 * The levers that meet the target alone, and those that do not; empty while a lever moves.
 *
 * years: the years of a path, none where it is one. farther: the levers that come less than half of the way there.
 * note: what holds for all of them. untouched: which levers are left out.
 */
export interface AnswersMessage {
  readonly answered: number;
  readonly moving: boolean;
  readonly sequence: number;
  readonly met: string;
  readonly years: readonly string[];
  readonly reached: readonly LeverAnswer[];
  readonly farther: readonly LeverAnswer[];
  readonly beyond: readonly Beyond[];
  readonly note: string;
  readonly untouched: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A target as it was typed. */
export interface Aim {
  readonly do: "aim";
  readonly text: string;
}

/** One of the amounts at hand. */
export interface AimAtHand {
  readonly do: "take";
  readonly amount: string;
}

/** The other quantity to aim at. */
export interface ChooseQuantity {
  readonly do: "choose";
  readonly quantity: string;
}

/** Every year of a path, or a year. */
export interface ChooseWhen {
  readonly do: "when";
  readonly when: string;
}

/** The lever that is to meet the target. */
export interface UseLever {
  readonly do: "use";
  readonly lever: string;
}

/** What can be shown, each with whether it is; before a year stands its key, before a chart's title its name. */
export interface MeetingMessage {
  readonly answered: number;
  readonly scenarios: readonly (readonly [string, boolean])[];
  readonly years: readonly (readonly [string, number, boolean])[];
  readonly charts: readonly (readonly [string, string, boolean])[];
  readonly differences: readonly (readonly [string, string, boolean])[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A scenario by its place, or a year. */
export interface ShowNumber {
  readonly do: "scenario" | "year";
  readonly value: number;
}

/** A chart, or a difference, by its name. */
export interface ShowNamed {
  readonly do: "chart" | "difference";
  readonly value: string;
}

/** The way out of the meeting. */
export interface Leave {
  readonly do: "leave";
}

// pages/files/messages.py

export type ScenarioAsks = UseReady | OpenWord | Act | Rename | OpenFile | OpenSource | Restore;

export type TakeAsks = MakeFile | UseTheme | RemoveTheme;

/** The scenarios to go back and forth to, as links write them. */
export interface Past {
  readonly past: readonly string[];
  readonly future: readonly string[];
}

/**
 * The scenario as a whole, and clocks of the visit (``pages/visit/clocks.py``).
 *
 * needs_file: what a reader of its link needs beside it, empty for nothing.
 * done: the moment of the last answer, of any component. present: the scenario as a link writes it. largest: bytes of
 * a file that may be one. frame: what Streamlit says by itself, in the reader's language. to_pages: what leads past
 * the levers.
 */
export interface ScenarioMessage {
  readonly answered: number;
  readonly problem: string;
  readonly visit: string;
  readonly arrivals: number;
  readonly done: number;
  readonly run: number;
  readonly page: string;
  readonly address: string;
  readonly name: string;
  readonly present: string;
  readonly history: Past;
  readonly link: string;
  readonly file: MadeFile;
  readonly largest: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly frame: Readonly<Record<string, string>>;
  readonly to_pages: string;
  readonly own: OwnCopy;
  readonly keys_on: string;
  readonly keys_off: string;
  readonly copied: string;
  readonly needs_file: string;
  readonly not_copied: string;
  readonly lost: string;
  readonly reconnected: string;
  readonly reconnected_own: string;
  readonly gone: string;
}

/** What a button of the row, or the page itself, asks for without saying more. */
export interface Act {
  readonly do: "undo" | "redo" | "presets" | "meeting" | "address" | "arrive";
}

/** Another name for the scenario. */
export interface Rename {
  readonly do: "name";
  readonly name: string;
}

/** A scenario in a file. */
export interface OpenFile {
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
  readonly stamp: string;
  readonly do: "open";
}

/** A row of the page of sources, or a figure whose rows they are, that is to be looked at. */
export interface OpenSource {
  readonly do: "source";
  readonly source: string;
}

/** What a page has that met a server which has started anew: the history, and what the visitor has given. */
export interface Restore {
  readonly do: "restore";
  readonly past?: readonly string[];
  readonly future?: readonly string[];
  readonly own?: OwnParts;
}

/**
 * The ready scenarios in words.
 *
 * stamp: changes with what is listed. years: those of the plan. source: how a source is told. letters: how letters
 * with marks are searched for.
 */
export interface ReadyMessage {
  readonly stamp: string;
  readonly years: readonly string[];
  readonly rows: readonly Ready[];
  readonly source: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** A ready scenario that is to be used, alone or on top of the present one. */
export interface UseReady {
  readonly do: "ready";
  readonly name: string;
  readonly added: boolean;
}

/** The lever, by its path, that the list of words is to be opened at. */
export interface OpenWord {
  readonly do: "word";
  readonly lever: string;
}

/** A file to take along, and what it is for. */
export interface FileOffered {
  readonly kind: string;
  readonly title: string;
  readonly for: string;
}

/** The files on offer, the one that was made in this run, and whether slides have a theme of the visitor's. */
export interface TakeMessage {
  readonly answered: number;
  readonly problem: string;
  readonly files: readonly FileOffered[];
  readonly labels: Readonly<Record<string, string>>;
  readonly hasTheme: boolean;
  readonly largest: number;
  readonly taken: MadeFile | null;
}

/** One of the files on offer. */
export interface MakeFile {
  readonly do: "make";
  readonly kind: string;
}

/** A theme in a file. */
export interface UseTheme {
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
  readonly stamp: string;
  readonly do: "theme";
}

/** No theme any more. */
export interface RemoveTheme {
  readonly do: "remove";
}

// pages/levers/messages.py

export type Value = number | string | boolean | null;

export type Lever = Slider | Choice | Switch;

/** Where a lever moved from and to in the last step. */
export interface Step {
  readonly path: string;
  readonly from: Value;
  readonly to: Value;
}

/** What is told of a lever beside what it is: its short name, what it may be, what asks for it, what leads on. */
export interface About {
  readonly name: string;
  readonly facts: string;
  readonly ask: string;
  readonly more: string;
}

/**
 * What every lever says: its name, what it is, the line under it, and what its way back is called.
 *
 * about: what the button at its name tells, for levers that have one.
 */
export interface LeverTexts {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly hint: string;
  readonly reset: string;
  readonly about?: About;
}

/**
 * An amount or a share, in percent, with a field for the exact value, which is called ``exact``.
 *
 * whole: it is a count, written without decimals.
 */
export interface Slider {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly hint: string;
  readonly reset: string;
  readonly about?: About;
  readonly kind: "slider";
  readonly value: number;
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly unit: string;
  readonly exact: string;
  readonly whole: boolean;
}

/** One of few values, each with what it is called. */
export interface Choice {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly hint: string;
  readonly reset: string;
  readonly about?: About;
  readonly kind: "choice";
  readonly value: number | string;
  readonly default: number | string;
  readonly options: readonly (readonly [number | string, string])[];
}

/** On or off. */
export interface Switch {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly hint: string;
  readonly reset: string;
  readonly about?: About;
  readonly kind: "switch";
  readonly value: boolean;
  readonly default: boolean;
}

/** Levers that stand together; those that fold have a label, and what takes ``changed`` back, by path. */
export interface LeverGroup {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly levers: readonly Lever[];
  readonly changed?: readonly string[];
  readonly reset?: string;
}

/** A lever that is not at its default, in words, and what its way back is called. */
export interface Departure {
  readonly path: string;
  readonly text: string;
  readonly reset: string;
}

/** Why a value was refused, empty where none was, and the lever at which that is said. */
export interface RefusedValue {
  readonly path: string;
  readonly sentence: string;
}

/**
 * Every lever, and the clocks that the protocol goes by (``pages/visit/clocks.py``).
 *
 * locked: no lever goes back to its default. replay: the last step, to be played again.
 */
export interface LeversMessage {
  readonly groups: readonly LeverGroup[];
  readonly locked: boolean;
  readonly replay: readonly Step[];
  readonly visit: string;
  readonly revision: number;
  readonly sequence: number;
  readonly language: string;
  readonly decimal: string;
  readonly error: RefusedValue;
  readonly changes: readonly Departure[];
  readonly changesLabel: string;
  readonly resetAll: string;
}

/**
 * One lever's change: to a value in its unit, to what was typed, or back to its default.
 *
 * path: the lever; empty for every lever. moving: more may come at once. seen: the last answer that the visitor had
 * read by then.
 */
export interface Change {
  readonly path: string;
  readonly value?: Value;
  readonly text?: string;
  readonly reset?: boolean;
  readonly moving: boolean;
  readonly seen: number;
}

/**
 * A message of the levers, which the server knows by its sequence: that rises.
 *
 * moving: only the figures are drawn anew. seen: the earliest of its changes'.
 */
export interface Gesture {
  readonly changes: readonly Change[];
  readonly moving: boolean;
  readonly sequence: number;
  readonly seen: number;
}

// pages/payers/messages.py

export type Field = NumberField | FileField | SwitchField;

/** Every organisation, by id, name, and what stands in small type; and the one that is looked at. */
export interface PayerSearchMessage {
  readonly answered: number;
  readonly payers: readonly (readonly [string, string, string])[];
  readonly chosen: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The organisation that is to be looked at. */
export interface Look {
  readonly do: "look";
  readonly payer: string;
}

/**
 * Every municipality's payment, unrounded, its id first; ``own`` is the one that is looked at.
 *
 * separators: the decimal sign and what stands between thousands.
 */
export interface MunicipalMessage {
  readonly columns: readonly SortColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly own: string;
  readonly language: string;
  readonly separators: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly note: string;
}

/**
 * A solution's key: what stands in its cells, what is in use, both in percent, and what the cells add up to.
 *
 * wrong: they are no key. own: the key is the scenario's own.
 */
export interface KeyRow {
  readonly solution: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly inUse: readonly string[];
  readonly sum: string;
  readonly wrong: boolean;
  readonly own: boolean;
}

/** The payer groups, by id and name, and a row for each solution. */
export interface KeyTableMessage {
  readonly answered: number;
  readonly problem: string;
  readonly groups: readonly (readonly [string, string])[];
  readonly rows: readonly KeyRow[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A row that is typed in, that was left, or that goes back to the regulation; with what stands in its cells. */
export interface TypeKeys {
  readonly do: "type" | "set" | "reset";
  readonly solution: string;
  readonly cells: readonly string[];
}

/** What every field says: its name, what became of it, and what its way back is called; empty for no way back. */
export interface FieldTexts {
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly clear: string;
  readonly unit: string;
}

/** A number, as it is written. */
export interface NumberField {
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly clear: string;
  readonly unit: string;
  readonly kind: "number";
  readonly value: string;
}

/** A file; ``open`` is what its button is called. */
export interface FileField {
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly clear: string;
  readonly unit: string;
  readonly kind: "file";
  readonly open: string;
}

/** Yes or no. */
export interface SwitchField {
  readonly id: string;
  readonly label: string;
  readonly said: string;
  readonly clear: string;
  readonly unit: string;
  readonly kind: "switch";
  readonly value: boolean;
}

/** Fields under a title. largest: bytes of a file that may be one that is asked for. result: what they come to. */
export interface FieldsMessage {
  readonly answered: number;
  readonly problem: string;
  readonly title: string;
  readonly note: string;
  readonly largest: number;
  readonly rows: readonly Field[];
  readonly result: string;
}

/** What is given in a field: a number as it was typed, yes or no, or a file; with ``clear`` none any more. */
export interface Give {
  readonly id: string;
  readonly value?: string | boolean;
  readonly clear?: boolean;
  readonly name?: string;
  readonly size?: number;
  readonly content?: string | null;
  readonly stamp?: string;
}

// pages/projects/messages.py

/** A list to choose from: what it is called, what is chosen, and values with their names. */
export interface Menu {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

/** One project: its name as it is typed, menus, levers, the years that can be added, and how it is taken away. */
export interface ProjectForm {
  readonly path: string;
  readonly title: string;
  readonly name: string;
  readonly nameLabel: string;
  readonly menus: readonly Menu[];
  readonly rows: readonly Lever[];
  readonly addYear: Menu;
  readonly remove: string;
}

/** A ready one: what it is called, what is known of it, where it stands, and how it is added. */
export interface Example {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly source: string;
  readonly use: string;
}

/** A question of the guide, asked after another's answer: its own answers, and what they are called. */
export interface GuideQuestion {
  readonly label: string;
  readonly after: string;
  readonly answers: readonly (readonly [string, string])[];
}

/** What the guide leads to: its model, and what the report says of it. */
export interface Outcome {
  readonly title: string;
  readonly rules: readonly string[];
  readonly use: string;
}

/** Four questions, of which each answer asks the next or is an outcome. */
export interface Guide {
  readonly title: string;
  readonly lead: string;
  readonly questions: readonly GuideQuestion[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Every project, what can be added, ready ones, and the clocks that the levers' protocol goes by. */
export interface ProjectsMessage {
  readonly title: string;
  readonly lead: string;
  readonly projects: readonly ProjectForm[];
  readonly add: string;
  readonly guide: Guide;
  readonly examplesTitle: string;
  readonly examples: readonly Example[];
  readonly visit: string;
  readonly revision: number;
  readonly sequence: number;
  readonly decimal: string;
  readonly error: RefusedValue;
}

// pages/reconciliation/messages.py

export type ReconciliationAsks = NarrowList | LookAtCheck;

/** The things to know, the small ones, and the tables that can be chosen. */
export interface Found {
  readonly cards: readonly Card[];
  readonly small: readonly Card[];
  readonly tables: readonly TableChoice[];
}

/**
 * What was found, and where all checks are shown what agrees.
 *
 * table, search, check: what is chosen, searched for and looked at; each empty for all. link: the parameters of the
 * page without the check that is looked at. note: what was done.
 */
export interface ReconciliationMessage {
  readonly cards: readonly Card[];
  readonly small: readonly Card[];
  readonly tables: readonly TableChoice[];
  readonly answered: number;
  readonly problem: string;
  readonly smallTitle: string;
  readonly agreeing: readonly AgreeingTable[];
  readonly table: string;
  readonly search: string;
  readonly check: string;
  readonly link: string;
  readonly note: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A table, or a document, that is chosen, and what is searched for. */
export interface NarrowList {
  readonly do: "narrow";
  readonly table: string;
  readonly search: string;
}

/** The thing or check that is looked at. */
export interface LookAtCheck {
  readonly do: "look";
  readonly check: string;
}

// pages/sources/messages.py

export type SourcesAsks = OpenValues | ChooseSource;

/** The rows that a figure is made from, by id, and a sentence that names it. */
export interface FigureSources {
  readonly sentence: string;
  readonly rows: readonly string[];
}

/**
 * The inventory in words.
 *
 * stamp: changes with what is listed, so that the cards are made anew. kinds, documents: id and name of each that has
 * a row. letters: how letters with marks are searched for. decimal: the language's sign.
 */
export interface Inventory {
  readonly stamp: string;
  readonly rows: readonly SourceCard[];
  readonly assumptions: readonly AssumptionCard[];
  readonly kinds: readonly (readonly [string, string])[];
  readonly documents: readonly (readonly [string, string])[];
  readonly letters: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The inventory, and what is looked at in it.
 *
 * chosen: the row or assumption that the address leads to; figure: the figure whose rows it leads to. tables: row →
 * the values that were asked for. cell: row and column of the value of the chosen row that a calculation led to, from
 * 0 below the head. address: the parameters that the browser's entry of the page is to have; empty where
 * it has them.
 */
export interface SourcesMessage {
  readonly stamp: string;
  readonly rows: readonly SourceCard[];
  readonly assumptions: readonly AssumptionCard[];
  readonly kinds: readonly (readonly [string, string])[];
  readonly documents: readonly (readonly [string, string])[];
  readonly letters: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly answered: number;
  readonly address: string;
  readonly chosen: string;
  readonly figure: FigureSources | null;
  readonly tables: Readonly<Record<string, Table>>;
  readonly cell: readonly [number, number] | null;
}

/** The row whose values are to be read. */
export interface OpenValues {
  readonly do: "open";
  readonly id: string;
}

/** The row or assumption that the address is to lead to; empty for all. */
export interface ChooseSource {
  readonly do: "choose";
  readonly id: string;
}

/** What is explained, in groups, each with its title; else as the inventory. */
export interface Glossary {
  readonly stamp: string;
  readonly groups: readonly (readonly [string, readonly Explained[]])[];
  readonly letters: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** And the card that a lever's button led to, and how often one has done so. */
export interface GlossaryMessage {
  readonly stamp: string;
  readonly groups: readonly (readonly [string, readonly Explained[]])[];
  readonly letters: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly chosen: string;
  readonly times: number;
}

// pages/uncertainty/messages.py

/**
 * A number of a range in its lever's unit: what a thumb and a field move.
 *
 * part: which one, as a range names it. name: what that is called; label: the same with its lever. low, high, step: of
 * the thumb, which a number that says how wide a range is does not have.
 */
export interface RangeNumber {
  readonly path: string;
  readonly part: string;
  readonly name: string;
  readonly label: string;
  readonly exact: string;
  readonly value: number;
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** What a range rests on: what kind of grounds, in a sentence, and the row in Kilder, empty for none. */
export interface Grounds {
  readonly grade: string;
  readonly isAssumption: boolean;
  readonly reason: string;
  readonly source: string;
}

/**
 * A lever and what it may be.
 *
 * words: the range, with the names of its numbers in braces as places for them. isCertain: it is moved by nothing.
 * departs: it differs from the baseline's own by more than its numbers. reset: its way back, as it is called.
 */
export interface RangeRow {
  readonly grade: string;
  readonly isAssumption: boolean;
  readonly reason: string;
  readonly source: string;
  readonly path: string;
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly numbers: readonly RangeNumber[];
  readonly switch: Switch;
  readonly words: string;
  readonly isCertain: boolean;
  readonly departs: boolean;
  readonly reset: string;
  readonly resetLabel: string;
}

/** The menu of levers that can be given a range: paths and names, the first is what stands there. */
export interface AddedRange {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}

/**
 * Every range, and the clocks that the levers' protocol goes by (``pages/visit/clocks.py``).
 *
 * above: the amount whose probability is asked for.
 */
export interface RangesMessage {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly RangeRow[];
  readonly above: Slider;
  readonly draws: Choice;
  readonly add: AddedRange;
  readonly source: string;
  readonly visit: string;
  readonly revision: number;
  readonly sequence: number;
  readonly decimal: string;
  readonly error: RefusedValue;
}

// pages/visit/messages.py

/** What a component is sent that may ask for something: the moment of what was answered last at its place. */
export interface Answering {
  readonly answered: number;
}

/** And what could not be done, in a sentence, empty for nothing. */
export interface Complaining {
  readonly answered: number;
  readonly problem: string;
}

/** When something was asked for, milliseconds, and the last answer that the visitor had read by then. */
export interface Moment {
  readonly moment: number;
  readonly seen: number;
}

/** A file that the server made; ``content`` is base64. */
export interface MadeFile {
  readonly name: string;
  readonly content: string;
}

/**
 * A file that the visitor chose: how many bytes it has, and they in base64, None where they are too many to be it.
 *
 * stamp: by what the page knows the file.
 */
export interface ReadFile {
  readonly name: string;
  readonly size: number;
  readonly content: string | null;
  readonly stamp: string;
}

/** The page's copy of what the visitor has given: names of all parts, numbers as they are, of a file its stamp. */
export interface OwnCopy {
  readonly files: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
}

/** What a page gives back of its copy, each file whole, or empty where the page has it no more. */
export interface OwnParts {
  readonly files: Readonly<Record<string, unknown>>;
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** The button that copies a table: what it is called, and what it says when the table is copied, or is not. */
export interface Copying {
  readonly label: string;
  readonly copied: string;
  readonly failed: string;
}

/** A page by its address and its title, and the heading of its group, empty for none. */
export interface PageOfMenu {
  readonly name: string;
  readonly title: string;
  readonly group: string;
}

/** The page that is looked at, its name, and all pages in the order of the menu. */
export interface PhoneBarMessage {
  readonly answered: number;
  readonly page: string;
  readonly name: string;
  readonly pages: readonly PageOfMenu[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A page that is to be opened. */
export interface OpenPage {
  readonly do: "page";
  readonly page: string;
}

/**
 * charts.calculation.step, as ``asdict`` gives it
 *
 * One step: a figure, and how it is made.
 *
 * path: what opens it, see ``charts.calculation.paths``. title, value: the figure's name and amount with its unit.
 * prices: in which kroner, of an amount. kind: the operation, or what kind of leaf. words: the formula in words,
 * numbers: the same with its numbers; empty for a leaf. terms: in order. folded: what the terms that change
 * nothing are called together; empty where none is folded. note: what must be known, such as rounding. facts: of a
 * leaf, what and where it is. record: the decision record of an assumption; kilde: the row of the page Kilder, where
 * the leaf has one.
 */
export interface Step {
  readonly path: string;
  readonly title: string;
  readonly value: string;
  readonly kind: string;
  readonly prices: string;
  readonly words: string;
  readonly numbers: string;
  readonly terms: readonly Term[];
  readonly folded: string;
  readonly note: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly record: string;
  readonly kilde: string;
}

/**
 * charts.records.figure, as ``asdict`` gives it
 *
 * The figures of a chart as a table: ``header`` and ``rows`` are ready texts, the first column names the row.
 *
 * unit: what a number is in that has no unit in its cell: ``mnok``, ``nok``, ``persons``, ``count`` or ``year``.
 * row_units, column_units: the same for single rows and columns that differ from it; «» for those that do not. opens:
 * for each cell the address of its calculation, in the shape of ``rows``, «» for a cell that has none; empty where no
 * cell has. A unit ``text`` is of words, whatever they look like. row_links, row_prices: for each row the parameter
 * that its own link has beside those of the page, and its price basis, «» for none; empty and None where all rows have
 * the file's.
 */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly unit: string;
  readonly row_units: readonly string[];
  readonly column_units: readonly string[];
  readonly opens: readonly (readonly string[])[];
  readonly row_links: readonly (readonly [string, string])[];
  readonly row_prices: readonly string[] | null;
}

/**
 * charts.words.cautions, as ``asdict`` gives it
 *
 * A caution ready to print.
 */
export interface CautionText {
  readonly kind: string;
  readonly short: string;
  readonly sentence: string;
}

/**
 * charts.bridges.details, as ``asdict`` gives it
 *
 * A printed table as texts, each amount with a bar.
 */
export interface BarTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly BarRow[];
}

/**
 * charts.goals.goals, as ``asdict`` gives it
 *
 * A lever that does not meet the target alone.
 *
 * reach: what it can give, ready to print. off: how far the nearest end of that is from the target, MNOK.
 */
export interface Beyond {
  readonly lever: string;
  readonly label: string;
  readonly present: string;
  readonly reach: string;
  readonly off: number;
}

/**
 * charts.payers.ready, as ``asdict`` gives it
 *
 * A ready scenario, ready to print.
 *
 * years: what it does to the need in each year of the plan, and total: in all; empty where it does nothing to it.
 * effect: the same, or what it does else, in a sentence. beside: what its document sets beside what the scenario
 * gives, or None. found_by: plain words.
 */
export interface Ready {
  readonly name: string;
  readonly label: string;
  readonly changes: readonly string[];
  readonly years: readonly string[];
  readonly total: string;
  readonly effect: string;
  readonly note: string;
  readonly source: string;
  readonly beside: Table | null;
  readonly found_by: string;
}

/**
 * charts.payers.municipal, as ``asdict`` gives it
 *
 * A column that can be sorted by; ``decimals`` is None for words.
 *
 * opens: the address of an amount's calculation, with «{row}» for the row's id; empty where the column has none.
 */
export interface SortColumn {
  readonly label: string;
  readonly decimals: number | null;
  readonly signed: boolean;
  readonly opens: string;
}

/**
 * charts.reconciliation.cards, as ``asdict`` gives it
 *
 * A thing to know: why, the weightiest of the figures that differ for it, and the others.
 *
 * is_known: whether the cause is known. moves: how many checks it is about.
 */
export interface Card {
  readonly id: string;
  readonly cause: string;
  readonly is_known: boolean;
  readonly moves: string;
  readonly rows: readonly CheckRow[];
}

/**
 * charts.reconciliation.cards, as ``asdict`` gives it
 *
 * A table that figures were checked in, under its document.
 */
export interface TableChoice {
  readonly key: string;
  readonly document: string;
  readonly title: string;
}

/**
 * charts.reconciliation.cards, as ``asdict`` gives it
 *
 * What agrees of a table.
 */
export interface AgreeingTable {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly CheckRow[];
}

/**
 * charts.sources.cards, as ``asdict`` gives it
 *
 * A row in words.
 *
 * title: what it is; kind: one of ``KINDS``; document: by id. text: what it says, empty where there is no more.
 * facts: each of ``FACTS`` that is known of it, in words. assumptions: address and title of those that it rests on.
 * count: how many values it opens to. found_by: plain words; figures: its values with a decimal point, as they are
 * searched for.
 */
export interface SourceCard {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly document: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly assumptions: readonly (readonly [string, string])[];
  readonly count: number;
  readonly found_by: string;
  readonly figures: readonly string[];
}

/**
 * charts.sources.cards, as ``asdict`` gives it
 *
 * An assumption in words: its address, title and sentence, the decision record, and the rows that rest on it.
 */
export interface AssumptionCard {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly record: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly pages: string;
  readonly found_by: string;
}

/**
 * charts.sources.glossary, as ``asdict`` gives it
 *
 * A word or a lever: what it is called and means, and of a lever what else is known, each with what it is.
 *
 * id: a term's name, or the lever's place in a scenario. found_by: plain words.
 */
export interface Explained {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly found_by: string;
}

/**
 * charts.calculation.step, as ``asdict`` gives it
 *
 * What a figure is made of: its sign, name and value, and the path by which its own calculation opens.
 *
 * operator: as it is written, «+»; empty before the first. spoken: the same in a word. opens: empty for a number that
 * has nothing behind it. nothing: whether it is shown as zero, and so may be folded.
 */
export interface Term {
  readonly operator: string;
  readonly spoken: string;
  readonly label: string;
  readonly value: string;
  readonly opens: string;
  readonly nothing: boolean;
}

/**
 * charts.bridges.details, as ``asdict`` gives it
 *
 * A line: its name, whether it is a sum, and per column the amount and its share of the column's largest.
 *
 * opens: per column the address of the amount's calculation, «» where it is blank.
 */
export interface BarRow {
  readonly label: string;
  readonly sum: boolean;
  readonly cells: readonly (readonly [string, number])[];
  readonly opens: readonly string[];
}

/**
 * charts.reconciliation.rows, as ``asdict`` gives it
 *
 * A check in words.
 *
 * place: table, row and column. table: by which it is found in a link. of: what it is recomputed from. unit: of
 * the difference. opens: the address of the calculation; empty where there is none.
 */
export interface CheckRow {
  readonly id: string;
  readonly table: string;
  readonly document: string;
  readonly place: string;
  readonly of: string;
  readonly printed: string;
  readonly recomputed: string;
  readonly difference: string;
  readonly unit: string;
  readonly opens: string;
}

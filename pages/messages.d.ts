// What Python sends each component (its ``data``), and the records inside. Written by hand, beside each component's .py.

export type Labels = Record<string, string>;

/** A file that the server made; ``content`` is base64. */
export interface MadeFile {
  name: string;
  content: string;
}

/** What may ask the server: the moment of what was answered last at its place, and what could not be done. */
interface Answering {
  answered: number;
}
interface Complaining extends Answering {
  problem: string;
}

// levers/levers.py
export interface Lever {
  path: string;
  kind: "slider" | "choice" | "switch";
  label: string;
  description: string;
  hint: string;
  reset: string;
  exact: string;
  unit: string;
  value: any;
  default: any;
  low: number;
  high: number;
  step: number;
  options: [string, string][];
}
export interface LeverGroup {
  id: string;
  label: string;
  note: string;
  reset: string;
  changed: string[];
  levers: Lever[];
}
export interface Step {
  path: string;
  from: any;
  to: any;
}
export interface LeversMessage {
  groups: LeverGroup[];
  locked: boolean;
  replay: Step[];
  visit: string;
  revision: number;
  sequence: number;
  language: string;
  decimal: string;
  error: { path: string; sentence: string };
  changes: { path: string; text: string; reset: string }[];
  changesLabel: string;
  resetAll: string;
}

// files/scenario_tools.py
export interface OwnData {
  names: Labels;
  numbers: Record<string, unknown>;
  files: Record<string, string>; // field → stamp
}
export interface ScenarioMessage extends Complaining {
  visit: string;
  arrivals: number;
  done: number;
  run: number;
  page: string;
  address: string;
  name: string;
  present: string;
  history: { past: string[]; future: string[] };
  link: string;
  file: MadeFile;
  largest: number;
  labels: Labels;
  own: OwnData;
  keys_on: string;
  keys_off: string;
  copied: string;
  not_copied: string;
  lost: string;
  reconnected: string;
  reconnected_own: string;
  gone: string;
}

// files/take_along.py
export interface FileOffered {
  kind: string;
  title: string;
  for: string;
}
export interface TakeMessage extends Complaining {
  files: FileOffered[];
  labels: Labels;
  hasTheme: boolean;
  largest: number;
  taken: MadeFile | null;
}

// figures/board.py
export interface Table {
  header: string[];
  rows: string[][];
}
export interface BarTable {
  title: string;
  header: string[];
  rows: { label: string; sum: boolean; cells: [string, number][] }[];
}
export interface Warned {
  kind: string;
  short: string;
  sentence: string;
}
export interface KeyFigure {
  name: string;
  label: string;
  value: string;
  note: string;
  moved: boolean;
  remove?: string;
}
export interface Figure {
  name: string;
  title: [string, string, string]; // what, for whom, when
  alt: string;
  note: string;
  moved: boolean;
  spec: Specification;
  series: [string, string][];
  table: Table | null;
}
export interface BoardMessage {
  sequence: number;
  moving: boolean;
  narrow: boolean;
  plotly: string;
  across: number;
  figures: Figure[];
  legend: [string, string];
  table: string;
  failed: string;
  take: string[];
  taken: MadeFile | null;
  headline: string;
  because: string;
  warnings: Warned[];
  keys: KeyFigure[];
  details: Record<string, BarTable[]>;
  large?: boolean;
  compared?: boolean;
  differences?: { title: string; table: Table | null; take: string };
}

/** What Plotly draws, with the colours by their name. */
export interface Specification {
  data: any[];
  layout: any;
}

// figures/chooser.py
export interface ChooserMessage extends Complaining {
  chosen: string[];
  full: boolean;
  hasPresent: boolean;
  presets: [string, string][];
  largest: number;
  labels: Labels;
  note: string;
}

// figures/goal.py
export interface GoalMessage extends Complaining {
  quantity: string;
  quantities: [string, string][];
  target: string;
  near: [string, string][];
  unit: string;
  labels: Labels;
  sentence: string | null;
}
export interface LeverAnswer {
  lever: string;
  label: string;
  present: string;
  needed: string;
  change: string;
  use: string;
}
export interface AnswersMessage extends Answering {
  moving: boolean;
  met: string;
  reached: LeverAnswer[];
  beyond: { label: string; present: string; reach: string }[];
  untouched: string;
  labels: Labels;
}

// figures/meeting.py
export interface MeetingMessage extends Answering {
  scenarios: [string, boolean][];
  years: [number, boolean][];
  charts: [string, string, boolean][];
  labels: Labels;
}

// payers/key_table.py
export interface KeyRow {
  solution: string;
  label: string;
  cells: string[];
  inUse: string[];
  sum: string;
  wrong: boolean;
  own: boolean;
}
export interface KeyTableMessage extends Complaining {
  groups: [string, string][];
  rows: KeyRow[];
  labels: Labels;
}

// payers/municipal_list.py
export interface MunicipalMessage {
  columns: { label: string; decimals: number | null; signed: boolean }[];
  rows: (string | number)[][];
  own: string;
  language: string;
  separators: [string, string]; // of decimals and of thousands
  labels: Labels;
  note: string;
}

// payers/payer_search.py
export interface PayerSearchMessage extends Answering {
  payers: [string, string, string][];
  chosen: string;
  labels: Labels;
}

// payers/given_fields.py, payers/volume_fields.py
export interface Field {
  id: string;
  kind: "number" | "file" | "switch";
  label: string;
  said: string;
  clear: string;
  value?: any;
  unit?: string;
  open?: string;
}
export interface FieldsMessage extends Complaining {
  title: string;
  note: string;
  largest: number;
  rows: Field[];
}

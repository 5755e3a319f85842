// What our components tell each other, by events of the document: what is heard, and with which detail.
import type { CalculationUpdate, Gesture, Moment, OpenedStep, ReadFile, Taking, Value, WantedStops } from "../messages.js";

export interface Turn {
  send: () => void;
  moment: number;
  asker: object | null; // whose later turn sends what its earlier ones would
  isDone: () => boolean;
}

/** What components send the server, by what it looks for. */
export interface Sent {
  asked: readonly Moment[]; // of each component its own
  gesture: Gesture;
  narrow: boolean;
  opened: OpenedStep;
  replayed: boolean;
  taking: Taking;
  wanted: WantedStops;
}

/** A lever that somebody takes, or is about to, with its stops from where its thumb is outwards. */
export interface TakenLever {
  path: string;
  stops: () => Value[];
}

/** A stop whose answer is known: it is to be drawn, and is newer than all up to the gesture ``after``. */
export interface ForeseenStop {
  path: string;
  value: Value;
  after: number;
}

/** The figures of a chart, row by row, each with the path that opens it. */
export interface Figures {
  title: string;
  rows: { label: string; cells: { head: string; value: string; opens: string }[] }[];
}

/** A figure that is opened: its path, what is known of it, the figures of a chart where it is these; where focus goes back. */
export interface Opening {
  path: string;
  title: string;
  value: string;
  figures?: () => Figures;
  opener: HTMLElement | null;
}

export type Send = <Name extends keyof Sent>(name: Name, value: Sent[Name]) => void;

declare global {
  interface DocumentEventMap {
    "page:arrived": CustomEvent<null>; // all of the page is there, and seen
    "scenario:link": CustomEvent<null>; // the link is to be copied
    "calculation:moved": CustomEvent<CalculationUpdate>; // the step that is open, as a lever has moved it
    "calculation:open": CustomEvent<Opening>;
    "column:remove": CustomEvent<number>; // the place of the scenario that is to go
    "figures:drawn": CustomEvent<number>; // the sequence that is on screen
    "file:read": CustomEvent<ReadFile>;
    "lever:foreseen": CustomEvent<ForeseenStop | null>; // null: what was foreseen is not what the server has
    "lever:taken": CustomEvent<TakenLever>;
    "levers:moved": CustomEvent<Gesture>; // cancelled by who sends it on
    "levers:replay": CustomEvent<null>;
    "levers:rest": CustomEvent<() => void>; // cancelled by who calls it when the levers are at rest
    "shortcuts:switched": CustomEvent<null>;
    "source:open": CustomEvent<string>; // the source, or the figure whose sources, that is to be looked at
    "ready:chosen": CustomEvent<{ name: string; added: boolean }>; // of the ready scenarios
    "word:open": CustomEvent<string>; // the lever, by its path, that the list of words is to be opened at
    "turn:free": CustomEvent<null>;
    "turn:take": CustomEvent<Turn>; // cancelled by who gives the turns
  }
}

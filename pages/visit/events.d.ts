// What our components tell each other, by events of the document: what is heard, and with which detail.
import type { ReadFile } from "./user_files.js";

export interface Turn {
  send: () => void;
  moment: number;
  isDone: () => boolean;
}

/** One lever's change as the server reads it: to a value in its unit, to what was typed, or back to its default. */
export interface Change {
  /** The lever; empty for every lever. */
  readonly path: string;
  readonly value?: number | string | boolean | null;
  readonly text?: string;
  readonly reset?: boolean;
  /** More may come at once. */
  readonly moving: boolean;
  /** The answer that the user had read by then. */
  readonly seen: number;
}

/** A message of the levers to the server, which knows it by its sequence: that rises. */
export interface Gesture {
  readonly changes: readonly Change[];
  /** Only the figures are drawn anew. */
  readonly moving: boolean;
  readonly sequence: number;
  readonly seen: number;
}

declare global {
  interface DocumentEventMap {
    "column:remove": CustomEvent<number>; // the place of the scenario that is to go
    "figures:drawn": CustomEvent<number>; // the sequence that is on screen
    "file:read": CustomEvent<ReadFile>;
    "levers:moved": CustomEvent<Gesture>; // cancelled by who sends it on
    "levers:replay": CustomEvent<null>;
    "levers:rest": CustomEvent<() => void>; // cancelled by who calls it when the levers are at rest
    "shortcuts:switched": CustomEvent<null>;
    "turn:free": CustomEvent<null>;
    "turn:take": CustomEvent<Turn>; // cancelled by who gives the turns
  }
}

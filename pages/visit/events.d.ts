// What our components tell each other, by events of the document: what is heard, and with which detail.
import type { ReadFile } from "./user_files.js";

export interface Turn {
  send: () => void;
  moment: number;
  isDone: () => boolean;
}

export interface Change {
  path: string;
  value?: unknown;
  text?: string;
  reset?: boolean;
  moving?: boolean;
  seen: number;
}

export interface Gesture {
  changes: Change[];
  moving: boolean;
  sequence: number;
  seen: number;
}

declare global {
  interface DocumentEventMap {
    "column:remove": CustomEvent<number>; // the place of the scenario that is to go
    "figures:drawn": CustomEvent<number>; // the sequence that is on screen
    "file:read": CustomEvent<ReadFile>;
    "levers:moved": CustomEvent<Gesture>; // cancelled by who sends it on
    "levers:replay": CustomEvent<null>;
    "levers:rest": CustomEvent<() => void>; // cancelled where there is something to wait for
    "shortcuts:switched": CustomEvent<null>;
    "turn:free": CustomEvent<null>;
    "turn:take": CustomEvent<Turn>; // cancelled by who gives the turns
  }
}

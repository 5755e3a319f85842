// What our components tell each other, by events of the document: what is heard, and with which detail.
import type { Gesture, Moment, ReadFile, Taking } from "../messages.js";

export interface Turn {
  send: () => void;
  moment: number;
  isDone: () => boolean;
}

/** What components send the server, by what it looks for. */
export interface Sent {
  asked: readonly Moment[]; // of each component its own
  gesture: Gesture;
  narrow: boolean;
  replayed: boolean;
  taking: Taking;
}

export type Send = <Name extends keyof Sent>(name: Name, value: Sent[Name]) => void;

declare global {
  interface DocumentEventMap {
    "column:remove": CustomEvent<number>; // the place of the scenario that is to go
    "figures:drawn": CustomEvent<number>; // the sequence that is on screen
    "file:read": CustomEvent<ReadFile>;
    "levers:moved": CustomEvent<Gesture>; // cancelled by who sends it on
    "levers:replay": CustomEvent<null>;
    "levers:rest": CustomEvent<() => void>; // cancelled by who calls it when the levers are at rest
    "shortcuts:switched": CustomEvent<null>;
    "source:open": CustomEvent<string>; // the source, or the figure whose sources, that is to be looked at
    "turn:free": CustomEvent<null>;
    "turn:take": CustomEvent<Turn>; // cancelled by who gives the turns
  }
}

// The records of the levers' protocol. None is ever changed.

import type { Change, Gesture, Step, Value } from "../messages.js";

export type { Change, Gesture, Step, Value };

export interface WaitingChange {
  readonly kind: "change";
  readonly change: Change;
  /** It was made after another tool had been asked for, whose answer was not shown yet. */
  readonly isLater: boolean;
}

/** What another tool is asked for, or another page: it must not overtake the changes before it. */
export interface WaitingOther {
  readonly kind: "other";
  readonly id: number;
}

export interface WaitingReplay {
  readonly kind: "replay";
  readonly seen: number;
}

/** What waits, in the order the user did it. */
export type Line = readonly (WaitingChange | WaitingOther | WaitingReplay)[];

/** A lever as the server has it. */
export interface ServersLever {
  readonly path: string;
  readonly kind: string;
  readonly value: Value;
  readonly default: Value;
}

/** A lever as it is shown. */
export interface ShownLever extends ServersLever {
  /** The gesture that it was last sent in; 0 where it shows the server's value. */
  readonly sent: number;
  /** Its field holds what was typed, which is the server's to read. */
  readonly isTyped: boolean;
}

export interface Replay {
  /** When it began, milliseconds. */
  readonly start: number;
  /** What has been played: 0 at the beginning, 1 at the end. */
  readonly part: number;
  readonly isCut: boolean;
  /** The server is to put the scenario back. */
  readonly isEnding: boolean;
  readonly unsent: readonly Change[];
  readonly seen: number;
}

export interface State {
  /** The server's name of the visit: a server that has started anew has another. */
  readonly visit: string | null;
  /** Another one where something else than a lever has set the scenario. */
  readonly revision: number;
  /** No lever goes back to its default. */
  readonly isLocked: boolean;
  readonly levers: ReadonlyMap<string, ShownLever>;
  /** What a replay would play. */
  readonly steps: readonly Step[];
  /** The last gesture that was sent, and the last that has been answered. */
  readonly sequence: number;
  readonly answered: number;
  readonly isInFlight: boolean;
  /** Whether the last gesture was one of many. */
  readonly isMoving: boolean;
  /** The changes of the last gesture as long as it may have been overtaken on its way. */
  readonly unanswered: readonly Change[];
  /** The changes that are no step of the scenario yet: a server that starts anew will not find them in the address. */
  readonly unsettled: readonly Change[];
  /** The gesture in flight was sent to a server that is no more. */
  readonly isLost: boolean;
  readonly line: Line;
  /** A lever that was let go of just now, or is held at a stop whose answer is known: the server is told when it rests. */
  readonly resting: WaitingChange | null;
  /**
   * The other tools that were asked last: at work, or done when the gesture ``doneAfter`` had been sent. Then their answer
   * may still be to be shown, until a later gesture is answered.
   */
  readonly others: { readonly doneAfter: number | null } | null;
  readonly replay: Replay | null;
}

/** What the server tells the levers. */
export interface Answer {
  readonly visit: string;
  readonly revision: number;
  /** The last gesture that it has done. */
  readonly sequence: number;
  readonly levers: readonly ServersLever[];
  readonly isLocked: boolean;
  readonly steps: readonly Step[];
}

/** What the server tells of what is moved as the levers are, but stands outside their panel. */
export type AnswerBeside = Pick<Answer, "visit" | "revision" | "sequence" | "levers">;

export type Timer = "patience" | "rest" | "frame" | "end" | "others";

/** What the user does with the levers. One lever goes back to its default at once; for some the server is asked. */
export type Deed =
  /** ``isKnown``: what it shows there is known. */
  | { readonly on: "moved"; readonly path: string; readonly value: Value; readonly moving: boolean; readonly isKnown?: boolean }
  | { readonly on: "released"; readonly path: string }
  | { readonly on: "typed"; readonly path: string; readonly text: string }
  | { readonly on: "restored"; readonly path: string; readonly isKnown?: boolean }
  | { readonly on: "reset"; readonly paths: readonly string[] }
  | { readonly on: "replay" };

/** What happens. */
export type Event =
  | (Deed & { readonly seen: number })
  | { readonly on: "shown"; readonly answer: Answer }
  | { readonly on: "beside"; readonly answer: AnswerBeside }
  /** The figures of a gesture are on the screen. */
  | { readonly on: "drawn"; readonly sequence: number }
  /** Another tool is asked for when its turn comes. */
  | { readonly on: "other"; readonly id: number }
  /** The user went a step back or forth, which waits for nothing. */
  | { readonly on: "went" }
  /** Nothing is asked of another tool any more. */
  | { readonly on: "free" }
  /** A timer has run out; ``isAsking``: whether another tool is at work by then. */
  | { readonly on: "rang"; readonly timer: Timer; readonly isAsking: boolean };

/** What is to be done. */
export type Effect =
  | { readonly do: "send"; readonly gesture: Gesture }
  | { readonly do: "draw"; readonly lever: ShownLever }
  /** The figures are to show a stop whose answer is known; it is newer than what the gestures up to ``after`` give. */
  | { readonly do: "foresee"; readonly path: string; readonly value: Value; readonly after: number }
  /** What was foreseen is not what the server has. */
  | { readonly do: "forget" }
  /** It is the turn of what another tool was asked for. */
  | { readonly do: "pass"; readonly id: number }
  /** The server is to put the scenario back after a replay. */
  | { readonly do: "replayed" }
  | { readonly do: "start"; readonly timer: Timer; readonly ms: number }
  | { readonly do: "stop"; readonly timer: Timer };

export interface Outcome {
  readonly state: State;
  readonly effects: readonly Effect[];
}

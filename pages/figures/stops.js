// What the page would show at other stops of its levers, as far as the server has told it ahead. A table belongs to one
// lever and to all that its answers come from: with the first answer that comes from anything else it falls.

/** @import { BoardMessage, Piece, WantedStops } from "../messages.js" */
/** @import { Value } from "../levers/records.js" */
/**
 * What is known of a lever: ``answer`` is the one that the others are told by, of the stop beside the one ``at`` which the
 * lever was at rest, ``size`` the characters that came.
 * @typedef {Pick<Piece, "state" | "besides" | "first"> & Pick<WantedStops, "at" | "beside"> & {
 *   answer: any, size: number, differences: Map<string, any>, answers: Map<string, BoardMessage>,
 * }} Table
 */
/** @typedef {Pick<BoardMessage, "state" | "besides">} Basis what an answer comes from */

const MOST = 4; // levers
const LARGEST = 280_000; // characters of one lever's table, when no more are asked for
const AT_ONCE = 24; // stops that are asked for, of which the server answers as many as it has time for

const known = {
  /** @type {Map<string, Table>} */ tables: new Map(),
  /** @type {Basis} */ basis: { state: "", besides: ["", ""] },
};

/**
 * The answer at a stop, if it is known.
 * @param {string} lever
 * @param {Value} value
 * @returns {BoardMessage | undefined}
 */
export function stopAt(lever, value) {
  const table = known.tables.get(lever), key = keyOf(value), difference = table?.differences.get(key);
  if (!table || !difference) return undefined;
  const answer = table.answers.get(key) ?? changed(table.answer, difference);
  table.answers.set(key, answer);
  return answer;
}

/**
 * Whether it is known what a lever's stop shows.
 * @param {string} lever
 * @param {Value} value
 */
export function isKnown(lever, value) {
  return Boolean(known.tables.get(lever)?.differences.get(keyOf(value)));
}

/**
 * The next stops to ask for of those that a lever has, from its thumb outwards; null where all are known that there is room
 * for. Where a lever cannot stand is known too.
 * @param {string} lever
 * @param {readonly Value[]} stops
 * @returns {Omit<WantedStops, "number"> | null}
 */
export function wanted(lever, stops) {
  const table = known.tables.get(lever), values = stops.filter((value) => !table?.differences.has(keyOf(value)));
  if (!values.length || (table && table.size > LARGEST)) return null;
  const { first, at, beside } = table ?? { first: "", at: stops[0], beside: stops[1] };
  return { lever, first, at, beside, values: values.slice(0, AT_ONCE) };
}

/**
 * The server has answered: the tables that do not belong to what the answer comes from fall.
 * @param {Basis} basis
 */
export function told({ state, besides }) {
  known.basis = { state, besides };
  for (const [lever, table] of known.tables) if (!belongs(lever, table)) known.tables.delete(lever);
}

/**
 * Takes the server's answers to the first of the stops that were asked for.
 * @param {Piece} piece
 * @param {WantedStops} asked
 */
export async function take(piece, { at, beside, values }) {
  const { lever, first, state, besides, packed } = piece, { first: answer, stops } = await unpacked(packed);
  if (!belongs(lever, piece)) return;
  let table = known.tables.get(lever);
  if (table?.first !== first) {
    if (!answer) return;
    table = { first, at, beside, answer, state, besides, size: 0, differences: new Map(), answers: new Map() };
  }
  Object.assign(table, { state, size: table.size + packed.length });
  for (const [place, stop] of stops.entries()) table.differences.set(keyOf(values[place]), stop);
  known.tables.delete(lever);
  known.tables.set(lever, table);
  for (const [oldest] of known.tables) if (known.tables.size > MOST) known.tables.delete(oldest);
}

/**
 * What ``difference`` (pages/figures/ahead.py) makes of an answer; what does not differ is the same object.
 * @param {any} first
 * @param {any} difference
 * @returns {any}
 */
export function changed(first, difference) {
  if (Array.isArray(difference)) return difference[0];
  if (typeof difference !== "object" || difference === null) return difference;
  const made = Array.isArray(first) ? [...first] : { ...first };
  for (const [name, part] of Object.entries(difference)) made[name] = changed(first[name], part);
  return made;
}

/**
 * @param {string} lever
 * @param {Pick<Piece, "state" | "besides">} of
 */
function belongs(lever, { state, besides }) {
  const { basis } = known;
  return state === basis.state || (basis.besides[0] === lever && basis.besides[1] === besides);
}

/** @param {Value} value */
function keyOf(value) {
  return typeof value === "number" ? value.toFixed(6) : String(value);
}

/**
 * @param {string} packed
 * @returns {Promise<{ first: any, stops: any[] }>}
 */
async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}

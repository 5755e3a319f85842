// What an entry of the browser's history says: all that was looked at, so that a step Back loses nothing.

const NOT_OURS = /^(embed(_options)?|regnestykke)$/i; // what the server does not write: the browser says which calculation is open

/**
 * The parameters that the server writes.
 * @param {string} query
 * @returns {[name: string, value: string][]}
 */
export function parameters(query) {
  return [...new URLSearchParams(query)].filter(([name]) => !NOT_OURS.test(name));
}

/**
 * The address that a new entry gets. Streamlit names a page without its parameters where the next page is asked for
 * between its answer's parameters and its page: what is looked at is then that of the entry before.
 * @param {string} address that Streamlit writes
 * @param {string} before the address that stands there
 */
export function whole(address, before) {
  const to = new URL(address, before), known = parameters(new URL(before).search);
  if (parameters(to.search).length || !known.length) return address;
  const embedding = [...to.searchParams].map(([name, value]) => [name, value]);
  to.search = String(new URLSearchParams([...embedding, ...known]));
  return to.pathname + to.search + to.hash;
}

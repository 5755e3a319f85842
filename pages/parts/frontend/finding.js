// How an organisation is found: the rule of model/payers/finding.py, with its keys. The nearest first.
const [WHOLE, BEGINS, FORMER, WORDS, WITHIN, PLACE] = [0, 1, 2, 3, 4, 5];

// The organisations that a text means, each as its id, and the former municipality where it was found by that.
function foundPayers(text) {
  const words = searchWords(text);
  const found = foundBy(words);
  const unfinished = words.length > 1 && begins(FINDING.passedOver, words.at(-1)); // «Hamar komm»
  return found.length || !unfinished ? found : foundBy(words.slice(0, -1));
}

function foundBy(words) {
  const near = FINDING.keys.map((keys) => ({ keys, rank: nearness(words, keys) })).filter(({ rank }) => rank !== null);
  near.sort((a, b) => a.rank - b.rank);
  return near.map(({ keys, rank }) => {
    const former = rank === FORMER ? formerOf(words, keys) : null;
    return { id: keys[0], former: former && `${former[0]} ${former[1]}` };
  });
}

// Small letters without marks, a space for all that is neither letter nor digit.
function plain(text) {
  const letters = [...text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")].map((letter) => FINDING.letters[letter] ?? letter);
  return letters.join("").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function searchWords(text) {
  const words = plain(text).split(" ").filter(Boolean);
  const said = words.filter((word) => !FINDING.passedOver.includes(word));
  return said.length ? said : words;
}

function nearness(words, keys) {
  const [, names, number, places] = keys;
  const was = formerOf(words, keys);
  if (!isMeant(words, keys)) return was ? FORMER : null;
  const unnumbered = words.filter((word) => !number.startsWith(word));
  const named = unnumbered.filter((word) => !begins(places, word));
  const said = [words, unnumbered, named].map((some) => some.join(" ")).filter(Boolean);
  const known = [...names, number];
  if (said.some((text) => known.includes(text))) return WHOLE;
  if (said.some((text) => begins(known, text))) return BEGINS;
  if (was) return FORMER;
  if (named.length && named.every((word) => begins(names.join(" ").split(" "), word))) return WORDS;
  return named.length && named.every((word) => within(names, word)) ? WITHIN : PLACE;
}

function formerOf(words, [, today, , , , former]) {
  return former.find(([number, , names]) => {
    const name = words.filter((word) => word !== number).join(" ");
    return words.includes(number) ? !name || names.includes(name) : names.includes(name) && !today.includes(name);
  });
}

function isMeant(words, [, names, number, places, regions]) {
  return begins(regions, words.join(" ")) || words.every((word) => number.startsWith(word) || within(names, word) || begins(places, word));
}

function begins(texts, word) {
  return texts.some((text) => text.startsWith(word));
}

function within(texts, word) {
  return texts.some((text) => text.includes(word));
}

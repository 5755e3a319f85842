// The address of an open calculation: «regnestykke» stands before what else the address says, which a link ends with.

const PARAMETER = "regnestykke";

/**
 * What stands behind the question mark, with the path of a calculation, or none.
 * @param {string} search
 * @param {string} path
 */
export function withCalculation(search, path) {
  const others = search.replace(/^\?/, "").split("&").filter((each) => each && !each.startsWith(`${PARAMETER}=`));
  const whole = path ? [`${PARAMETER}=${encodeURIComponent(path)}`, ...others] : others;
  return whole.length ? `?${whole.join("&")}` : "";
}

/**
 * Has the browser's address say which calculation is open, without a step in its history.
 * @param {string} [path]
 */
export function addressed(path = "") {
  const search = withCalculation(location.search, path);
  if (search !== location.search) history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
}

/**
 * A link to this page that opens a calculation; ``parameters`` are those of what is shown.
 * @param {string} path
 * @param {string} parameters
 */
export function linked(path, parameters) {
  return `${location.origin}${location.pathname}${withCalculation(parameters, path)}`;
}

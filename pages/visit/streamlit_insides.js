// What we lean on of Streamlit's insides: what it calls its parts and its state in the page. None of it is promised; our
// style sheets name no other part. tests/browser/test_insides.py looks each up in the app.

/** The test ids that our code and style sheets name. */
export const TEST_IDS = [
  "stAlert",
  "stApp",
  "stAppViewContainer",
  "stBidiComponentRegular",
  "stButton",
  "stButtonGroup",
  "stCaptionContainer",
  "stDownloadButton",
  "stExpandSidebarButton",
  "stExpanderDetails",
  "stHeader",
  "stMain",
  "stMainBlockContainer",
  "stSelectbox",
  "stSidebar",
  "stSidebarHeader",
  "stSidebarNav",
  "stSidebarUserContent",
  "stTopNavDropdownLink",
  "stTopNavLink",
  "stTopNavSection",
  "stVerticalBlock",
];

/** Links to the pages: beside each other on top or in a group that unfolds there. */
export const PAGE_LINKS = "[data-testid=stTopNavLink], [data-testid=stTopNavDropdownLink]";

/** What Streamlit itself answers with a run when it is clicked. */
export const CONTROLS = `[data-testid=stButton] button, [data-testid=stButtonGroup] button, [role=option], ${PAGE_LINKS}`;

/** What Streamlit says in English, by the name that our texts have for it; «#» is a number. */
export const SAID = {
  skip: "Skip to main content",
  sidebar: "Sidebar",
  collapse: "Collapse sidebar",
  expand: "Expand sidebar",
  pages: "App pages",
  more: "View # more",
  more_pages: "# more",
  less: "View less",
  open: "Open",
  close: "Close",
  dismiss: "Dismiss",
  no_results: "No results",
  choose: "Choose an option",
  running: "Running...",
  stop: "Stop",
  not_found: "Page not found",
  connection: "Connection error",
};

/** Components of ours: what stands in them is in the reader's language already. */
export const OURS = "[data-testid=stBidiComponentRegular]";

/** The page beside the sidebar, and what of it is scrolled. */
export const PAGE = "[data-testid=stMainBlockContainer]";
export const SCROLLED = "[data-testid=stMain]";

const CONNECTION = "data-test-connection-state";
const SCRIPT = "data-test-script-state";

/** Whether the server can be reached. */
export function isConnected() {
  return document.querySelector(`[${CONNECTION}]`)?.getAttribute(CONNECTION) === "CONNECTED";
}

/** Whether no run is under way. */
export function isAtRest() {
  return document.querySelector(`[${SCRIPT}]`)?.getAttribute(SCRIPT) === "notRunning";
}

/**
 * Calls ``hear`` whenever the connection is lost or found again; gives the observer that does.
 * @param {() => void} hear
 */
export function observeConnection(hear) {
  const observer = new MutationObserver(hear), app = document.querySelector(`[${CONNECTION}]`);
  if (app) observer.observe(app, { attributeFilter: [CONNECTION] });
  return observer;
}

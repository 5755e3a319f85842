import js from "@eslint/js";
import globals from "globals";

/** What reads a text as markup, or as a program. Elements are made with visit/dom.js. */
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment"];
const MESSAGE = "Text is never read as markup.";

export default [
  { ignores: [".venv/", "build/", "node_modules/", "static/"] }, // what others wrote, and what is made
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "consistent-this": "error",
      "default-case-last": "error",
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 45, skipComments: true }], // a function fits in a glance
      "no-alert": "error",
      "no-console": "error",
      "no-else-return": "off", // a chain of cases reads from top to bottom
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": ["error", { object: "document", property: "write", message: MESSAGE }, ...MARKUP.map((property) => ({ property, message: MESSAGE }))],
      "no-restricted-globals": ["error", "DOMParser"],
      "no-restricted-syntax": ["error", ...MARKUP.map((name) => `Property[key.name=${name}]`)],
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, variables: false }], // what is read first stands first
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["exports/web_picture.js", "benchmarks/*.js"], // scripts, put into a page after plotly.js
    languageOptions: { sourceType: "script", globals: { Plotly: "readonly" } },
  },
  {
    files: ["benchmarks/plain_*.js"], // three scripts of one page, which share their names
    rules: { "no-undef": "off", "no-unused-vars": "off", "no-shadow": "off" },
  },
  { files: ["tests/units/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
];

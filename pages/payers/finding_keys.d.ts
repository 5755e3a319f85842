// finding_keys.js is made by finding.py, from the model's keys.
import type { Finding } from "./finding.js";

export const FINDING: Finding;

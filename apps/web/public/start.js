// The design system's own enhancements; every page works without them.
import { initAll } from '/assets/govuk.js';

initAll();

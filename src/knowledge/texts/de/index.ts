import type { Texts } from '../types.js';
import { asks } from './asks.js';
import { causes } from './causes.js';
import { chat } from './chat.js';
import { checks } from './checks.js';
import { conditions } from './conditions.js';
import { found } from './found.js';
import { helpers } from './helpers.js';
import { link } from './link.js';
import { links } from './links.js';
import { loginEvents } from './login-events.js';
import { pages } from './pages.js';
import { placeholders } from './placeholders.js';
import { requests } from './requests.js';
import { rotations } from './rotations.js';
import { sections } from './sections.js';
import { steps } from './steps/index.js';
import { ui } from './ui.js';
import { vantage } from './vantage.js';

/** Alle Texte auf Deutsch. */
export const de: Texts = {
  causes,
  steps,
  asks,
  chat,
  requests,
  rotations,
  checks,
  found,
  link,
  links,
  loginEvents,
  pages,
  sections,
  helpers,
  conditions,
  placeholders,
  ui,
  vantage,
};

import type { PassageId } from '../../../src/knowledge/passages.js';
import { authorized } from './authorized.js';
import { causes } from './causes.js';
import { credentials } from './credentials.js';
import { dockerAndName } from './docker-and-name.js';
import { errors1And2 } from './error-1-2.js';
import { error3 } from './error-3.js';
import { errors4And5 } from './error-4-5.js';
import { expired } from './expired.js';
import { further } from './further.js';
import type { Cases } from './passage.js';
import { roles } from './roles.js';
import { symptoms } from './symptoms.js';

/** What has to be found in the bot's answers, by passage. A passage without a case does not compile. */
export const passageCases: Readonly<Record<PassageId, Cases>> = {
  ...symptoms,
  ...causes,
  ...further,
  ...dockerAndName,
  ...credentials,
  ...authorized,
  ...roles,
  ...expired,
  ...errors1And2,
  ...error3,
  ...errors4And5,
};

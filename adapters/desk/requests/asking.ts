import { randomBytes } from 'node:crypto';
import type { Block, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { type RoleAsking, roleBlocks, roleForm } from './asking-role.js';
import { type SecretAsking, secretBlocks, secretForm } from './asking-secret.js';

/** Something that its requester is about to ask for, as it stands on the outcome. */
export type Asking = RoleAsking | SecretAsking;

export { ROLE_FORM } from './asking-role.js';
export { SECRET_FORM } from './asking-secret.js';

/** Bits that no one can guess (security T25). */
const ID_BYTES = 16;

/** The id that a request will have: what is sent twice is one request (security T32). */
export function newRequestId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** What exactly is asked for, and what was wrong with what was sent. Pure. */
export function askingBlocks(asking: Asking, texts: Texts): readonly Block[] {
  const blocks = asking.what === 'role' ? roleBlocks(asking, texts) : secretBlocks(asking, texts);
  return asking.problem === null ? blocks : [...blocks, { type: 'text', text: asking.problem }];
}

export function askingForm(asking: Asking, texts: Texts): Form {
  return asking.what === 'role' ? roleForm(asking, texts) : secretForm(asking, texts);
}

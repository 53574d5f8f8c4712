import { personKey } from '../../src/chat/person.js';
import type { PersonKey, SignIn } from '../../src/store/store.js';
import type { CaseStep } from '../../src/store/tally/case-step.js';

/** Milliseconds since 1970; larger than 32 bits, as real ones are. */
export const start = 1_800_000_000_000;

const slack = { platform: 'slack', tenant: 'T01FAKE', objectId: null, guest: false } as const;
export const dana = personKey({ ...slack, id: 'U01DANA' });
export const kim = personKey({ ...slack, id: 'U02KIM' });

export function signInOf(person: PersonKey, expiresAt: number): SignIn {
  return {
    errand: { kind: 'link', person, name: 'Dana „D.“ 漢' },
    language: 'zh-Hans',
    step: { kind: 'sent', verifier: 'fake-verifier', nonce: 'fake-nonce' },
    expiresAt,
  };
}

/** A step of a case that has just begun. */
export function stepOf(id: string, updatedAt: number, more: Partial<CaseStep> = {}): CaseStep {
  const nothing = { registry: null, cause: null, resolved: false, help: 'none', language: 'en' } as const;
  return { ...nothing, id, updatedAt, ...more };
}

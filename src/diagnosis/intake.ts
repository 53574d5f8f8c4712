import type { IntakeKind } from '../knowledge/vocabulary.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './reading.js';

export interface Intake {
  readonly kind: IntakeKind;
  readonly diagnosis: Diagnosis;
}

/** Files above this many characters are read at both ends only. */
const FILE_LIMIT = 1024 * 1024;

const greeting =
  /^\W{0,4}(?:hi|hello|hey|hallo|moin|servus|guten (?:tag|morgen|abend)|good (?:morning|afternoon|evening)|help|hilfe|test|thanks?|danke|thank you|你好|您好|嗨|早上好|谢谢|帮助)\W{0,8}$/iu;

/** A text this short that shows no error is somebody talking, not a log of another program. */
const SHORT = 120;

/** Words of people who may mean their registry without naming it. */
const registryWords = /\bACR\b|container[ -]?registr|\bregistry\b|registrierung|注册表|镜像仓库|容器注册/iu;

/**
 * Reads what was handed in and says what kind of thing it is, so that empty, binary or meaningless input gets a
 * sentence of its own. Pure; never throws.
 *
 * @param raw the text as it came, of any size
 */
export function intake(raw: string): Intake {
  const diagnosis = diagnose(raw, raw.length > 64 * 1024 ? 'file' : 'message');
  return { kind: kindOf(raw, diagnosis), diagnosis };
}

function kindOf(raw: string, { reading, redactedText }: Diagnosis): IntakeKind {
  const trimmed = raw.trim();
  if (trimmed === '') return 'empty';
  if (reading.signatures.length > 0 && reading.aboutAcr) return 'error';
  if (looksBinary(raw)) return 'binary';
  if (reading.secrets.length > 0 && onlySecrets(redactedText)) return 'secret-only';
  if (trimmed.length < 60 && greeting.test(trimmed)) return 'greeting';
  if (raw.length > FILE_LIMIT) return 'too-large';
  if (reading.aboutAcr) return 'prose';
  const silent = reading.signatures.length === 0;
  return silent && (trimmed.length < SHORT || registryWords.test(raw)) ? 'unsure' : 'not-acr';
}

/** More than one control or replacement character in twenty is no text that a person pasted. */
function looksBinary(raw: string): boolean {
  const sample = raw.slice(0, 4096);
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27)) odd++;
  }
  return odd * 20 > sample.length;
}

function onlySecrets(redacted: string): boolean {
  return redacted.replace(/\[redacted:[a-z-]{1,40}\]/g, '').replace(/[\s\W]/g, '').length < 12;
}

import { type Extraction, extract } from './facts/extract.js';
import { normalise } from './normalise/normalise.js';
import { windows } from './normalise/windows.js';
import type { Output } from './outputs/output.js';
import { readOutputs } from './outputs/read.js';
import type { Diagnosis, Reading } from './reading.js';
import { type Recognition, recognise } from './recognise/recognise.js';
import { type Redaction, redact, type SecretFinding } from './redact/redact.js';

/** Outputs of one text that are kept. */
const MOST_OUTPUTS = 8;

/** What one window of a text told. */
interface Part {
  /** As it came, secrets replaced; cleaned only where cleaning was what showed a secret. */
  readonly shown: string;
  readonly secrets: readonly SecretFinding[];
  readonly recognition: Recognition;
  readonly extraction: Extraction;
  readonly outputs: readonly Output[];
  readonly truncated: boolean;
}

/** Two findings of the same kind become one with the sum of their counts. */
function united(findings: readonly SecretFinding[]): readonly SecretFinding[] {
  const counts = new Map<SecretFinding['kind'], number>();
  for (const { kind, count } of findings) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** Secrets that only the clean text shows; `raw` is already redacted as it came. */
function redactAgain(raw: string, clean: string): Redaction {
  // Redaction is idempotent, and line ends are all the same to it.
  return clean === raw || clean === raw.replaceAll('\r\n', '\n')
    ? { text: clean, secrets: [] }
    : redact(clean);
}

/** `raw` is already redacted as it came. */
function read(raw: string): Part {
  const normal = normalise(raw);
  const { text, secrets } = redactAgain(normal.raw, normal.text);
  return {
    shown: secrets.length === 0 ? normal.raw : text,
    secrets,
    recognition: recognise(text),
    extraction: extract({ ...normal, text }),
    outputs: readOutputs(text),
    truncated: normal.truncated,
  };
}

/** A file's text without secrets, as `shown` of a part. */
function redactedWhole(raw: string): string {
  const normal = normalise(raw, 'file');
  const { text, secrets } = redactAgain(normal.raw, normal.text);
  return secrets.length === 0 ? normal.raw : text;
}

/** The window that decides: about the registry before others, then the heaviest evidence, then the later one. */
function decisive(parts: readonly [Part, ...Part[]]): Part {
  return parts.reduce((best, part) => {
    if (part.recognition.aboutAcr !== best.recognition.aboutAcr) {
      return part.recognition.aboutAcr ? part : best;
    }
    return part.recognition.strength >= best.recognition.strength ? part : best;
  });
}

function readingOf(
  parts: readonly [Part, ...Part[]],
  secrets: readonly SecretFinding[],
  cut: boolean,
): Reading {
  const best = decisive(parts);
  const inOrder = [best, ...parts.filter((part) => part !== best)];
  const first = <T>(pick: (extraction: Extraction) => T | null): T | null =>
    inOrder.map((part) => pick(part.extraction)).find((value) => value !== null) ?? null;
  const { aboutAcr, causes, symptom, printed, stated } = best.recognition;
  return {
    aboutAcr,
    causes,
    // The decisive window's facts win over those of the others.
    facts: Object.assign({}, ...inOrder.map((part) => part.extraction.facts).reverse()),
    authMethod: first((extraction) => extraction.authMethod),
    operation: first((extraction) => extraction.operation),
    environment: first((extraction) => extraction.environment),
    client: first((extraction) => extraction.client),
    shell: first((extraction) => extraction.shell),
    mode: first((extraction) => extraction.mode),
    clientIp: first((extraction) => extraction.clientIp),
    symptom,
    printed,
    stated,
    quoted: Object.assign({}, ...inOrder.map((part) => part.recognition.quoted).reverse()),
    secrets,
    truncated: cut || parts.some((part) => part.truncated),
    signatures: [...new Set(inOrder.flatMap((part) => part.recognition.signatures))],
    outputs: parts.flatMap((part) => part.outputs).slice(0, MOST_OUTPUTS),
  };
}

/**
 * Reads a pasted text: removes its secrets, cleans it, and ranks the causes of the error in it. Pure; never
 * throws; an empty text is not about ACR and shows nothing.
 *
 * @param raw the text as it came; a message keeps its first 48 KB and last 16 KB, a file its first and last
 *   parts of 1 MB in all
 */
export function diagnose(raw: string, limit: 'message' | 'file' = 'message'): Diagnosis {
  // Before anything is cut off: what is left out may hold secrets too, and a cut must not halve one.
  const whole = redact(raw);
  const { parts: pieces, truncated } =
    limit === 'file' ? windows(whole.text) : { parts: [whole.text], truncated: false };
  const [head = '', ...tail] = pieces;
  const parts: readonly [Part, ...Part[]] = [read(head), ...tail.map(read)];
  const secrets = united([...whole.secrets, ...parts.flatMap((part) => part.secrets)]);
  return {
    reading: readingOf(parts, secrets, truncated),
    asWritten: decisive(parts).extraction.asWritten,
    redactedText: parts.length === 1 ? parts[0].shown : redactedWhole(whole.text),
  };
}

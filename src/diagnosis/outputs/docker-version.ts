import { type Observation, saw } from './output.js';

const version = /^(\d{1,2})\.(\d{1,2})(?![0-9])/;

/** Whether a Docker client is of 18.03 or later, as the documents want it; null for a version of another form. */
export function clientVersion(text: string): Observation | null {
  const match = version.exec(text);
  if (match === null) return null;
  const [, major, minor] = match.map(Number);
  if (major === undefined || minor === undefined) return null;
  return saw('docker-version', major > 18 || (major === 18 && minor >= 3) ? 'current' : 'outdated');
}

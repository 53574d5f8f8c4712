import { isPlaceholder } from '../benign.js';
import { readAssigned } from '../values.js';
import type { View } from '../view.js';
import type { Claim, ScanRule } from './rule.js';
import { linesOf } from './shell-words.js';

/** Values under these keys are names, not secrets. */
const NAMES =
  /^(?:user(?:name)?|server|registry|host|email|namespace|type|creationTimestamp|uid|name|client-?id|tenant-?id)$/i;
const ENTRY = /^([ \t]{1,40})["']?([\w.-]{1,120})["']?[ \t]{0,4}:[ \t]{0,8}/;

/** The `data:` and `stringData:` lines of one YAML document. */
function scanYaml(view: View, from: number, to: number, claim: Claim): void {
  let inside = -1;
  for (const [begin, end] of linesOf(view.text.slice(from, to))) {
    const line = view.text.slice(from + begin, from + Math.min(end, begin + 200));
    const open = /^([ \t]{0,40})(?:data|stringData):[ \t\r]*$/.exec(line);
    if (open) {
      inside = open[1]?.length ?? 0;
      continue;
    }
    if (inside < 0 || line.trim() === '') continue;
    const entry = ENTRY.exec(line);
    const indent = entry?.[1]?.length ?? line.length - line.trimStart().length;
    if (indent <= inside) {
      inside = -1;
      continue;
    }
    if (!entry || NAMES.test(entry[2] ?? '')) continue;
    const value = readAssigned(view, from + begin + entry[0].length);
    if (value && value.end <= from + end) claimValue(view, value.start, value.end, claim);
  }
}

function claimValue(view: View, start: number, end: number, claim: Claim): void {
  const text = view.text.slice(start, end);
  if (text.length >= 4 && !isPlaceholder(text) && !/^[|>{[][-+]?$/.test(text))
    claim(start, end, 'kubernetes-secret');
}

function scanJson(view: View, from: number, to: number, claim: Claim): void {
  const open = /"(?:data|stringData)"[ \t\r\n]{0,20}:[ \t\r\n]{0,20}\{/g;
  open.lastIndex = from;
  for (let found = open.exec(view.text); found && found.index < to; found = open.exec(view.text)) {
    const close = view.text.indexOf('}', open.lastIndex);
    const body = view.text.slice(
      open.lastIndex,
      Math.min(close < 0 ? to : close, to, open.lastIndex + 65536),
    );
    for (const entry of body.matchAll(/"([\w.-]{1,120})"[ \t\r\n]{0,20}:[ \t\r\n]{0,20}(?=")/g)) {
      if (NAMES.test(entry[1] ?? '')) continue;
      const value = readAssigned(view, found.index + found[0].length + entry.index + entry[0].length);
      if (value) claimValue(view, value.start, value.end, claim);
    }
    open.lastIndex += body.length;
  }
}

/** Everything in a manifest of kind Secret, however its keys are called. */
function scan(view: View, claim: Claim): void {
  if (!/kind["']?[ \t]{0,4}:[ \t]{0,4}["']?Secret/.test(view.text)) return;
  const documents = view.text.split(/^---[ \t\r]*$/m);
  let from = 0;
  for (const document of documents) {
    const to = from + document.length;
    if (/^[ \t-]{0,40}kind:[ \t]{0,4}["']?Secret["']?[ \t\r]*$/m.test(document))
      scanYaml(view, from, to, claim);
    if (/"kind"[ \t]{0,4}:[ \t]{0,4}"Secret"/.test(document)) scanJson(view, from, to, claim);
    from = view.text.indexOf('\n', to);
    if (from < 0) return;
    // Line ends between documents were part of the separator.
    from = to + (/^---[ \t\r]*/.exec(view.text.slice(to, to + 200))?.[0].length ?? 0);
  }
}

export const KUBERNETES_RULE: ScanRule = {
  id: 'kubernetes-secret',
  needles: ['secret'],
  scan,
  source: 'kubernetes.io/docs/concepts/configuration/secret',
};

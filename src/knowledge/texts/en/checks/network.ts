import type { CheckTexts } from '../../types.js';

/** The way to the registry. */
export const networkChecks = {
  challenge: {
    label: 'Answer of the registry',
    question:
      'Run this on the machine where it fails. Firewalls and network settings can cause errors that look like a wrong password, so it is worth ruling them out first. Which number does it print?',
    verdicts: {
      challenged: '`401`: the registry is reachable and asks for a sign-in',
      forbidden: '`403`: the network is refused',
      'no-answer': '`000`, a timeout, or another error',
    },
  },
  dns: {
    label: 'Address of the registry',
    question:
      'Run this on the machine where it fails. Private addresses start with `10.`, `192.168.`, or `172.16.` to `172.31.`. What does it show?',
    verdicts: {
      'public-address': 'A public address',
      'private-address': 'A private address',
      'not-found': 'The name does not exist (`NXDOMAIN`, “can’t find”)',
      'server-error': 'The name server does not answer, or fails',
    },
  },
  'private-endpoint': {
    label: 'Private endpoint of the registry',
    question: 'Run this. Does it print `Approved`?',
    verdicts: { approved: 'Yes', none: 'No, nothing is printed or none is approved' },
  },
  connection: {
    label: 'Connection to the registry',
    question: 'Run this on the machine where it fails. How far does it get?',
    verdicts: {
      connects: 'It connects and shows an answer such as `HTTP/1.1 401`',
      'refused-or-timeout': 'It is refused, times out, or stops at a proxy',
      'tls-error': 'It stops with a message about a certificate or SSL',
    },
  },
  'network-rules': {
    label: 'Network rules of the registry',
    question:
      'Run this, or look in the Azure portal under **Settings > Networking > Public access**. Compare the allowed addresses with the IP address in the error message. What is set?',
    verdicts: {
      'public-access-off': 'Public access is disabled',
      'ip-not-listed': 'Selected networks only, and the address is not in the list',
      'proxy-in-between': 'The address is listed, but a proxy or VPN is in between',
      allowed: 'All networks are allowed, or the address is in the list',
    },
  },
  'data-endpoint': {
    label: 'Data endpoint of the registry',
    question:
      'Run this on the machine where it fails, with a data endpoint from the first output. Does it print a number other than `000`?',
    verdicts: { blocked: 'No, it prints `000` or times out', reachable: 'Yes' },
  },
} as const satisfies Partial<CheckTexts>;

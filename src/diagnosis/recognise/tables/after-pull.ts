import { table } from '../signature.js';

/** Faults after the registry gave the image: unpacking it, checking it, running it. */
export const afterPullSignatures = table(
  { symptom: 'other', scope: 'generic', source: 'corpus README (not-acr lines); vendor documentation' },
  {
    'layer-unpack-failed': {
      label: 'failed to register layer',
      meaning: 'The image came and could not be unpacked on the machine.',
      scope: 'registry',
      find: [
        'failed to register layer',
        'failed to extract layer',
        'error processing tar file',
        'cannot be mapped to a host id',
        'no space left on device',
        '{not enough|insufficient} {disk |free }space',
      ],
      votes: { 'not-acr': 14 },
    },
    'signature-missing': {
      label: 'no signatures found',
      meaning: 'A policy found the image and no signature on it.',
      scope: 'registry',
      find: [
        'generate-signature command failed',
        'certificate bundle either does not match',
        'no {matching |}signatures',
        'signature verification failed',
        'no signature{s|} found',
        'image is not signed',
      ],
      votes: { 'not-acr': 11 },
    },
    'container-died': {
      label: 'Back-off restarting failed container',
      meaning: 'The image came and the program in it ended: no fault of the registry.',
      find: [
        'back-off restarting failed',
        'crashloopbackoff',
        'did not start within expected time limit',
        'has exited, failing site start',
        "didn't respond to http pings",
        'failedscheduling',
        '{insufficient cpu|insufficient memory|nodes are available}',
        '{liveness|readiness|startup} probe failed',
        'oomkilled',
        'failedmount',
        'createcontainerconfigerror',
        'reason:{ |}evicted',
      ],
      votes: { 'not-acr': 2.5 },
    },
    'application-answer': {
      label: 'Response status code does not indicate success',
      meaning: 'The program in the container was refused by something that it calls.',
      find: [[/response status code does not indicate success: 40[13]/, '……', /\n ?at [a-z_][\w.]{2,80}\(/]],
      votes: { 'not-acr': 7 },
    },
  },
);

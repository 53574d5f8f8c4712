import { table } from '../signature.js';

/** Certificates. */
export const tlsSignatures = table(
  { symptom: 'tls', scope: 'generic', source: 'Go crypto/x509; clients.md §7' },
  {
    'x509-untrusted': {
      label: 'x509: certificate signed by unknown authority',
      meaning: 'The client does not trust the certificate: interception, clock, missing CA.',
      find: [
        'x509:',
        'failed to verify certificate',
        'certificate signed by unknown',
        'certificate has expired',
        'certificate is not {yet valid|trusted}',
      ],
      votes: { 'tls-untrusted': 12 },
    },
    'certificate-rejected': {
      label: 'certificate verify failed',
      meaning: 'The same in Python, Java, .NET, Node and curl.',
      find: [
        'certificate{ |_}verify{ |_}failed',
        'self{ |-}signed certificate',
        'unable to get local issuer',
        'unable_to_{verify|get_issuer}',
        'cert_has_expired',
        'depth_zero_self_signed',
        'self_signed_cert',
        'sslhandshakeexception',
        'pkix path',
        'remote certificate {is invalid|was rejected}',
        'remotecertificate',
        'ssl/tls secure channel',
        'ssl certificate problem',
        'tls: {bad certificate|handshake failure|unknown certificate}',
        'sslerror',
        'ssl connection could not be established',
        'sslcertverification',
      ],
      votes: { 'tls-untrusted': 11 },
    },
    'tls-words': {
      label: 'SSL error',
      meaning: 'Somebody, or a title, says only that TLS failed.',
      saidBy: 'person',
      find: ['·{ssl|tls} {error|failure|fehler|错误}', '{ssl|tls}{ |-}interception'],
      votes: { 'tls-untrusted': 4, 'connection-failed': 2 },
    },
    'tls-cli': {
      label: 'Unable to establish a secure connection to the registry',
      meaning: "az's sentence for a failed TLS handshake.",
      scope: 'acr',
      votes: { 'tls-untrusted': 5, 'connection-failed': 2 },
    },
  },
);

/** Layers come from another host than manifests. */
export const layerSignatures = table(
  {
    symptom: 'layer-download',
    scope: 'registry',
    source: 'container-registry-dedicated-data-endpoints.md; clients.md §7',
  },
  {
    'layer-host-unreachable': {
      label: 'Get "https://….blob.core.windows.net/…": dial tcp',
      meaning: 'The host of the layers is not reached or not resolved.',
      find: [
        [
          '{.blob.core.{windows.net|chinacloudapi.cn|usgovcloudapi.net}|.data.azurecr.{io|cn|us}}',
          1200,
          '{dial tcp|no such host|timeout|timed out|refused|reset by peer|eof·|403|not authorized|x509|deadline exceeded|could not resolve|authorizationfailure|forbidden}',
        ],
      ],
      votes: { 'data-endpoint-blocked': 16 },
    },
    'layer-download-failed': {
      label: 'download failed after attempts',
      meaning: 'The manifest came, the layers did not.',
      find: [
        'download failed after attempts',
        'error pulling image configuration',
        '{fetching|reading} blob…{403|forbidden|dial tcp|i/o timeout|connection refused}',
      ],
      votes: { 'data-endpoint-blocked': 13 },
    },
    'layer-open-failed': {
      label: 'failed to copy: httpReadSeeker: failed open',
      meaning: 'containerd could not open a layer.',
      find: ['httpreadseeker: failed open: failed to do request'],
      votes: { 'data-endpoint-blocked': 10 },
    },
    'storage-refusal': {
      label: 'This request is not authorized to perform this operation',
      meaning: 'The storage account behind the data endpoint refused.',
      scope: 'azure',
      find: ['request is not authorized to perform this operation', '<code>authorizationfailure'],
      votes: { 'data-endpoint-blocked': 6 },
    },
    'storage-signature': {
      label: 'Server failed to authenticate the request',
      meaning: 'The signed address of a layer was used too late or changed on the way.',
      scope: 'azure',
      find: ['server failed to authenticate the request', '<code>authenticationfailed'],
      votes: { 'client-defect': 7, 'data-endpoint-blocked': 6 },
    },
    'storage-header': {
      label: 'Authentication information is not given in the correct format',
      meaning: 'The Authorization header was sent on to the storage: follow the redirect without it.',
      scope: 'azure',
      find: ['authentication information is not given in the correct format', 'invalidauthenticationinfo'],
      votes: { unknown: 7, 'client-defect': 6 },
    },
    'vnet-image-pull': {
      label: 'Image pull over VNET failed',
      meaning: 'App Service pulls through its network integration and names no reason.',
      scope: 'azure',
      find: ['pulling docker image…over vnet failed', 'attempting to pull image…from vnet'],
      votes: { 'private-endpoint-dns': 6, 'public-access-disabled': 5.6, 'connection-failed': 4.5 },
    },
  },
);

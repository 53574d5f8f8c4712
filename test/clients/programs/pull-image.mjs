/**
 * Has containerd pull an image as the kubelet does: PullImage of the Container Runtime Interface, over gRPC. Prints the
 * error in the form of gRPC for Go, which is the one that `kubectl describe pod` shows.
 */
import http2 from 'node:http2';
import { connect } from 'node:net';
import process from 'node:process';

const [socket = '', image = '', user = ''] = process.argv.slice(2);
const codes = {
  2: 'Unknown',
  4: 'DeadlineExceeded',
  5: 'NotFound',
  7: 'PermissionDenied',
  14: 'Unavailable',
};

/**
 * A field of Protocol Buffers that holds bytes.
 *
 * @param {number} number
 * @param {Buffer | string} content
 */
function field(number, content) {
  const bytes = Buffer.from(content);
  const length = [];
  let rest = bytes.length;
  for (; rest > 127; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length, rest]), bytes]);
}

const password = process.env['CLIENT_SECRET'] ?? '';
const auth = Buffer.concat([field(1, user), field(2, password)]);
const message = Buffer.concat([field(1, field(1, image)), field(2, auth)]);
const head = Buffer.alloc(5);
head.writeUInt32BE(message.length, 1);

const session = http2.connect('http://localhost', { createConnection: () => connect(socket) });
const call = session.request({
  ':method': 'POST',
  ':path': '/runtime.v1.ImageService/PullImage',
  'content-type': 'application/grpc',
  te: 'trailers',
});
call.end(Buffer.concat([head, message]));
const told = /** @type {import('node:http2').IncomingHttpHeaders} */ (
  await new Promise((resolve, reject) => {
    call.on('error', reject).on('trailers', resolve).resume();
    // An error that comes at once is in the headers.
    call.on('response', (headers) => 'grpc-status' in headers && resolve(headers));
  })
);
session.destroy();
const status = Number(told['grpc-status']);
if (status !== 0) {
  const text = decodeURIComponent(String(told['grpc-message']));
  const code = codes[/** @type {keyof typeof codes} */ (status)] ?? String(status);
  console.log(`Failed to pull image "${image}": rpc error: code = ${code} desc = ${text}`);
  process.exitCode = 1;
}

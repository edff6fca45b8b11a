// The containers' name server: a container that asks for a service or another container gets the addresses of those that run at
// that moment, in the networks that both are in. While the engine makes a container it answers nobody for seconds: then what it
// said last has to do.
//
//   node names.mjs SOCKET        asks the engine behind that socket; listens on port 53 of every address it has
//
// Debian's aardvark-dns 1.4 reads its files again at each change and, now and then, knows half of the containers after it: a
// deployment that makes six of them was refused one time in ten.
import { createSocket } from 'node:dgram';
import { get } from 'node:http';

const socketPath = process.argv[2];
const A = 1, IN = 1;

/** @returns {Promise<{ names: string[], addresses: string[] }[]>} */
const running = () => new Promise((resolve, reject) => {
  get({ socketPath, path: '/v1.41/containers/json', agent: false, timeout: 3_000 }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
      try {
        resolve(JSON.parse(text).map(({ Names, Labels, NetworkSettings }) => ({
          names: [...Names.map((name) => name.replace(/^\//, '')), ...(Labels?.['com.docker.compose.oneoff'] === 'False' ? [Labels['com.docker.compose.service']] : [])],
          addresses: Object.values(NetworkSettings?.Networks ?? {}).map(({ IPAddress }) => IPAddress).filter(Boolean),
        })));
      } catch (error) {
        reject(error);
      }
    });
  }).on('error', reject).on('timeout', function () { this.destroy(new Error('the engine does not answer')); });
});

const patience = 200;
let last = [];

/** What runs now; what ran before when the engine is busy, unless whoever asks is newer than that. */
function present(asking) {
  const fresh = running().then((containers) => (last = containers));
  if (!last.some(({ addresses }) => addresses.includes(asking))) return fresh;
  fresh.catch(() => undefined);
  return Promise.race([fresh, new Promise((resolve) => setTimeout(() => resolve(last), patience))]);
}

/** The asked name, its type, and the question's own bytes. */
function question(query) {
  const labels = [];
  let at = 12;
  for (; query[at] !== 0; at += query[at] + 1) labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
  return { name: labels.join('.').toLowerCase().replace(/\.dns\.podman$/, ''), type: query.readUInt16BE(at + 1), bytes: query.subarray(12, at + 5) };
}

/** RFC 1035, 4.1: the question again and an address a record; no such name is code 3. */
function answer(query, bytes, addresses, known) {
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(known ? 0x8580 : 0x8583, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  // A pointer to the question's name, type, class, a life of 0 s, four bytes.
  const records = addresses.map((address) => Buffer.from([0xc0, 12, 0, A, 0, IN, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]));
  return Buffer.concat([header, bytes, ...records]);
}

const network = (address) => address.slice(0, address.lastIndexOf('.'));
const socket = createSocket('udp4');
socket.on('message', async (query, { address, port }) => {
  try {
    const { name, type, bytes } = question(query);
    const containers = await present(address);
    const networks = containers.filter(({ addresses }) => addresses.includes(address)).flatMap(({ addresses }) => addresses.map(network));
    const found = containers.filter(({ names }) => names.includes(name)).flatMap(({ addresses }) => addresses.filter((one) => networks.includes(network(one))));
    socket.send(answer(query, bytes, type === A ? found : [], found.length > 0), port, address);
  } catch (error) {
    console.error(error);
  }
});
socket.bind(53, '0.0.0.0');

// A bucket on loopback:  node server.mjs FOLDER BUCKET [PORT]
// Prints its address when it answers, and ends when its stdin does, so that no killed test leaves it behind.
// Its one account is S3RVER with the secret only-for-loopback.
import S3rver from '@20minutes/s3rver'
import { gaps, makeWritesWhole } from './gaps.mjs'
import { signatures } from './signatures.mjs'

const [directory, bucket, port = '0'] = process.argv.slice(2)
if (!bucket) {
  console.error('node server.mjs FOLDER BUCKET [PORT]')
  process.exit(64)
}

const server = new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  // It miscounts some signatures; ours are checked before it sees the request.
  allowMismatchedSignatures: true,
  configureBuckets: [{ name: bucket, configs: [] }],
})
makeWritesWhole(server.store)
// Behind what turns an object into XML.
server.middleware.splice(2, 0, signatures, gaps)
server.context.onerror = refuse(server.context.onerror)

const address = await server.run()
console.log(`http://127.0.0.1:${address.port}`)
process.stdin.on('end', () => process.exit(0)).resume()

// A client that went away in the middle of its body is no error of the server's.
function refuse(onerror) {
  return function (error) {
    if (error?.code !== 'ERR_STREAM_PREMATURE_CLOSE') onerror.call(this, error)
  }
}

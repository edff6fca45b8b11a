// What S3 does and s3rver 4.0.4 does not: ending and listing unfinished uploads, refusing parts that are too small, lists of more
// than one page (s3rver's wants DES, which OpenSSL 3 has not), ranges from the end, If-Range, and objects that appear whole or not
// at all.
import { promises as fs } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const S3Error = createRequire(import.meta.url)('@20minutes/s3rver/lib/models/error.js')
const SMALLEST_PART = 5 * 1024 * 1024

export async function gaps(ctx, next) {
  const [bucket, ...parts] = ctx.path.slice(1).split('/').map(decodeURIComponent)
  const key = parts.join('/')
  const uploads = ctx.app.store.getResourcePath(bucket, undefined, 'uploads')
  const { uploadId } = ctx.query

  if (ctx.method === 'DELETE' && uploadId) return end(ctx, path.join(uploads, path.basename(uploadId)))
  if (ctx.method === 'GET' && !key && 'uploads' in ctx.query) return listUploads(ctx, bucket, uploads)
  if (ctx.method === 'GET' && !key && ctx.query['list-type'] === '2') return listObjects(ctx, bucket)
  if (ctx.method === 'POST' && uploadId) await requireLargeParts(path.join(uploads, path.basename(uploadId)))
  if (ctx.method === 'GET' && key && ctx.headers.range) await understandRange(ctx, bucket, key)
  await next()
}

async function end(ctx, folder) {
  await fs.access(folder).catch(() => {
    throw new S3Error('NoSuchUpload', 'The specified multipart upload does not exist.')
  })
  await fs.rm(folder, { recursive: true })
  ctx.status = 204
}

async function listUploads(ctx, bucket, uploads) {
  const upload = async (id) => {
    const file = path.join(uploads, id, 'key')
    const [key, { mtime }] = await Promise.all([fs.readFile(file, 'utf8'), fs.stat(file)])
    return { Key: key, UploadId: id, Initiated: mtime.toISOString() }
  }
  const ids = await fs.readdir(uploads).catch(() => [])
  ctx.body = { ListMultipartUploadsResult: { Bucket: bucket, IsTruncated: false, Upload: await Promise.all(ids.map(upload)) } }
}

async function listObjects(ctx, bucket) {
  const { prefix = '', 'max-keys': maxKeys = 1000, 'continuation-token': token = '' } = ctx.query
  const startAfter = Buffer.from(token, 'base64').toString()
  const { objects, isTruncated } = await ctx.app.store.listObjects(bucket, { prefix, maxKeys: Math.min(1000, Number(maxKeys)), startAfter })
  const next = isTruncated ? { NextContinuationToken: Buffer.from(objects.at(-1).key).toString('base64') } : {}
  const content = ({ key, size, metadata, lastModifiedDate }) =>
    ({ Key: key, LastModified: lastModifiedDate.toISOString(), ETag: metadata.etag, Size: size, StorageClass: 'STANDARD' })
  ctx.body = { ListBucketResult: { Name: bucket, IsTruncated: isTruncated, KeyCount: objects.length, ...next, Contents: objects.map(content) } }
}

async function requireLargeParts(folder) {
  const numbers = (await fs.readdir(folder).catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number).sort((a, b) => a - b)
  for (const number of numbers.slice(0, -1))
    if ((await fs.stat(path.join(folder, String(number)))).size < SMALLEST_PART)
      throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed object size.')
}

async function understandRange(ctx, bucket, key) {
  const found = await ctx.app.store.getMetadata(bucket, key).catch(() => null)
  if (!found) return
  const fromEnd = /^bytes=-(\d+)$/.exec(ctx.headers.range)
  if (fromEnd) ctx.req.headers.range = `bytes=${Math.max(0, found['content-length'] - Number(fromEnd[1]))}-`
  if (ctx.headers['if-range'] && ctx.headers['if-range'] !== found.etag) delete ctx.req.headers.range
}

export function makeWritesWhole(store) {
  const write = store.putContent.bind(store)
  let number = 0
  store.putContent = async (file, content) => {
    const incoming = `${file}.${++number}.incoming`
    try {
      const result = await write(incoming, content)
      await fs.rename(incoming, file)
      return result
    } catch (error) {
      await fs.rm(incoming, { force: true })
      throw error
    }
  }
}

// A private bucket: whoever signs nothing, wrongly or too long ago is refused, as AWS Signature Version 4 says. s3rver itself
// serves the unsigned and does not encode ' ( ) * in a query as the specification wants it.
import { createHash, createHmac } from 'node:crypto'
import { createRequire } from 'node:module'

const S3Error = createRequire(import.meta.url)('@20minutes/s3rver/lib/models/error.js')
const ACCOUNT = 'S3RVER'
const SECRET = 'only-for-loopback'

const hmac = (key, text) => createHmac('sha256', key).update(text).digest()
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase())

export async function signatures(ctx, next) {
  const [path, search = ''] = ctx.req.url.split('?')
  const query = [...new URLSearchParams(search.replaceAll('+', '%2B'))]
  const signed = fromQuery(Object.fromEntries(query)) ?? fromHeader(ctx.req.headers)
  if (!signed) throw new S3Error('AccessDenied', 'Access Denied')

  const [account, day, region, service] = signed.credential.split('/')
  const canonical = [
    ctx.method,
    path,
    query.filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&'),
    ...signed.headers.map((name) => `${name}:${ctx.get(name).trim().replace(/ +/g, ' ')}`),
    '',
    signed.headers.join(';'),
    signed.payload,
  ].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, day), region), service), 'aws4_request')
  const text = ['AWS4-HMAC-SHA256', signed.date, `${day}/${region}/${service}/aws4_request`, sha256(canonical)].join('\n')
  if (account !== ACCOUNT || hmac(key, text).toString('hex') !== signed.signature)
    throw new S3Error('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
  if (Date.now() > signed.until) throw new S3Error('AccessDenied', 'Request has expired')

  await next()
}

function fromQuery(query) {
  if (!query['X-Amz-Algorithm']) return null
  return {
    credential: query['X-Amz-Credential'],
    date: query['X-Amz-Date'],
    headers: query['X-Amz-SignedHeaders'].split(';'),
    signature: query['X-Amz-Signature'],
    payload: 'UNSIGNED-PAYLOAD',
    until: instant(query['X-Amz-Date']) + 1000 * Number(query['X-Amz-Expires']),
  }
}

function fromHeader({ authorization, ...headers }) {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(authorization ?? '')
  if (!parts) return null
  return {
    credential: parts[1],
    date: headers['x-amz-date'],
    headers: parts[2].split(';'),
    signature: parts[3],
    payload: headers['x-amz-content-sha256'],
    until: instant(headers['x-amz-date']) + 15 * 60_000,
  }
}

const instant = (date) => Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))

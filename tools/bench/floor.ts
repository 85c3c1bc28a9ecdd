import compress from '@fastify/compress'
import Fastify from 'fastify'
import nunjucks from 'nunjucks'
import { Pool } from 'pg'

/*
 * The floor: the least a page can cost here. Fastify, one query by primary key through a pool, one
 * Nunjucks page of the size asked for, compressed as ours are. No session, no access, no audit.
 * A process of its own: `node floor.ts PORT DATABASE_URL`, and GET /BYTES.
 */
const [port = '', url = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: url, max: 10 })
const views = new nunjucks.Environment(null, { autoescape: true })
const ROW = 90
const page = nunjucks.compile(
  '<!doctype html><html lang="en"><title>Floor</title><h1>{{ name }}</h1><table>{% for row in rows %}<tr><th scope="row">{{ row.term }}</th><td class="govuk-table__cell">{{ row.text }}</td></tr>\n{% endfor %}</table></html>',
  views,
)
const { rows } = await pool.query<{ id: string }>('select id from waymark.organisation limit 1')
const id = rows[0]?.id

const app = Fastify({ logger: false })
await app.register(compress, {
  global: true,
  threshold: 1024,
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { 1: 4 } },
})
app.get<{ Params: { bytes: string } }>('/:bytes', async (request, reply) => {
  const found = await pool.query<{ name: string }>(
    'select name from waymark.organisation where id = $1',
    [id],
  )
  const wanted = Math.max(1, Math.round(Number(request.params.bytes) / ROW))
  const lines = Array.from({ length: wanted }, (_, n) => ({
    term: `Row ${n}`,
    text: `What row ${n} says`,
  }))
  return reply
    .type('text/html; charset=utf-8')
    .send(page.render({ name: found.rows[0]?.name, rows: lines }))
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.once('SIGINT', () => {
  void app.close().then(() => pool.end())
})

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import sharp from 'sharp'
import { sql } from 'kysely'
import type { Attachment } from '#contract/attachments.ts'
import { modules } from '#server/app.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdFiles } from '#server/platform/backup/file-hold.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import {
  attach,
  attachmentsOf,
  checkContents,
  openAttachment,
  removeAttachments,
  removeAttachmentsOfPersons,
} from '../index.ts'
import { openContent } from '../content.ts'
import * as made from './made-files.ts'

async function aWorker() {
  const { platform } = await testServer()
  const tenant = await makeTenant()
  return { platform, tenant, worker: await tenant.nobody() }
}

function send(client: TestClient, content: Buffer, name = 'photo.jpg') {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)]), name)
  return client.post<Attachment>('/attachments', form)
}

async function fetchFile(client: TestClient, path: string) {
  const { app } = await testServer()
  return app.inject({ method: 'GET', url: `/api/v1${path}`, headers: client.headers })
}

/** What comes back of a file that was sent in. */
async function kept(client: TestClient, content: Buffer, name?: string) {
  const { status, body } = await send(client, content, name)
  assert.equal(status, 201, JSON.stringify(body))
  const answer = await fetchFile(client, `/attachments/${body.id}/content`)
  return {
    attachment: body,
    answer,
    content: answer.rawPayload,
    seen: await sharp(answer.rawPayload).metadata(),
  }
}

const pictures: Record<string, () => Promise<Buffer>> = {
  'a JPEG': made.jpeg,
  'a PNG': made.png,
  'a WebP': made.webp,
  'a photograph with its place': made.jpegWithPlace,
  'a photograph taken sideways': made.jpegOnItsSide,
  'a JPEG with a colour profile': made.jpegWithProfile,
  'a PNG with a colour profile': made.pngWithProfile,
  'a PNG with words inside': made.pngWithWords,
  'a JPEG whose comment is a page': made.jpegThatIsAPage,
  'a JPEG followed by a script': () => made.followedBy(made.jpeg(), `<script>${made.hidden}</script>`),
  'a PNG followed by an archive': () => made.followedBy(made.png(), `PK\u0003\u0004${made.hidden}`),
  'a GIF followed by a script': () => made.followedBy(made.moving('gif'), `/*${made.hidden}*/alert(1)`),
  'a moving GIF': () => made.moving('gif'),
  'a moving WebP': () => made.moving('webp'),
}

test('every picture is drawn anew: nothing of what it carried besides its pixels is left', async (t) => {
  const { worker, tenant, platform } = await aWorker()
  for (const [what, make] of Object.entries(pictures)) {
    await t.test(what, async () => {
      const sent = await make()
      const { attachment, answer, content, seen } = await kept(worker, sent)
      assert.ok(!content.includes(made.hidden) && !content.includes('<script'), 'hidden words came through')
      for (const part of [seen.exif, seen.icc, seen.xmp, seen.iptc, seen.comments?.[0], seen.orientation])
        assert.equal(part, undefined)
      assert.equal(seen.pages ?? 1, 1)
      assert.equal(answer.headers['content-type'], `image/${seen.format}`)
      assert.equal(attachment.contentType, `image/${seen.format}`)
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
      assert.match(String(answer.headers['content-disposition']), /^attachment; /)
      assert.notEqual(content.compare(sent), 0)
      const small = await fetchFile(worker, `/attachments/${attachment.id}/thumbnail`)
      assert.equal((await sharp(small.rawPayload).metadata()).format, 'jpeg')
      await worker.request('DELETE', `/attachments/${attachment.id}`)
    })
  }
  assert.equal((await tenant.inside((tx) => checkContents(tx, platform))).files, 0)
})

test('a photograph taken sideways stands upright, and a large one is made to fit', async () => {
  const { worker } = await aWorker()
  const { attachment } = await kept(worker, await made.jpegOnItsSide())
  assert.deepEqual([attachment.width, attachment.height], [40, 60])
  const large = await kept(worker, await made.huge(5000, 2500))
  assert.deepEqual([large.attachment.width, large.attachment.height], [4096, 2048])
  const moving = await kept(worker, await made.moving('gif'))
  assert.deepEqual([moving.seen.width, moving.seen.height, moving.seen.format], [30, 20, 'png'])
})

test('the type is found in the content, whatever the name says', async () => {
  const { worker } = await aWorker()
  const { attachment } = await kept(worker, await made.png(), 'page.html')
  assert.equal(attachment.contentType, 'image/png')
})

const refused: Record<string, [file: () => Promise<Buffer>, code: string]> = {
  'an SVG called a JPEG': [async () => made.svg, 'attachments.kind_unknown'],
  'a page called a JPEG': [
    async () => Buffer.from('<!doctype html><script>1</script>'),
    'attachments.kind_unknown',
  ],
  'a HEIC photo': [async () => made.heic, 'attachments.heic'],
  'an empty file': [async () => Buffer.alloc(0), 'attachments.kind_unknown'],
  'a picture cut off': [async () => (await made.jpegWithPlace()).subarray(0, 400), 'attachments.damaged'],
  'a PNG of scribble': [
    async () => Buffer.concat([(await made.png()).subarray(0, 40), Buffer.alloc(400, 7)]),
    'attachments.damaged',
  ],
  'a picture of 100 million pixels': [() => made.huge(10_000, 10_000), 'attachments.too_many_pixels'],
  'a header that promises 10,000 million pixels': [made.lyingHeader, 'attachments.too_many_pixels'],
  'a page before a PDF': [
    async () => Buffer.concat([Buffer.from('<script>1</script>'), made.pdf]),
    'attachments.kind_unknown',
  ],
  'a PDF followed by a script': [
    async () => Buffer.concat([made.pdf, Buffer.from('<script>1</script>')]),
    'attachments.kind_unknown',
  ],
}

test('what is no sound picture or PDF is refused, and nothing of it is kept', async (t) => {
  const { worker, tenant, platform } = await aWorker()
  for (const [what, [make, code]] of Object.entries(refused)) {
    await t.test(what, async () => {
      const { status, body } = await send(worker, await make())
      assert.equal(status, 422)
      assert.equal(body.error.code, code)
    })
  }
  const { status } = await send(worker, Buffer.alloc(15 * 1024 * 1024 + 1, 'x'))
  assert.equal(status, 400)
  assert.equal((await tenant.inside((tx) => checkContents(tx, platform))).files, 0)
})

test('a PDF stays as it is and is handed out as a file to save', async () => {
  const { worker } = await aWorker()
  const { body } = await send(worker, made.pdf, '张测试的证明.pdf')
  const answer = await fetchFile(worker, `/attachments/${body.id}/content`)
  assert.equal(answer.rawPayload.compare(made.pdf), 0)
  assert.match(
    String(answer.headers['content-disposition']),
    /^attachment; filename\*=UTF-8''[0-9a-f]{8}\.pdf$/,
  )
})

test('the content lies sealed under the data folder', async () => {
  const { worker } = await aWorker()
  const { dataFolder } = await testServer()
  await send(worker, made.pdf)
  const files = globSync('files/??/*', { cwd: dataFolder })
  assert.ok(files.length > 0)
  for (const file of files) assert.ok(!readFileSync(join(dataFolder, file)).includes('%PDF'))
})

test('only its sender opens a loose file; attached, it opens through its subject and through no other', async () => {
  const { platform, tenant, worker } = await aWorker()
  const other = await tenant.nobody()
  const { body } = await send(worker, await made.jpeg())
  assert.equal((await fetchFile(other, `/attachments/${body.id}/content`)).statusCode, 404)
  assert.equal((await other.request('DELETE', `/attachments/${body.id}`)).status, 404)
  const actors = await actorsOf(tenant.id)
  const subject = { kind: 'complaint', id: crypto.randomUUID() }
  const use = { attachmentIds: [body.id], subject }
  await assert.rejects(
    tenant.inside((tx) => attach(tx, actors[1]!, use)),
    { code: 'common.not_found' },
  )
  await tenant.inside((tx) => attach(tx, actors[0]!, use))
  await assert.rejects(
    tenant.inside((tx) => attach(tx, actors[0]!, use)),
    { code: 'common.not_found' },
  )
  await tenant.inside(async (tx) => {
    assert.deepEqual(await attachmentsOf(tx, subject), [body])
    assert.equal(
      (await openAttachment(tx, platform, { attachmentId: body.id, subject })).contentType,
      'image/jpeg',
    )
    const stranger = { ...subject, id: crypto.randomUUID() }
    await assert.rejects(openAttachment(tx, platform, { attachmentId: body.id, subject: stranger }), {
      code: 'common.not_found',
    })
  })
  assert.equal((await worker.request('DELETE', `/attachments/${body.id}`)).status, 422)
  assert.equal(await tenant.inside((tx) => removeAttachments(tx, subject)), 1)
  assert.deepEqual(await tenant.inside((tx) => attachmentsOf(tx, subject)), [])
})

test('the content goes with its row, after the commit; what is loose for a day goes by itself', async () => {
  const { tenant, worker, platform } = await aWorker()
  const { owner } = await testServer()
  const { id } = (await send(worker, made.pdf)).body
  await owner.query(`update attachments set created_at = now() - interval '25 hours' where id = $1`, [id])
  const jobs = modules.find(({ name }) => name === 'attachments')!.jobs!(platform)
  const job = { id: '', kind: '', fence: 1, payload: {}, tenantId: tenant.id, progress: async () => {} }
  assert.deepEqual(await jobs['attachments.remove_stale']!(job), { removed: 1 })
  const { rows } = await owner.query<{ payload: { id: string; sha256: string } }>(
    `select payload from jobs where tenant_id = $1 and kind = 'attachments.remove_content'`,
    [tenant.id],
  )
  assert.equal(rows[0]?.payload.id, id)
  const { payload } = rows[0]
  await jobs['attachments.remove_content']!({ ...job, payload })
  await assert.rejects(openContent(platform, { tenantId: tenant.id, id }, payload.sha256), {
    code: 'common.not_found',
  })
})

test('a content whose row is gone stays until the backup that may name it has been taken', async () => {
  const { tenant, worker, platform } = await aWorker()
  const { owner, database } = await testServer()
  const { id } = (await send(worker, made.pdf)).body
  const { rows } = await owner.query<{ sha256: string }>('select sha256 from attachments where id = $1', [id])
  const { sha256 } = rows[0]!
  const backup = new pg.Client({ connectionString: database.ownerUrl })
  await backup.connect()
  await holdFiles(backup)
  const jobs = modules.find(({ name }) => name === 'attachments')!.jobs!(platform)
  const job = { id: '', kind: '', fence: 1, tenantId: tenant.id, progress: async () => {} }
  const removal = jobs['attachments.remove_content']!({ ...job, payload: { id, sha256 } })
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  while ((await owner.query(waiting)).rowCount === 0) await new Promise(setImmediate)
  assert.ok((await openContent(platform, { tenantId: tenant.id, id }, sha256)).length > 0)
  await backup.end()
  await removal
  await assert.rejects(openContent(platform, { tenantId: tenant.id, id }, sha256), {
    code: 'common.not_found',
  })
})

test('what somebody sent in as themselves goes with them; what they sent in as an officer stays', async () => {
  const { tenant, worker } = await aWorker()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  await send(worker, made.pdf)
  await send(officer, made.pdf)
  const accounts = (await actorsOf(tenant.id)).map((actor) => actor.accountId)
  assert.equal(await tenant.inside((tx) => removeAttachmentsOfPersons(tx, accounts)), 1)
})

test('one account has at most twenty loose files', async () => {
  const { tenant, worker } = await aWorker()
  const actor = (await actorsOf(tenant.id))[0]!
  await tenant.inside((tx) =>
    sql`insert into attachments (tenant_id, id, kind, content_type, sha256, bytes, uploaded_by_account)
      select ${tx.tenantId}::uuid, gen_random_uuid(), 'document', 'application/pdf', repeat('0', 64), 0, ${actor.accountId}::uuid
      from generate_series(1, 20)`.execute(tx),
  )
  const { status, body } = await send(worker, made.pdf)
  assert.equal(status, 422)
  assert.equal(body.error.code, 'attachments.too_many_loose')
})

/** What commands need of the people of a tenant, in the order in which they signed in. */
async function actorsOf(tenantId: string) {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ account_id: string }>(
    'select account_id from sessions where tenant_id = $1 order by created_at',
    [tenantId],
  )
  return rows.map((row) => ({ accountId: row.account_id, tenantId, appointment: null }) as never as Actor)
}

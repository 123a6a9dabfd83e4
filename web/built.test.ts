import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { buildWeb } from './build.ts'

let built = ''

// Its own folder: a server may be serving the other one.
before(async () => {
  built = await mkdtemp(join(tmpdir(), 'gonghui-web-'))
  await buildWeb(built)
})
after(() => rm(built, { recursive: true }))

test('the first load of the sign-in page and of the phone stays under 90 kB of script, the console’s under 400 kB', async (t) => {
  for (const [page, limitKb] of [
    ['index', 90],
    ['phone', 90],
    ['activate', 90],
    ['public', 90],
    ['console', 400],
  ] as const) {
    const kb = (await firstLoadBytes(`${page}.html`)) / 1000
    t.diagnostic(`${page}: ${kb.toFixed(1)} kB gz`)
    assert.ok(kb > 5 && kb <= limitKb, `${page} loads ${kb.toFixed(1)} kB`)
  }
})

test('beside every script and style lie its packed forms, for the server to send', async () => {
  const names = [...(await filesOf('assets/light/', '.js')), ...(await filesOf('assets/console/', '.css'))]
  for (const name of names) {
    const plain = await readFile(join(built, name))
    assert.deepEqual(gunzipSync(await readFile(join(built, `${name}.gz`))), plain)
    assert.deepEqual(brotliDecompressSync(await readFile(join(built, `${name}.br`))), plain)
  }
})

test('pages carry no inline script or style and call nothing outside', async () => {
  for (const page of ['index', 'phone', 'activate', 'public', 'console']) {
    const html = await text(`${page}.html`)
    assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/i, page)
    assert.doesNotMatch(html, /(src|href)="(https?:)?\/\//i, page)
  }
})

test('the phone’s scripts hold neither antd nor what Chromium 87 and iOS 14.5 do not know', async () => {
  const scripts = await filesOf('assets/light/', '.js')
  assert.ok(scripts.length >= 3, 'the light build was not found')
  for (const name of scripts) {
    const script = await text(name)
    for (const unknown of [/ant-btn|ant-table/, ...unknownThere]) {
      assert.ok(!unknown.test(script), `${name} holds ${unknown}`)
    }
  }
})

test('the phone’s styles hold nothing that Chromium 87 and iOS 14.5 cannot lay out', async () => {
  for (const name of await filesOf('assets/light/', '.css')) {
    assert.doesNotMatch(
      await text(name),
      /aspect-ratio|:is\(|:where\(|:has\(|color-mix|\d(dvh|svh)|@layer|@container/,
      name,
    )
  }
})

// Added to browsers after the floor: a build target rewrites syntax, but not these.
const unknownThere = [
  /\.at\(/,
  /Object\.hasOwn\(/,
  /structuredClone\(/,
  /\.replaceAll\(\//,
  /\.findLast\(/,
  /\.toSorted\(/,
  /AbortSignal\.(any|timeout)\(/,
  /crypto\.randomUUID\(/,
  /Promise\.withResolvers/,
  /\(\?<[!=]/,
  /static\{/,
]

async function firstLoadBytes(page: string): Promise<number> {
  const html = await text(page)
  const entries = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const loaded = new Set<string>()
  for (const entry of entries) await follow(entry, loaded)
  let bytes = 0
  for (const name of loaded) bytes += gzipSync(await text(name)).length
  return bytes
}

// What an entry imports statically is loaded with it; what it imports when needed is not.
async function follow(name: string, loaded: Set<string>): Promise<void> {
  if (loaded.has(name)) return
  loaded.add(name)
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  for (const [, imported] of (await text(name)).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    await follow(folder + imported, loaded)
  }
}

async function filesOf(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(join(built, folder))
  return names.filter((name) => name.endsWith(ending)).map((name) => folder + name)
}

function text(name: string): Promise<string> {
  return readFile(join(built, name), 'utf8')
}

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Subject } from '#server/soak/crash/subject.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-nightly-'))
const backups = mkdtempSync(join(tmpdir(), 'gonghui-nightly-backups-'))
let subject: Subject
let password: string

before(async () => {
  subject = await Subject.create(folder, { GONGHUI_BACKUP_FOLDER: backups })
  password = subject.init()
  await subject.start()
})

after(async () => {
  await subject.stop()
  for (const place of [folder, backups]) rmSync(place, { recursive: true, force: true })
})

/** The value of a metric, when the server knows it. */
async function metric(name: string): Promise<number> {
  for (const deadline = Date.now() + 120_000; ; await sleep(200)) {
    const text = await (await fetch(`${subject.url}/metrics`)).text()
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
    if (value !== undefined) return Number(value)
    assert.ok(Date.now() < deadline, `${name} did not come`)
  }
}

test('a server with a backup folder backs up by itself and tries the backup in a scratch place', async () => {
  assert.ok((await metric('gonghui_drill_age_seconds')) < 60)
  assert.equal(await metric('gonghui_drill_failed'), 0)
  assert.equal(await metric('gonghui_backup_failed'), 0)
  const names = readdirSync(backups)
  assert.equal(names.length, 1)
  assert.match(names[0]!, /^gonghui-\d{8}T\d{6}Z\.backup$/)
  assert.ok(!existsSync(join(folder, 'drill')))
})

test('a machine that is lost with its key file comes back from a backup and the printed sheet alone', async () => {
  const [name] = readdirSync(backups)
  const sheet = readFileSync(join(folder, 'recovery-sheet.html'), 'utf8')
  const typed = join(backups, 'sheet.txt')
  // As somebody types it from paper: the lines of the box, in small letters, without the spaces.
  const lines = /<pre>([^<]+)<\/pre>/.exec(sheet)![1]!.split('\n')
  writeFileSync(typed, lines.map((line) => line.replace(/ /g, '').toLowerCase()).join('\n'))
  const machine = await Subject.create(mkdtempSync(join(tmpdir(), 'gonghui-nightly-new-')))
  try {
    const wrong = join(backups, 'wrong.txt')
    writeFileSync(
      wrong,
      readFileSync(typed, 'utf8').replace(/^(k1:)(.)/m, (_, k, c) => k + (c === '0' ? '1' : '0')),
    )
    const mistyped = machine.command('restore', join(backups, name!), '--sheet', wrong, '--no-anchor')
    assert.equal(mistyped.code, 1)
    assert.match(mistyped.said, /Line K1 of the recovery sheet is mistyped/)
    const { code, said } = machine.command('restore', join(backups, name!), '--sheet', typed, '--no-anchor')
    assert.equal(code, 0, said)
    assert.match(said, /NO ANCHOR/)
    assert.match(said, /checks passed, 0 failed/)
    await machine.start()
    assert.equal(await signIn(machine), 201)
  } finally {
    await machine.stop()
    rmSync(machine.folder, { recursive: true, force: true })
    for (const each of ['sheet.txt', 'wrong.txt']) rmSync(join(backups, each), { force: true })
  }
})

async function signIn(server: Subject): Promise<number> {
  const { status } = await fetch(`${server.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'officer', password }),
  })
  return status
}

test('a damaged backup, one that is not there, and none at all are failed drills by their names, and nothing is left', async () => {
  const [name] = readdirSync(backups)
  const whole = readFileSync(join(backups, name!))
  whole[Math.floor(whole.length / 2)]! ^= 1
  const damaged = join(folder, 'damaged.backup')
  writeFileSync(damaged, whole)
  for (const [file, sentence] of [
    [damaged, /FAILED \(restore\).*the part "(what follows )?table [a-z_]+" does not hold together/],
    [join(folder, 'gone.backup'), /FAILED \(restore\).*cannot be read/],
  ] as const) {
    const { code, said } = subject.command('drill', file)
    assert.equal(code, 1)
    assert.match(said, sentence)
  }
  rmSync(join(backups, name!))
  const { code, said } = subject.command('drill', '--newest')
  assert.equal(code, 1)
  assert.match(said, /FAILED \(no_backup\)/)
  assert.equal(await metric('gonghui_drill_failed'), 1)
  assert.ok(!existsSync(join(folder, 'drill')))
})

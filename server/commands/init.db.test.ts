import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { wrongAnswers, type Answers } from '#server/operations/tenant-answers.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-init-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const cli = join(import.meta.dirname, '../cli.ts')

const right: Answers = {
  name: '测试市测试区总工会',
  division: '330299',
  code: 'wizard',
  system: '甲测试:system',
  security: '乙测试：security',
  audit: '丙测试:audit',
  officer: '丁测试:officer',
}

/** Runs `init` in a real terminal (of `script`) and types one answer for each prompt; gives the exit code and the whole screen. */
async function atTerminal(data: string, typed: readonly string[]): Promise<{ code: number; screen: string }> {
  const child = spawn('script', ['-qec', `${process.execPath} ${cli} init`, '/dev/null'], {
    env: { ...process.env, GONGHUI_DATA: data, DATABASE_URL: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit') as Promise<[number]>
  let screen = ''
  let answered = 0
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
    // Each prompt is a line that begins with "> "; one answer for each, in the order they come.
    const prompts = screen.split(/\n> /).length - 1
    while (answered < prompts && answered < typed.length) child.stdin.write(typed[answered++]!)
  })
  const [code] = await ended
  return { code, screen }
}

test('the wizard asks again for what cannot stand, shows all of it, lets one change it, and makes the tenant', async () => {
  const data = join(folder, 'made')
  const typed = [
    'x',
    right.name,
    '990000',
    right.division,
    'Not A Code!',
    right.code,
    right.system,
    '甲测试:security',
    '乙测试:SYSTEM',
    right.security,
    right.audit,
    right.officer,
    '7',
    '戊测试:chief',
    'y',
  ]
  const { code, screen } = await atTerminal(
    data,
    typed.map((answer) => `${answer}\r`),
  )
  assert.equal(code, 0, screen)
  for (const sentence of [
    /federation's name is missing/,
    /six digits of GB\/T 2260/,
    /small letters, digits and hyphens/,
    /three different persons/,
    /taken by system/,
    /7\. .*戊测试:chief/,
  ])
    assert.match(screen, sentence)
  assert.match(screen, /federation_officer\s+chief\s+\S+/)
  assert.ok(existsSync(join(data, 'recovery-sheet.html')))
})

test('whoever leaves, by q, Ctrl-C or Ctrl-D, has made nothing: no folder, no key', async () => {
  const all = [
    right.name,
    right.division,
    right.code,
    right.system,
    right.security,
    right.audit,
    right.officer,
  ]
  for (const [place, typed] of [
    ['q', [...all.map((answer) => `${answer}\r`), 'q\r']],
    ['ctrl-c', [`${right.name}\r`, '\u0003']],
    ['ctrl-d', [`${right.name}\r`, '\u0004']],
  ] as const) {
    const data = join(folder, place)
    const { code, screen } = await atTerminal(data, typed)
    assert.equal(code, 1, screen)
    assert.match(screen, /Nothing was made/)
    assert.ok(!existsSync(data))
  }
})

test('a folder of the demo is refused before anything is asked', async () => {
  const data = mkdtempSync(join(folder, 'demo-'))
  writeFileSync(join(data, '.demo'), '')
  const { code, screen } = await atTerminal(data, [])
  assert.equal(code, 1)
  assert.match(screen, /is for demo data/)
  assert.deepEqual(readdirSync(data), ['.demo'])
})

test('every answer is judged beside the others: administrators are three persons, log-ins belong to one', () => {
  assert.deepEqual(wrongAnswers(right), [])
  const wrong = (change: Partial<Answers>) => wrongAnswers({ ...right, ...change }).join('\n')
  assert.match(wrong({ audit: '甲测试:other' }), /three different persons/)
  assert.equal(wrong({ officer: '甲测试:other' }), '')
  assert.match(wrong({ officer: '丁测试:AUDIT' }), /belongs to one person/)
  assert.match(wrong({ system: '甲测试' }), /NAME:LOGIN/)
  assert.match(wrong({ system: '甲测试:a' }), /3 or more letters/)
  assert.match(wrong({ division: '33020' }), /six digits/)
})

// Starts Gonghui with `npm start` on an empty data folder, waits until it is ready, looks at the sign-in page, waits until the demo is
// loaded, asks it everything, stops it and sees that no process is left. Plain JavaScript: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askEverything } from './built-answers.mjs'

const readyMilliseconds = 180_000
const loadedMilliseconds = 180_000
const stopMilliseconds = 20_000

const data = mkdtempSync(join(tmpdir(), 'gonghui-ci-'))
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const environment = { ...process.env, PORT: String(port), GONGHUI_DATA: data, GONGHUI_DEMO_SCALE: 'small' }
const started = Date.now()
const child = spawn('npm', ['start'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
})
let output = ''
child.stdout.on('data', (text) => {
  output += text
  process.stdout.write(text)
})
const ended = new Promise((resolve) => child.on('exit', resolve))

try {
  await until(isReady, readyMilliseconds, '/readyz did not answer in time')
  console.log(`npm start on a clean folder: ready after ${((Date.now() - started) / 1000).toFixed(1)} s`)
  await until(
    () => output.includes(`Gonghui is ready at ${address}`),
    10_000,
    'the line "Gonghui is ready at ..." was not printed',
  )
  const page = await fetch(address)
  const html = await page.text()
  if (page.status !== 200 || !/<html[^>]*lang=/.test(html))
    throw new Error(`the sign-in page answers ${page.status}`)
  await until(isLoaded, loadedMilliseconds, 'the demo was not loaded in time')
  await askEverything(address)
} finally {
  child.kill('SIGTERM')
  await Promise.race([ended, after(stopMilliseconds)])
}
await until(
  () => leftOver().length === 0,
  5000,
  () => `processes are left: ${leftOver().join('; ')}`,
)
rmSync(data, { recursive: true, force: true })
console.log('npm start stopped and left no process')

async function isReady() {
  if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
  try {
    return (await fetch(`${address}/readyz`)).status === 200
  } catch {
    return false
  }
}

function isLoaded() {
  if (output.includes('The demo was not loaded')) throw new Error('the demo was not loaded')
  return output.includes('The demo is loaded')
}

/** Command lines of processes that still know our data folder. */
function leftOver() {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  return processes
    .filter((pid) => read(pid, 'environ').includes(data) || read(pid, 'cmdline').includes(data))
    .map((pid) => read(pid, 'cmdline'))
}

function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

async function until(condition, milliseconds, complaint) {
  const deadline = Date.now() + milliseconds
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(typeof complaint === 'function' ? complaint() : complaint)
    await after(100)
  }
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address()
      server.close(() => resolve(free))
    })
  })
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** A program that prints "ready at ADDRESS" when it listens. */
export interface Listener {
  url: string
  pid: number
  stop(): Promise<void>
}

/** Starts a Node program, with the words behind its name, and waits until it listens. */
export async function listen(
  program: string | readonly string[],
  environment: Record<string, string>,
): Promise<Listener> {
  const [file, ...words] = [program].flat()
  const child = spawn(process.execPath, [file!, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const ready = /ready at (\S+)/.exec(output)
      if (ready !== null) resolve(ready[1]!)
    })
    child.on('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)))
  })
  return { url, pid: child.pid!, stop: () => end(child) }
}

/** Runs a program to its end and gives what it printed; `input` is what it reads. */
export async function output(
  command: string,
  args: string[],
  { environment, input }: { environment?: Record<string, string>; input?: string },
): Promise<string> {
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input ?? '')
  let text = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors.slice(0, 500)}`)
  return text
}

/** Processor seconds a process has used so far; with its living children when asked for a postmaster. */
export function processorSeconds(pid: number): number {
  return ticksOf(pid) / 100
}

/** Processor seconds of every living PostgreSQL process below a postmaster. */
export function postgresSeconds(postmaster: number): number {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .reduce(
      (sum, entry) => (parentOf(Number(entry)) === postmaster ? sum + ticksOf(Number(entry)) / 100 : sum),
      0,
    )
}

async function end(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1] ?? -1)
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid)
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const running = new Set<ChildProcess>()

/**
 * Runs a command of our own command line in a process of its own, with this one's settings: heavy work takes neither the server's memory nor its
 * turn. What it says goes where the server's lines go. Answers its exit code; null when it was killed.
 */
export async function runOwnCommand(args: readonly string[]): Promise<number | null> {
  // Its own process group: Ctrl-C in the terminal is for the server, which passes it on.
  const child = spawn(process.execPath, [process.argv[1]!, ...args], {
    stdio: ['ignore', 2, 2],
    detached: true,
  })
  running.add(child)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code
  } finally {
    running.delete(child)
  }
}

/** Asks the commands under way to end: for the end of the server. */
export function stopOwnCommands(): void {
  for (const child of running) child.kill('SIGTERM')
}

import { spawn } from 'node:child_process'
import { projectRoot } from '#server/platform/project-root.ts'

/** How a tool of node_modules ended and what it printed. */
export interface ToolResult {
  code: number
  output: string
  errors: string
}

/** Runs a script of node_modules under the Node that runs us. */
export function runTool(script: string, args: string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output, errors }))
  })
}

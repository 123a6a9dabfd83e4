import { openAsBlob, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RosterImport } from '#contract/roster.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { listen, postgresSeconds, processorSeconds } from '../members/processes.ts'
import type { RosterPlace } from './place.ts'

/** One import from the first byte sent to the last row committed, and what it cost. */
export interface ImportRun {
  rows: number
  dryRunSeconds: number
  commitSeconds: number
  nodeProcessorSeconds: number
  postgresProcessorSeconds: number
  peakMb: number
  /** Of a small request that somebody else makes fifty times a second meanwhile. */
  p99Milliseconds: number
}

/** Uploads, waits for the dry run, commits, waits for the commit: through HTTP, against a server process of its own. */
export async function importOnce(place: RosterPlace): Promise<ImportRun> {
  // The built server, as people start it: run from its sources it would carry the weight of a compiler.
  const server = await listen([join(projectRoot, 'build/server/cli.js'), 'start'], {
    DATABASE_URL: place.ownerUrl,
    GONGHUI_DATA: place.folder,
    GONGHUI_KEY_FILE: place.keyFile,
    GONGHUI_DEMO: 'off',
    GONGHUI_WORKERS: '1',
    PORT: '0',
  })
  try {
    const officer = await signIn(server.url, place)
    const others = askMeanwhile(officer)
    const before = { node: processorSeconds(server.pid), postgres: postgresSeconds(place.postmaster) }
    const started = performance.now()
    const importId = await upload(officer, place)
    const judged = await settled(officer, importId)
    if (judged.state !== 'ready') throw new Error(`the dry run ended as ${judged.state}`)
    const ready = performance.now()
    await officer.post(`/roster-imports/${importId}/commit`)
    const done = await settled(officer, importId)
    if (done.state !== 'committed') throw new Error(`the commit ended as ${done.state}`)
    const ended = performance.now()
    return {
      rows: judged.counts!.rows,
      dryRunSeconds: (ready - started) / 1000,
      commitSeconds: (ended - ready) / 1000,
      nodeProcessorSeconds: processorSeconds(server.pid) - before.node,
      postgresProcessorSeconds: postgresSeconds(place.postmaster) - before.postgres,
      peakMb: peakMbOf(server.pid),
      p99Milliseconds: await others(),
    }
  } finally {
    await server.stop()
  }
}

interface Officer {
  get(path: string): Promise<unknown>
  post(path: string, body?: FormData): Promise<unknown>
}

async function signIn(url: string, { login, password }: RosterPlace): Promise<Officer> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  const headers = { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, 'x-csrf-token': csrfToken }
  const send = async (path: string, init: RequestInit) => {
    const response = await fetch(`${url}/api/v1${path}`, init)
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} is ${response.status}: ${JSON.stringify(body)}`)
    return body
  }
  return {
    get: (path) => send(path, { headers }),
    post: (path, body) =>
      body === undefined
        ? send(path, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: '{}',
          })
        : send(path, { method: 'POST', headers, body }),
  }
}

async function upload(officer: Officer, { sheet, organisationId }: RosterPlace): Promise<string> {
  const form = new FormData()
  form.append('organisationId', organisationId)
  form.append('file', await openAsBlob(sheet.path), basename(sheet.path))
  return ((await officer.post('/roster-imports', form)) as { importId: string }).importId
}

async function settled(officer: Officer, importId: string): Promise<RosterImport> {
  for (;;) {
    const imported = (await officer.get(`/roster-imports/${importId}`)) as RosterImport
    if (imported.state !== 'judging' && imported.state !== 'committing') return imported
    await sleep(100)
  }
}

function askMeanwhile(officer: Officer): () => Promise<number> {
  const waits: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const asked = performance.now()
      await officer.get('/me')
      waits.push(performance.now() - asked)
      await sleep(20)
    }
  })()
  return async () => {
    isOver = true
    await asking
    return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
  }
}

function peakMbOf(pid: number): number {
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(peak?.[1] ?? 0) / 1024)
}

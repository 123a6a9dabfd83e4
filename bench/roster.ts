import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '#server/platform/embedded/index.ts'
import { createMasterKeys } from '#server/platform/master-keys.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import type { Result } from '#tools/bench.ts'
import { median, rangeOf } from './measures/median.ts'
import { output } from './members/processes.ts'
import { copyLimits, type CopyLimits } from './roster/copy-limits.ts'
import { importOnce, type ImportRun } from './roster/import-run.ts'
import { makePlace, type RosterPlace } from './roster/place.ts'
import { benchRoster } from './roster/sheet.ts'

export const name = 'roster'

const rounds = Number(process.env.GONGHUI_BENCH_ROUNDS ?? 3)
const goals = { timesScanAndCopy: 2, peakMb: 350, p99Milliseconds: 300 }
/** A slow yardstick proves nothing: scanning alone may take this much of a processor for 144,500 × 20. */
const mostScanSeconds = 3

interface Round {
  scan: { seconds: number; processorSeconds: number; peakMb: number }
  ours: ImportRun
  limits: CopyLimits
}

/**
 * A roster of 144,500 rows from the upload to the committed members, beside what it cannot be faster than: scanning the sheet and
 * copying the same rows into the same indexed tables. While it runs, somebody else asks for a small page fifty times a second.
 */
export async function run(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-bench-roster-'))
  const cluster = await startCluster(folder, 'durable')
  const keyFile = join(folder, 'bench.key')
  const keys = createMasterKeys(keyFile)
  try {
    const sheet = await benchRoster(Number(process.env.GONGHUI_BENCH_ROWS ?? 144_500))
    const measured: Round[] = []
    for (let round = 0; round < rounds; round += 1) {
      const place = await makePlace({ cluster, keys, keyFile, folder, sheet, database: `round${round}` })
      measured.push(await measure(place, round))
      await place.drop()
    }
    return figures(measured)
  } finally {
    await cluster.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(place: RosterPlace, round: number): Promise<Round> {
  const scanned = await output(
    process.execPath,
    [join(projectRoot, 'bench/roster/scan.ts'), place.sheet.path],
    {},
  )
  const scan = JSON.parse(scanned) as Round['scan']
  const ours = await importOnce(place)
  const limits = await copyLimits(place)
  const total = (ours.dryRunSeconds + ours.commitSeconds).toFixed(1)
  console.log(
    `  round ${round + 1}: scan ${scan.seconds.toFixed(1)} s, dry run ${ours.dryRunSeconds.toFixed(1)} s + commit ${ours.commitSeconds.toFixed(1)} s = ${total} s, ` +
      `indexed COPY ${limits.indexedSeconds.toFixed(1)} s, plain COPY ${limits.plainSeconds.toFixed(1)} s, peak ${ours.peakMb} MB, p99 ${Math.round(ours.p99Milliseconds)} ms`,
  )
  return { scan, ours, limits }
}

function figures(measured: Round[]): Result[] {
  const of = (value: (round: Round) => number) => measured.map(value)
  const ours = of(({ ours: each }) => each.dryRunSeconds + each.commitSeconds)
  const limits = of(({ scan, limits: each }) => scan.seconds + each.indexedSeconds)
  const ratios = measured.map((_, round) => ours[round]! / limits[round]!)
  const slow = median(of(({ scan }) => scan.processorSeconds)) > mostScanSeconds
  const invalid = slow ? { invalid: `scanning alone took over ${mostScanSeconds} s of a processor` } : {}
  const less = { higherIsBetter: false, ...invalid }
  const peaks = of((round) => round.ours.peakMb)
  const waits = of((round) => round.ours.p99Milliseconds)
  return [
    {
      ...less,
      name: 'roster',
      unit: 's',
      ours: median(ours),
      limit: median(limits),
      ratio: median(ratios),
      goal: goals.timesScanAndCopy,
      range: rangeOf(ours),
      details: detailsOf(measured),
    },
    {
      ...less,
      name: 'roster.peak-memory',
      unit: 'MB',
      ours: median(peaks),
      limit: goals.peakMb,
      ratio: median(peaks) / goals.peakMb,
      goal: 1,
      range: rangeOf(peaks),
    },
    {
      ...less,
      name: 'roster.others-p99',
      unit: 'ms',
      ours: median(waits),
      limit: goals.p99Milliseconds,
      ratio: median(waits) / goals.p99Milliseconds,
      goal: 1,
      range: rangeOf(waits),
    },
  ]
}

function detailsOf(measured: Round[]): Record<string, number> {
  const middle = (value: (round: Round) => number) => Math.round(median(measured.map(value)) * 100) / 100
  return {
    rows: measured[0]!.ours.rows,
    scanSeconds: middle((round) => round.scan.seconds),
    scanProcessorSeconds: middle((round) => round.scan.processorSeconds),
    dryRunSeconds: middle((round) => round.ours.dryRunSeconds),
    commitSeconds: middle((round) => round.ours.commitSeconds),
    nodeProcessorSeconds: middle((round) => round.ours.nodeProcessorSeconds),
    postgresProcessorSeconds: middle((round) => round.ours.postgresProcessorSeconds),
    indexedCopySeconds: middle((round) => round.limits.indexedSeconds),
    indexedCopyProcessorSeconds: middle((round) => round.limits.indexedProcessorSeconds),
    plainCopySeconds: middle((round) => round.limits.plainSeconds),
    timesProcessorSeconds: middle(
      ({ ours, scan, limits }) =>
        (ours.nodeProcessorSeconds + ours.postgresProcessorSeconds) /
        (scan.processorSeconds + limits.indexedProcessorSeconds),
    ),
  }
}

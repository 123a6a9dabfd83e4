import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Two people of one evening who met: when, and what each said of the other. */
export interface Meeting {
  man: string
  woman: string
  order: number
  manYes: boolean
  womanYes: boolean
  /** 1 to 5, from the ten steps of the data. */
  manScore: number | null
  womanScore: number | null
}

/** One evening: the first half of its meetings is the first part, the rest is what could be scheduled. */
export interface Evening {
  name: string
  men: string[]
  women: string[]
  early: Meeting[]
  late: Meeting[]
}

/** The evenings of the public speed-dating data in a file or in every .csv of a folder. */
export function readEvenings(path: string): Evening[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => join(path, name))
    : [path]
  const meetings = files.flatMap((file) => meetingsOf(readFileSync(file, 'latin1')))
  return [...Map.groupBy(meetings, (each) => each.wave)].map(([wave, met]) => evening(wave, met))
}

function evening(name: string, met: Meeting[]): Evening {
  const last = Math.max(...met.map((each) => each.order))
  const isEarly = (each: Meeting) => each.order * 2 <= last
  return {
    name,
    men: [...new Set(met.map((each) => each.man))],
    women: [...new Set(met.map((each) => each.woman))],
    early: met.filter(isEarly),
    late: met.filter((each) => !isEarly(each)),
  }
}

// Each meeting stands twice, once for each of the two; the man's row says all.
function meetingsOf(text: string): (Meeting & { wave: string })[] {
  const [head = [], ...rows] = cells(text)
  const at = (name: string) => head.indexOf(name)
  const [iid, pid, gender, wave, order] = ['iid', 'pid', 'gender', 'wave', 'order'].map(at)
  const [dec, decOther, like, likeOther] = ['dec', 'dec_o', 'like', 'like_o'].map(at)
  return rows
    .filter((row) => row[gender!] === '1' && row[pid!])
    .map((row) => ({
      wave: row[wave!]!,
      man: row[iid!]!,
      woman: row[pid!]!,
      order: Number(row[order!]),
      manYes: row[dec!] === '1',
      womanYes: row[decOther!] === '1',
      manScore: score(row[like!]),
      womanScore: score(row[likeOther!]),
    }))
}

function score(text: string | undefined): number | null {
  return text ? Math.min(5, Math.max(1, Math.ceil(Number(text) / 2))) : null
}

function cells(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const row: string[] = []
    for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
      row.push(quoted ?? plain ?? '')
    rows.push(row)
  }
  return rows
}

import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import type { BackupPlan } from './backup/plan.ts'
import { readLimits, type Limits } from './http/limits-setting.ts'
import { PlainSentence } from './plain-sentence.ts'
import { projectRoot } from './project-root.ts'

/** All settings of a server, read from the environment once. Defaults and meanings: docs/operations.md. */
export interface Settings {
  /** 0 lets the system choose a free port. */
  port: number
  host: string
  dataFolder: string
  keyFile: string
  /** An outside PostgreSQL; null: the built-in one under the data folder. */
  databaseUrl: string | null
  /** Whether an empty data folder gets the demo tenants; `auto`: only on a loopback address. */
  demo: 'on' | 'off' | 'auto'
  demoScale: 'full' | 'small'
  tls: { certificateFile: string; keyFile: string } | null
  /** Addresses or networks whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  workers: number
  publicUrl: string | null
  benchData: string | null
  /** How many requests somebody may send; null: any number. */
  limits: Limits | null
  /** By this word `/metrics` may be read from other machines. */
  metricsToken: string | null
  backups: BackupPlan
  /** A fixed instant in ISO form, for tests only. */
  clock: string | null
  smtpUrl: string | null
  /** Folder outside of this machine's own disk that anchors of the audit log are written to. */
  anchorFolder: string | null
  /** Address that anchors of the audit log are mailed to. */
  anchorMail: string | null
  /** Settings of outside services by the rest of their name: GONGHUI_SMS_KEY is sms.KEY. Empty: not set up. */
  sms: Record<string, string>
  oidc: Record<string, string>
  s3: Record<string, string>
}

type Environment = Record<string, string | undefined>

/**
 * Reads and checks the settings.
 * @throws PlainSentence naming every wrong setting at once, and what it may be.
 */
export function readSettings(environment: Environment): Settings {
  const reader = new Reader(environment)
  const dataFolder = reader.folder('GONGHUI_DATA', join(projectRoot, 'data'))
  const settings: Settings = {
    port: reader.wholeNumber('PORT', { least: 0, most: 65_535, otherwise: 8080 }),
    host: reader.text('HOST') ?? '127.0.0.1',
    dataFolder,
    keyFile: reader.folder('GONGHUI_KEY_FILE', join(dataFolder, 'gonghui.key')),
    databaseUrl: reader.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    demo: reader.choice('GONGHUI_DEMO', ['auto', 'on', 'off']),
    demoScale: reader.choice('GONGHUI_DEMO_SCALE', ['full', 'small']),
    tls: reader.tls(),
    trustedProxies: reader.networks('GONGHUI_TRUSTED_PROXIES'),
    workers: reader.wholeNumber('GONGHUI_WORKERS', { least: 1, most: 64, otherwise: 1 }),
    publicUrl: reader.url('GONGHUI_PUBLIC_URL', ['http:', 'https:']),
    benchData: reader.text('GONGHUI_BENCH_DATA'),
    limits: reader.limits('GONGHUI_LIMITS'),
    metricsToken: reader.text('GONGHUI_METRICS_TOKEN'),
    backups: backupPlan(reader),
    clock: reader.instant('GONGHUI_CLOCK'),
    smtpUrl: reader.url('GONGHUI_SMTP_URL', ['smtp:', 'smtps:']),
    anchorFolder: reader.folderOrNone('GONGHUI_ANCHOR_FOLDER'),
    anchorMail: reader.anchorMail(),
    sms: reader.group('GONGHUI_SMS_'),
    oidc: reader.group('GONGHUI_OIDC_'),
    s3: reader.group('GONGHUI_S3_'),
  }
  reader.refuseWrong()
  return settings
}

function backupPlan(reader: Reader): BackupPlan {
  return {
    folder: reader.text('GONGHUI_BACKUP_FOLDER') === null ? null : reader.folder('GONGHUI_BACKUP_FOLDER', ''),
    keepDays: reader.wholeNumber('GONGHUI_BACKUP_KEEP_DAYS', { least: 1, most: 3650, otherwise: 30 }),
    drillDays: reader.wholeNumber('GONGHUI_DRILL_DAYS', { least: 1, most: 366, otherwise: 7 }),
    leastFreeMegabytes: reader.wholeNumber('GONGHUI_FREE_SPACE_MB', {
      least: 0,
      most: 10_000_000,
      otherwise: 2048,
    }),
  }
}

class Reader {
  readonly #environment: Environment
  readonly #wrong: string[] = []

  constructor(environment: Environment) {
    this.#environment = environment
  }

  text(name: string): string | null {
    const value = this.#environment[name]?.trim()
    return value === undefined || value === '' ? null : value
  }

  folder(name: string, otherwise: string): string {
    return resolve(this.text(name) ?? otherwise)
  }

  folderOrNone(name: string): string | null {
    const folder = this.text(name)
    return folder === null ? null : resolve(folder)
  }

  limits(name: string): Limits | null {
    const limits = readLimits(this.text(name) ?? '')
    if (limits === 'wrong')
      this.#complain(
        name,
        'off, or classes with numbers such as read=1200/300,export=10/20 (a minute / at once)',
      )
    return limits === 'wrong' ? null : limits
  }

  networks(name: string): string[] {
    const networks = (this.text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    if (!networks.every(isNetwork))
      this.#complain(name, 'addresses or networks with commas between, such as 127.0.0.1,10.20.0.0/16')
    return networks
  }

  wholeNumber(name: string, range: { least: number; most: number; otherwise: number }): number {
    const text = this.text(name)
    if (text === null) return range.otherwise
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= range.least && value <= range.most) return value
    this.#complain(name, `a whole number from ${range.least} to ${range.most}`)
    return range.otherwise
  }

  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const text = this.text(name) ?? choices[0]
    const chosen = choices.find((choice) => choice === text)
    if (chosen === undefined) this.#complain(name, choices.join(' or '))
    return chosen ?? choices[0]
  }

  url(name: string, protocols: string[]): string | null {
    const text = this.text(name)
    if (text === null || protocols.includes(URL.parse(text)?.protocol ?? '')) return text
    this.#complain(
      name,
      `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
    return null
  }

  instant(name: string): string | null {
    const text = this.text(name)
    if (text === null) return null
    const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    if (isInstant && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString()
    this.#complain(name, 'an instant with its time zone, such as 2026-06-30T04:00:00Z')
    return null
  }

  tls(): Settings['tls'] {
    const certificateFile = this.text('GONGHUI_TLS_CERT')
    const keyFile = this.text('GONGHUI_TLS_KEY')
    if (certificateFile === null && keyFile === null) return null
    if (certificateFile === null) this.#complain('GONGHUI_TLS_CERT', 'set together with GONGHUI_TLS_KEY')
    else if (!existsSync(certificateFile)) this.#complain('GONGHUI_TLS_CERT', 'a file that exists')
    if (keyFile === null) this.#complain('GONGHUI_TLS_KEY', 'set together with GONGHUI_TLS_CERT')
    else if (!existsSync(keyFile)) this.#complain('GONGHUI_TLS_KEY', 'a file that exists')
    return { certificateFile: certificateFile ?? '', keyFile: keyFile ?? '' }
  }

  anchorMail(): string | null {
    const address = this.text('GONGHUI_ANCHOR_MAIL')
    if (address === null) return null
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) this.#complain('GONGHUI_ANCHOR_MAIL', 'one mail address')
    if (this.text('GONGHUI_SMTP_URL') === null)
      this.#complain('GONGHUI_ANCHOR_MAIL', 'set together with GONGHUI_SMTP_URL')
    return address
  }

  group(prefix: string): Record<string, string> {
    const names = Object.keys(this.#environment).filter((name) => name.startsWith(prefix))
    const pairs = names.map((name) => [name.slice(prefix.length), this.text(name)] as const)
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null))
  }

  refuseWrong(): void {
    if (this.#wrong.length > 0) throw new PlainSentence(this.#wrong.join('\n'))
  }

  /** The value itself is not repeated: it may be a password. */
  #complain(name: string, expected: string): void {
    this.#wrong.push(`The setting ${name} must be ${expected}: mend it and start again.`)
  }
}

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/')
  const version = isIP(address!)
  if (version === 0 || more.length > 0) return false
  // A network of all addresses would believe everybody.
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  )
}

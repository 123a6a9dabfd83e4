import type { BackupRecord, SystemState } from '#contract/system.ts'
import { Table } from 'antd'
import { formatInstant, formatNumber, formatSize } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { originWords, problemWords } from '../words.ts'

/** The newest backups, tried or taken; an empty list says how the first one comes. */
export function Backups({ backups }: { backups: SystemState['backups'] }) {
  return (
    <section className="panel system-part" aria-label={t('backups')}>
      <h2>{t('backups')}</h2>
      <p className="quiet">
        {backups.isScheduled
          ? t('backupsNote', { days: backups.keepDays, drill: backups.drillDays })
          : t('backupsEmptyHint')}
      </p>
      {backups.latest.length > 0 && (
        <div className="list" role="region" aria-label={t('backups')} tabIndex={0}>
          <Table<BackupRecord>
            dataSource={backups.latest}
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={columns()}
          />
        </div>
      )}
    </section>
  )
}

function columns() {
  const right = { align: 'right' as const, className: 'figures' }
  const figure = (value: number | null) => (value === null ? '' : formatNumber(value))
  return [
    { key: 'when', title: t('when'), render: (_: unknown, row: BackupRecord) => formatInstant(row.endedAt) },
    {
      key: 'outcome',
      title: t('outcome'),
      render: (_: unknown, row: BackupRecord) => <Outcome backup={row} />,
    },
    { key: 'by', title: t('by'), render: (_: unknown, row: BackupRecord) => originWords(row.origin) },
    {
      key: 'size',
      title: t('size'),
      ...right,
      render: (_: unknown, row: BackupRecord) => (row.bytes === null ? '' : formatSize(row.bytes)),
    },
    { key: 'rows', title: t('rows'), ...right, render: (_: unknown, row: BackupRecord) => figure(row.rows) },
    {
      key: 'attachments',
      title: t('attachments'),
      ...right,
      render: (_: unknown, row: BackupRecord) => figure(row.attachments),
    },
    {
      key: 'took',
      title: t('took'),
      ...right,
      render: (_: unknown, row: BackupRecord) => t('seconds', { count: secondsOf(row.tookMilliseconds) }),
    },
  ]
}

function Outcome({ backup }: { backup: BackupRecord }) {
  if (backup.problem === null)
    return (
      <span className="all-well">
        <Icon name="check" />
        {t('readBack')}
      </span>
    )
  return (
    <span className="system-bad">
      <Icon name="warn" />
      {t('failedBecause', { why: problemWords(backup.problem) })}
    </span>
  )
}

/** Milliseconds as seconds, one digit behind the point. */
export function secondsOf(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

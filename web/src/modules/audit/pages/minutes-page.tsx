import '../audit.css'
import { shortDigest } from '#contract/audit-digest.ts'
import type { AuditSeal } from '#contract/audit.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { Facts } from '../../../ui/facts.tsx'
import { s } from '../seal-texts.ts'

/** Every seal, newest first. */
export default function MinutesPage() {
  const find = useFindSeal()
  return (
    <ListPage
      title={s('everySeal')}
      operation="listAuditSeals"
      columns={columns()}
      rowId={(seal) => String(seal.number)}
      empty={{ title: s('sealsEmpty'), hint: s('sealsEmptyHint') }}
      panel={(number) => ({ title: s('seal', { number }), body: <SealFacts seal={find(number)} /> })}
      above={
        <p className="audit-links">
          <Link to={'/audit/seals' as never}>{s('backToSeals')}</Link>
        </p>
      }
    />
  )
}

function columns(): Column<AuditSeal>[] {
  return [
    {
      key: 'number',
      title: s('number'),
      width: 110,
      align: 'figures',
      render: ({ number }) => formatNumber(number),
    },
    { key: 'time', title: s('sealedAt'), width: 230, render: ({ sealedAt }) => formatInstant(sealedAt) },
    {
      key: 'entries',
      title: s('entries'),
      width: 130,
      align: 'figures',
      render: ({ entries }) => formatNumber(entries),
    },
    {
      key: 'heads',
      title: s('grown'),
      width: 130,
      align: 'figures',
      render: ({ heads }) => formatNumber(heads),
    },
    { key: 'hash', title: s('checkCode'), render: ({ hash }) => <code>{shortDigest(hash)}</code> },
  ]
}

function SealFacts({ seal }: { seal: AuditSeal | undefined }) {
  if (seal === undefined) return null
  const facts = [
    [s('sealedAt'), formatInstant(seal.sealedAt)],
    [s('entries'), formatNumber(seal.entries)],
    [s('grown'), formatNumber(seal.heads)],
    [s('digest'), <code key="hash">{seal.hash}</code>],
  ] as const
  return <Facts facts={facts} />
}

// A seal is no more than its row: the panel shows the one of a page that has been read.
function useFindSeal(): (number: string) => AuditSeal | undefined {
  const client = useQueryClient()
  return (number) =>
    client
      .getQueriesData<{ items: AuditSeal[] }>({ queryKey: ['listAuditSeals'] })
      .flatMap(([, data]) => data?.items ?? [])
      .find((seal) => String(seal.number) === number)
}

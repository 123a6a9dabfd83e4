import '../funds.css'
import type { Contribution } from '#contract/funds-contributions.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useId } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatInstant, formatMoney } from '../../../kit/format.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { c } from '../contribution-texts.ts'
import { ContributionMoney } from '../parts/contribution-money.tsx'
import { RuleList } from '../parts/rule-list.tsx'
import { useReason } from '../parts/use-reason.tsx'
import { word } from '../words.ts'

/** What an employer contributes for a month: what came in, what each level gets of it, what was passed on, and everything that happened. */
export default function ContributionPage() {
  const contributionId = useParam('contributionId')
  const { tab = 'money' } = useSearchText()
  const navigate = useNavigate()
  const { data, error, isPending } = useRead('getContribution', { contributionId })
  const show = (key: string) => void navigate({ to: '.', search: { tab: key } as never, replace: true })
  return (
    <Page
      title={data === undefined ? c('title') : `${data.employerName} · ${data.month}`}
      note={
        data &&
        [
          data.organisationName,
          word('contributionKind', data.kind),
          word('contributionWay', data.way),
          word('contributionState', data.state),
        ].join(' · ')
      }
      actions={<Link to={'/contributions' as never}>{c('back')}</Link>}
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <>
          <Sums contribution={data} />
          <PageTabs
            label={data.employerName}
            shown={tab}
            onOpen={show}
            tabs={[
              { key: 'money', name: c('money') },
              { key: 'trail', name: c('trail') },
              { key: 'rules', name: c('rules') },
            ]}
          />
          {tab === 'money' && <ContributionMoney contribution={data} />}
          {tab === 'trail' && <Trail contribution={data} />}
          {tab === 'rules' && <RuleList title={c('rules')} rules={data.rules} />}
        </>
      )}
    </Page>
  )
}

function Sums({ contribution }: { contribution: Contribution }) {
  const { lateFee } = contribution
  return (
    <section className="panel">
      <dl className="funds-sums">
        <div>
          <dt>{c('base')}</dt>
          <dd>{formatMoney(contribution.wageBaseFen)}</dd>
        </div>
        <div>
          <dt>{c('due')}</dt>
          <dd>
            {formatMoney(contribution.dueFen)}
            <small className={contribution.state === 'overdue' ? 'problem' : 'quiet'}>
              {contribution.state === 'overdue'
                ? c('late', { days: contribution.daysOverdue })
                : c('until', { day: formatDate(contribution.dueOn) })}
            </small>
          </dd>
        </div>
        <div>
          <dt>{c('received')}</dt>
          <dd>{formatMoney(contribution.receivedFen)}</dd>
        </div>
        <div>
          <dt>{c('passOn')}</dt>
          <dd>{formatMoney(contribution.toPassOnFen)}</dd>
        </div>
        {lateFee !== null && (
          <div>
            <dt>{c('lateFee')}</dt>
            <dd>
              {formatMoney(lateFee.accruedFen)}
              <small className="quiet">
                {c('received')} {formatMoney(lateFee.receivedFen)}
              </small>
            </dd>
          </div>
        )}
      </dl>
      <Withdraw contribution={contribution} />
    </section>
  )
}

function Withdraw({ contribution }: { contribution: Contribution }) {
  const whyId = useId()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const askReason = useReason()
  const act = useAct('withdrawContribution', { invalidates: ['listContributions', 'sumContributions'] })
  const off = contribution.can.withdraw
  if (off === 'no_power') return null
  async function withdraw() {
    const reason = await askReason({
      title: c('withdrawTitle'),
      body: c('withdrawBody'),
      verb: c('withdraw'),
    })
    if (reason === null) return
    const { id, employerId, organisationId, month, kind, way } = contribution
    act.mutate(
      { contributionId: id, reason },
      {
        onSuccess: () =>
          void navigate({
            to: '/contributions/new' as never,
            search: { employerId, organisationId, month, kind, way } as never,
          }),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <div className="funds-actions">
      <Button
        disabled={off !== null}
        loading={act.isPending}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void withdraw()}
      >
        {c('withdraw')}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {word('hand', off)}
        </span>
      )}
    </div>
  )
}

/** Everything that happened, the latest first: who recorded, booked, took back and withdrew, and why. */
function Trail({ contribution }: { contribution: Contribution }) {
  const happened = [
    ...contribution.withdrawn.flatMap((each) => [
      { at: each.recordedAt, what: c('recorded', { by: each.recordedBy, ...sumsOf(each) }) },
      {
        at: each.withdrawnAt,
        what: c('withdrawn', { by: each.withdrawnBy, reason: each.reason, ...sumsOf(each) }),
      },
    ]),
    {
      at: contribution.recordedAt,
      what: c('recorded', { by: contribution.recordedBy, ...sumsOf(contribution) }),
    },
    ...contribution.movements.flatMap((each) => {
      const about = { kind: word('movement', each.kind), amount: formatMoney(each.amountFen) }
      const booked = {
        at: each.recordedAt,
        what: c('booked', { by: each.recordedBy, voucher: each.voucherNo, ...about }),
      }
      if (each.reversal === null) return [booked]
      const { reversedBy: by, reason, reversedAt } = each.reversal
      return [booked, { at: reversedAt, what: c('reversed', { by, reason, ...about }) }]
    }),
  ].toSorted((one, other) => other.at.localeCompare(one.at))
  return (
    <section className="panel funds-step" aria-label={c('trail')}>
      <ol className="funds-trail">
        {happened.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <time className="quiet" dateTime={at}>
              {formatInstant(at)}
            </time>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sumsOf({ wageBaseFen, dueFen }: { wageBaseFen: number; dueFen: number }) {
  return { base: formatMoney(wageBaseFen), due: formatMoney(dueFen) }
}

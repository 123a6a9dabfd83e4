import '../funds.css'
import type { PaymentExplanation } from '#contract/stipends.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatInstant, formatMoney, formatPeriod } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { points } from '../../assessments/words.ts'
import { kindName } from '../../ballots/words.ts'
import { BenefitGrounds } from '../parts/benefit-grounds.tsx'
import { periodWords } from '../periods.ts'
import { ruleWords } from '../rule-words.ts'
import { s } from '../stipend-texts.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

/** Why somebody gets an amount, opened to the bottom: the work first, the money second. */
export default function WhyPage() {
  const claimId = useParam('claimId')
  const { data, error, isPending } = useRead('explainPayment', { claimId })
  return (
    <Page
      title={data ? s('why', { amount: formatMoney(data.netFen) }) : t('why')}
      note={
        data &&
        s('whyNote', {
          name: data.name,
          organisation: data.organisationName,
          period: periodWords(data.period),
        }) + (data.isDifference ? ` · ${s('isDifference')}` : '')
      }
      actions={<Link to={'/payment-lists' as never}>{t('backToLists')}</Link>}
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <section className="panel">
          {data.benefit === null ? <Spirit why={data} /> : <BenefitGrounds benefit={data.benefit} />}
          {data.reason === 'stipend' && <Posts why={data} />}
          <Sum why={data} />
          <Rules why={data} />
          <Run why={data} />
          <Lines why={data} />
        </section>
      )}
    </Page>
  )
}

type Part = { why: PaymentExplanation }

function Spirit({ why: { grade, honours } }: Part) {
  const mayScore = useMay('assessments.score')
  return (
    <div className="funds-spirit">
      <h2>{s('spirit')}</h2>
      {grade === null ? (
        <p>{s('noGrade')}</p>
      ) : (
        <>
          <strong>
            {s('gradeIs', {
              period: formatPeriod(grade.startsOn, grade.endsBefore),
              grade: word('grade', grade.grade),
            })}
            {grade.assessed?.score != null && ` · ${s('score', { points: points(grade.assessed.score) })}`}
          </strong>
          <p>
            {s('thanks')} {grade.reason}
            {grade.enteredBy !== null && grade.approvedBy !== null && (
              <span className="quiet">
                {' '}
                {s('approvedBy', { entered: grade.enteredBy, approved: grade.approvedBy })}
              </span>
            )}
            {grade.assessed !== null && mayScore && (
              <Link to={`/assessments/people/${grade.assessed.assessmentId}` as never}>
                {s('assessment')}
              </Link>
            )}
          </p>
        </>
      )}
      {honours.length > 0 && (
        <ul aria-label={s('honours')}>
          {honours.map((honour) => (
            <li key={honour.titleEn + honour.grantedOn}>
              ★ {language() === 'zh' ? honour.titleZh : honour.titleEn} · {formatDate(honour.grantedOn)}
              <span className="quiet"> · {honour.deed}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="funds-step">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

const basis = { election: 'basis_election', document: 'basis_document' } as Record<
  string,
  'basis_election' | 'basis_document'
>

function Posts({ why }: Part) {
  return (
    <Step title={s('stepPosts')}>
      <ul>
        {why.posts.map((post, at) => (
          <li key={at}>
            {post.organisationName} · {post.fullTime ? s('fullTime') : s('partTime')} ·{' '}
            {formatPeriod(post.startsOn, post.endsBefore)} · {s(basis[post.basis] ?? 'basis_register')}
            {post.documentNo !== null && ` · ${post.documentNo}`}
          </li>
        ))}
        {why.elections.map((election) => (
          <li key={election.ballotId}>
            <Won election={election} />
          </li>
        ))}
        <li>
          {why.inductionOn === null
            ? s('noInduction')
            : s('inductionOn', { day: formatDate(why.inductionOn) })}
        </li>
      </ul>
    </Step>
  )
}

/** The election behind a post: whoever may read elections opens it. */
function Won({ election }: { election: PaymentExplanation['elections'][number] }) {
  const mayRead = useMay('ballots.read')
  const words = s('electedIn', {
    kind: kindName(election.kind),
    organisation: election.organisationName,
    title: election.title,
    day: formatDate(election.meetingOn),
    confirmed: formatDate(election.confirmedOn),
  })
  return mayRead ? <Link to={`/ballots/${election.ballotId}` as never}>{words}</Link> : <>{words}</>
}

function Sum({ why }: Part) {
  const { sum } = why
  return (
    <Step title={s('stepSum')}>
      <Facts
        facts={[
          ...(sum === null
            ? []
            : ([
                [s('rate'), formatMoney(sum.rateFen)],
                [
                  s('part'),
                  `${s(`part_${sum.part}`)} · ${s('daysOf', { days: sum.days, all: sum.monthDays })}`,
                ],
                [s('dueSum'), formatMoney(sum.dueFen)],
                [s('beforeSum'), formatMoney(sum.beforeFen)],
              ] as const)),
          [s('gross'), formatMoney(why.grossFen)],
          [s('taxSum'), formatMoney(why.taxFen)],
          [s('net'), <strong key="net">{formatMoney(why.netFen)}</strong>],
        ]}
      />
    </Step>
  )
}

function Rules({ why }: Part) {
  return (
    <Step title={s('stepRules')}>
      <ul>
        {why.rules.map((rule) => (
          <li key={rule.key}>
            <strong>{word('rule', rule.key)}</strong> <span className="quiet">{rule.source}</span>
            <div>{ruleWords(rule.key, rule.value)}</div>
          </li>
        ))}
      </ul>
    </Step>
  )
}

function Run({ why: { run } }: Part) {
  if (run === null) return null
  return (
    <Step title={s('stepRun')}>
      <p>{s('runIs', { when: formatInstant(run.runAt), lines: run.lines, budget: run.budgetName })}</p>
    </Step>
  )
}

function Lines({ why }: Part) {
  return (
    <Step title={s('stepLines')}>
      {why.lines.length === 0 && <p className="quiet">{s('notListed')}</p>}
      {why.lines.map((line) => (
        <div key={line.batchId}>
          <Link to={`/payment-lists/${line.batchId}` as never}>
            {s('line', {
              batch: line.batchNumber,
              number: line.number,
              account: line.account,
              amount: formatMoney(line.amountFen),
            })}
          </Link>
          <ul>
            {line.acts.map((act) => (
              <li key={act.act}>
                {word('act', act.act)} · {act.name} · {formatInstant(act.actedAt)}
              </li>
            ))}
            {line.entries.map((entry, at) => (
              <li key={`${entry.kind}-${at}`} className="quiet">
                {t('entries')} · {word('entry', entry.kind)} · {formatInstant(entry.recordedAt)}
              </li>
            ))}
          </ul>
          {line.returned !== null && (
            <p className="problem">{s('wasReturned', { cause: word('cause', line.returned) })}</p>
          )}
        </div>
      ))}
    </Step>
  )
}

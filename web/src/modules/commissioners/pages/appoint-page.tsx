import '../commissioners.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Checkbox, Form, Input, Select, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { CandidacyDeclaration, CandidacyObstacle } from '#contract/candidacy.ts'
import { commissionerKinds, type CommissionerKind } from '#contract/commissioners.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../pool-texts.ts'
import { obstacleWords, positionOptions, relationOptions } from '../../ballots/candidacy-words.ts'
import { kindName } from '../gap-words.ts'

interface Values extends CandidacyDeclaration {
  kind: CommissionerKind
  more?: string[]
  basis: 'election' | 'document'
  documentNo: string
  startsOn: string
  lastDay: string
}

const changed = [
  'listCommissioners',
  'getCommissionerCoverage',
  'listTwoNewOrganisations',
  'getOrganisationStory',
  'listVacancyMatches',
  'listTalents',
] as const

/** 配备党工专员: somebody of the pool gets the post here and, where it fits, at other organisations too; the declaration is judged while it is filled in. */
export default function AppointPage() {
  const organisationId = useParam('twoNewId')
  const { talentId } = useSearchText()
  const story = useRead('getOrganisationStory', { organisationId })
  const talents = useRead('listTalents', { limit: 200 })
  const talent = talents.data?.items.find(({ id }) => id === talentId)
  const back = (
    <Link
      className="button-link"
      to="/commissioners/organisations/$twoNewId"
      params={{ twoNewId: organisationId } as never}
      search={{} as never}
    >
      {t('back')}
    </Link>
  )
  const error = story.error ?? talents.error
  if (error)
    return (
      <Page title={t('appointTitle')}>
        <p className="problem">{errorSentence(error)}</p>
      </Page>
    )
  if (!story.data || !talents.data) return <Skeleton active aria-label={t('loading')} />
  if (talent === undefined)
    return (
      <Page title={t('appointTitle')} note={story.data.name} actions={back}>
        <section className="list-empty">
          <h2>{t('choosePerson')}</h2>
          <p>{t('choosePersonHint')}</p>
          {back}
        </section>
      </Page>
    )
  return (
    <Page
      title={t('appointTitle')}
      note={t('appointNote', { name: talent.name, organisation: story.data.name })}
      actions={back}
    >
      <section className="panel appoint-form">
        <AppointForm organisationId={organisationId} talentId={talent.id} fullTime={talent.fullTime} />
      </section>
    </Page>
  )
}

type FormProps = { organisationId: string; talentId: string; fullTime: boolean }

function AppointForm({ organisationId, talentId, fullTime }: FormProps) {
  const { message } = App.useApp()
  const { today } = useMe()
  const navigate = useNavigate()
  const [obstacles, setObstacles] = useState<readonly CandidacyObstacle[]>([])
  return (
    <FormShell<'giveCommissionerPost', Values>
      operation="giveCommissionerPost"
      invalidates={changed}
      initial={{
        kind: fullTime ? 'party_affairs_officer' : 'part_time_chair',
        basis: 'election',
        startsOn: today,
        lastDay: yearsLater(today, 3),
        relation: 'none',
        positions: [],
      }}
      toInput={(values) => ({
        talentId,
        organisationIds: [organisationId, ...(values.more ?? []).filter((id) => id !== organisationId)],
        kind: values.kind,
        basis: values.basis,
        documentNo: values.documentNo.trim(),
        startsOn: values.startsOn,
        endsBefore: dayAfter(values.lastDay),
        declaration: { relation: values.relation, positions: values.positions },
      })}
      submit={t('appointTitle')}
      why={obstacles.length > 0 ? t('blocked') : undefined}
      onDone={({ appointmentIds }) => {
        void message.success(t('appointed', { count: appointmentIds.length }))
        void navigate({
          to: '/commissioners/organisations/$twoNewId',
          params: { twoNewId: organisationId } as never,
          search: {} as never,
        })
      }}
    >
      <FormField name="kind" label={t('kind')} need="required">
        <Select options={commissionerKinds.map((kind) => ({ value: kind, label: kindName(kind) }))} />
      </FormField>
      <FormField name="more" label={t('more')} need="optional">
        <OrganisationSelect many="many" kind="employer" label={t('more')} />
      </FormField>
      <FormField name="basis" label={t('basis')} need="required">
        <Select
          options={[
            { value: 'election', label: t('byElection') },
            { value: 'document', label: t('byDocument') },
          ]}
        />
      </FormField>
      <FormField name="documentNo" label={t('documentNo')} need="required">
        <Input maxLength={100} />
      </FormField>
      <FormField name="startsOn" label={t('startsOn')} need="required">
        <DateField />
      </FormField>
      <FormField name="lastDay" label={t('lastDayOfTerm')} need="required">
        <DateField />
      </FormField>
      <h2>{t('declaration')}</h2>
      <FormField name="relation" label={t('relation')} need="required">
        <Select options={relationOptions()} />
      </FormField>
      <FormField name="positions" label={t('positions')} need="optional">
        <Checkbox.Group options={positionOptions()} />
      </FormField>
      <Judged organisationId={organisationId} obstacles={obstacles} onJudged={setObstacles} />
    </FormShell>
  )
}

interface JudgedProps {
  organisationId: string
  obstacles: readonly CandidacyObstacle[]
  onJudged: (obstacles: readonly CandidacyObstacle[]) => void
}

/** What the candidate rules say of the declaration as it stands. */
function Judged({ organisationId, obstacles, onJudged }: JudgedProps) {
  const form = Form.useFormInstance<Values>()
  const kind = Form.useWatch('kind', form)
  const relation = Form.useWatch('relation', form)
  const positions = Form.useWatch('positions', form)
  const { mutate } = useAct('checkCandidacy', { invalidates: [] })
  useEffect(() => {
    if (kind === undefined || relation === undefined) return
    mutate(
      { organisationId, kind, declaration: { relation, positions: positions ?? [] } },
      { onSuccess: (answer) => onJudged(answer.obstacles) },
    )
  }, [kind, relation, positions, organisationId, mutate, onJudged])
  if (obstacles.length === 0) return <Alert type="success" showIcon title={t('checkFine')} />
  return (
    <Alert
      type="error"
      showIcon
      title={obstacles.map((obstacle) => (
        <div key={`${obstacle.code} ${obstacle.position}`}>
          {t('checkBlocked', { obstacle: obstacleWords(obstacle), source: obstacle.rule.source })}
        </div>
      ))}
    />
  )
}

/** The last day of a term of so many years that begins on the day. */
function yearsLater(day: string, years: number): string {
  const end = new Date(`${Number(day.slice(0, 4)) + years}${day.slice(4)}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() - 1)
  return end.toISOString().slice(0, 10)
}

import '../assessments.css'
import '../scheme.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input, InputNumber, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { Indicator, Scheme, SchemeContent, SubjectKind } from '#contract/assessments-schemes.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { IndicatorRow } from '../parts/indicator-row.tsx'
import { t } from '../scheme-texts.ts'

/** A scheme, written anew or revised: indicators in rows, and whether their weights make a hundred. */
export default function SchemePage() {
  const schemeId = useParam('schemeId')
  const schemes = useRead('listSchemes')
  const title = schemeId === 'new' ? t('newScheme') : t('revise')
  if (schemes.error)
    return (
      <Page title={title}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(schemes.error)} />
      </Page>
    )
  if (!schemes.data)
    return (
      <Page title={title}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  const scheme = schemes.data.items.find(({ id }) => id === schemeId) ?? null
  return (
    <Page title={scheme?.name ?? title} {...(scheme !== null && { note: t('frozen') })}>
      <Editor key={schemeId} scheme={scheme} subjects={schemes.data.subjects} />
    </Page>
  )
}

function Editor({ scheme, subjects }: { scheme: Scheme | null; subjects: readonly SubjectKind[] }) {
  const { actingAs } = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [kind, setKind] = useState(scheme?.subjectKind ?? subjects[0]?.kind ?? '')
  const [name, setName] = useState('')
  const subject = subjects.find((each) => each.kind === kind)
  const [content, setContent] = useState<SchemeContent>(firstContent(scheme, subject))
  const unnamed = scheme === null && name.trim().length < 2
  const create = useAct('createScheme', { invalidates: ['listSchemes'] })
  const revise = useAct('reviseScheme', { invalidates: ['listSchemes'] })
  const error = create.error ?? revise.error
  const weight = content.indicators.reduce((sum, indicator) => sum + indicator.weight, 0)
  const done = () => {
    void message.success(t('saved'))
    void navigate({ to: '/assessments' as never, search: { tab: 'schemes' } as never })
  }
  const save = () =>
    scheme === null
      ? create.mutate(
          { organisationId: actingAs?.organisationId ?? '', subjectKind: kind, name, content },
          { onSuccess: done },
        )
      : revise.mutate({ schemeId: scheme.id, content }, { onSuccess: done })
  return (
    <div className="assess-page">
      {scheme === null && (
        <Head name={name} setName={setName} kind={kind} setKind={setKind} subjects={subjects} />
      )}
      <Indicators content={content} subject={subject} change={setContent} />
      {error && <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />}
      <div className="assess-foot">
        <Button
          type="primary"
          disabled={weight !== 100 || unnamed}
          loading={create.isPending || revise.isPending}
          onClick={save}
        >
          {scheme === null ? t('save') : t('saveVersion')}
        </Button>
        <span className={weight === 100 ? 'quiet' : 'ends-soon'} role="status">
          {t(weight === 100 ? 'sum' : 'sumWrong', { weight })}
        </span>
        {unnamed && <span className="quiet">{t('needName')}</span>}
      </div>
    </div>
  )
}

function firstContent(scheme: Scheme | null, subject: SubjectKind | undefined): SchemeContent {
  return scheme?.content ?? subject?.preset ?? { indicators: [], leastKnown: 60 }
}

interface HeadProps {
  name: string
  setName: (name: string) => void
  kind: string
  setKind: (kind: string) => void
  subjects: readonly SubjectKind[]
}

function Head({ name, setName, kind, setKind, subjects }: HeadProps) {
  return (
    <section className="panel" aria-label={t('name')}>
      <label>
        {t('name')}
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {t('subject')}
        <Select
          aria-label={t('subject')}
          className="assess-wide"
          value={kind}
          options={subjects.map((each) => ({
            value: each.kind,
            label: language() === 'zh' ? each.zh : each.en,
          }))}
          onChange={setKind}
        />
      </label>
    </section>
  )
}

interface IndicatorsProps {
  content: SchemeContent
  subject: SubjectKind | undefined
  change: (content: SchemeContent) => void
}

function Indicators({ content, subject, change }: IndicatorsProps) {
  const { indicators } = content
  const set = (at: number, values: Partial<Indicator>) =>
    change({
      ...content,
      indicators: indicators.map((each, place) => (place === at ? { ...each, ...values } : each)),
    })
  return (
    <section className="panel" aria-label={t('indicators')}>
      <h2>{t('indicators')}</h2>
      {indicators.map((indicator, at) => (
        <IndicatorRow
          key={indicator.code}
          indicator={indicator}
          subject={subject}
          change={(values) => set(at, values)}
          remove={() => change({ ...content, indicators: indicators.filter((_, place) => place !== at) })}
        />
      ))}
      <div className="assess-foot">
        <Button
          disabled={indicators.length >= 20}
          onClick={() => change({ ...content, indicators: [...indicators, freshIndicator(indicators)] })}
        >
          {t('add')}
        </Button>
        <label>
          {t('leastKnown')}{' '}
          <InputNumber
            min={1}
            max={100}
            precision={0}
            value={content.leastKnown}
            onChange={(leastKnown) => change({ ...content, leastKnown: leastKnown ?? 60 })}
          />
        </label>
        <span className="quiet">{t('leastKnownHint')}</span>
      </div>
    </section>
  )
}

function freshIndicator(indicators: readonly Indicator[]): Indicator {
  let no = indicators.length + 1
  while (indicators.some(({ code }) => code === `item_${no}`)) no += 1
  return {
    code: `item_${no}`,
    titleZh: '',
    titleEn: '',
    source: 'superior',
    weight: 0,
    extra: 0,
    counter: null,
    target: null,
    cap: 10_000,
    missing: 'left_out',
  }
}

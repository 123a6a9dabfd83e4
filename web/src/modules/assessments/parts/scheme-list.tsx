import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import type { Scheme, SubjectKind } from '#contract/assessments-schemes.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../scheme-texts.ts'
import { indicatorName } from '../words.ts'

interface Answer {
  data?: { items: Scheme[]; subjects: SubjectKind[] } | undefined
  error: Error | null
}

/** Schemes in their newest version, each with its indicators and weights. */
export function SchemeList({ answer: { data, error } }: { answer: Answer }) {
  if (error) return <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(error)} />
  if (!data) return <Skeleton active aria-label={t('loading')} />
  if (data.items.length === 0)
    return (
      <div className="panel">
        <h2>{t('noSchemes')}</h2>
        <p className="quiet">{t('noSchemesHint')}</p>
      </div>
    )
  const kindName = (kind: string) => {
    const found = data.subjects.find((each) => each.kind === kind)
    return (language() === 'zh' ? found?.zh : found?.en) ?? kind
  }
  return (
    <div className="assess-page">
      {data.items.map((scheme) => (
        <section key={scheme.id} className="panel" aria-label={scheme.name}>
          <h2>
            <Link to={`/assessments/schemes/${scheme.id}` as never}>{scheme.name}</Link>
          </h2>
          <p className="quiet">
            {scheme.organisationName} · {t('subject')}: {kindName(scheme.subjectKind)} ·{' '}
            {t('versionOf', { version: scheme.version, day: formatDay(shanghaiDate(scheme.writtenAt)) })} ·{' '}
            {t('periods')} {scheme.periods}
          </p>
          <p>
            {scheme.content.indicators
              .map(
                (each) =>
                  `${indicatorName(each)} ${each.weight > 0 ? `${each.weight}%` : `+${each.extra / 100}`}`,
              )
              .join(' · ')}
          </p>
        </section>
      ))}
    </div>
  )
}

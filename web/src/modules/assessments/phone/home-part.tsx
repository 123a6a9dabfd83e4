import './home-part.css'
import { useRead } from '../../../kit/query.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './texts.ts'

/** On the first page of the phone, where something of assessments waits: a report, a result, an opinion. */
export default function AssessmentsHomePart() {
  const { data } = useRead('getOwnAssessmentDuties')
  if (!data || data.reports + data.results + data.voices === 0) return null
  return (
    <ul className="rows assess-due">
      {data.results > 0 && (
        <Row to="/assessments" icon="check" title={t('resultWaits')} hint={t('resultWaitsHint')} />
      )}
      {data.reports > 0 && (
        <Row to="/assessments" icon="check" title={t('reportWaits')} hint={t('reportWaitsHint')} />
      )}
      {data.voices > 0 && (
        <Row
          to="/assessment-voices"
          icon="person"
          title={t('voicesWait', { count: data.voices })}
          hint={t('voicesWaitHint')}
        />
      )}
    </ul>
  )
}

import './people.css'
import { useState } from 'react'
import type { OwnRequest } from '#contract/own-data.ts'
import { language } from '../../../i18n/language.ts'
import { fetchFile } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { actName, fieldName, stateName, valueWords } from '../../approvals/words.ts'
import { t } from './rights-texts.ts'

/** What I have asked for about my data, with every answer and its reason; and everything about me to take away. */
export default function RequestsPage() {
  const requests = useRead('listOwnRequests')
  return (
    <>
      <section className="file-part">
        <h2>{t('requests')}</h2>
        {requests.isPending && <Skeleton lines={4} label={t('loading')} />}
        {requests.error && <Notice tone="problem" title={errorSentence(requests.error)} />}
        {requests.data?.items.length === 0 && (
          <div className="sheet">
            <strong>{t('noRequests')}</strong>
            <p>{t('noRequestsHint')}</p>
          </div>
        )}
        {requests.data?.items.map((one) => (
          <Request key={one.id} request={one} />
        ))}
      </section>
      <TakeAway />
    </>
  )
}

function Request({ request }: { request: OwnRequest }) {
  const withdraw = useAct('withdrawOwnRequest', { invalidates: ['listOwnRequests', 'getErasurePreview'] })
  const when =
    request.executeOn && request.state === 'scheduled'
      ? t('executeOn', { date: formatDay(request.executeOn) })
      : null
  return (
    <article className="sheet request">
      <h3>
        {t(request.kind)} · {stateName(request.state)}
      </h3>
      <p className="figures">
        {formatInstant(request.askedAt)}
        {request.state === 'waiting' && request.dueOn && ` · ${t('due', { date: formatDay(request.dueOn) })}`}
      </p>
      {when && <p>{when}</p>}
      {request.kind === 'correction' && (
        <ul>
          {request.lines.map((line) => (
            <li key={line.field}>
              {fieldName(line.field)}：{line.before && `${valueWords(line.before)} → `}
              {line.after && valueWords(line.after)}
            </li>
          ))}
        </ul>
      )}
      {request.attachments.length > 0 && <p>{t('filesSent', { count: request.attachments.length })}</p>}
      <ol>
        {request.acts.slice(1).map((act) => (
          <li key={act.actedAt}>
            {actName(act.act)} {act.organisationName && `· ${act.organisationName}`}
            <small className="figures">{formatInstant(act.actedAt)}</small>
            {act.reason && <p>{act.reason}</p>}
          </li>
        ))}
      </ol>
      {withdraw.error && <Notice tone="problem" title={errorSentence(withdraw.error)} />}
      {request.can.change && (
        <PhoneLink to="/correction" className="button button-plain">
          {t('mend')}
        </PhoneLink>
      )}
      {request.can.withdraw && (
        <Button
          look="quiet"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ requestId: request.id })}
        >
          {t('withdraw')}
        </Button>
      )}
    </article>
  )
}

function TakeAway() {
  const [problem, setProblem] = useState<unknown>()
  const take = async (format: 'html' | 'json') => {
    setProblem(undefined)
    try {
      saveFile(await fetchFile('downloadOwnData', { format, language: language() }))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <section className="file-part">
      <h2>{t('download')}</h2>
      <div className="sheet">
        <p>{t('downloadHint')}</p>
        {problem !== undefined && <Notice tone="problem" title={errorSentence(problem)} />}
        <div className="phone-actions">
          <Button onClick={() => void take('html')}>{t('page')}</Button>
          <Button onClick={() => void take('json')}>{t('file')}</Button>
        </div>
      </div>
    </section>
  )
}

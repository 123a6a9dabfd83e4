import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { call } from '../../../kit/call.ts'
import { allFieldSentences, errorSentence } from '../../../kit/errors.ts'
import type { Written } from '../written.ts'
import { t } from '../texts.ts'
import { BulletinText } from './bulletin-text.tsx'

const pauseMs = 600

interface PreviewProps {
  written: Written
  shown: 'zh' | 'en'
  organisationId: string
}

/** What the text says now, a moment after the last key; what is wrong is named with its line. */
export function Preview({ written, shown, organisationId }: PreviewProps) {
  const asked = useSettled(written)
  const { data, error } = useQuery({
    queryKey: ['renderBulletin', organisationId, asked],
    queryFn: () =>
      call('renderBulletin', {
        textZh: asked.textZh,
        textEn: asked.textEn,
        organisationId,
        ...(asked.asOf === null ? {} : { asOf: asked.asOf }),
      }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <section aria-label={t('preview')}>
      <h2 className="section-title">{t('preview')}</h2>
      {error && (
        <Alert
          type="warning"
          showIcon
          title={
            error instanceof CallError && error.status === 400 ? t('previewWaits') : errorSentence(error)
          }
          description={
            <ul className="bulletin-faults">
              {allFieldSentences(error).map(({ path, sentence }) => (
                <li key={path + sentence}>
                  {path === 'textZh' ? t('chinese') : t('english')}：{sentence}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {!data && !error && <Skeleton active />}
      {data && <p className="quiet">{t('previewHides')}</p>}
      {data && (
        <div className="panel bulletin-paper" lang={shown === 'zh' ? 'zh-CN' : 'en'}>
          <BulletinText blocks={data[shown]} figures={data.figures} />
        </div>
      )}
    </section>
  )
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const later = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(later)
  }, [value])
  return settled
}

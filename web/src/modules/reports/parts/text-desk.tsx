import { Button, Input } from 'antd'
import { useRef } from 'react'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { useRead } from '../../../kit/query.ts'
import { measureName } from '../../measures/words.ts'
import type { Written } from '../written.ts'
import { t } from '../texts.ts'

interface TextDeskProps {
  written: Written
  shown: 'zh' | 'en'
  onShow: (language: 'zh' | 'en') => void
  onWrite: (change: Partial<Written>) => void
}

/** The text in one language at a time, how to write it, and the measures that can be put in at the cursor. */
export function TextDesk({ written, shown, onShow, onWrite }: TextDeskProps) {
  const place = useRef<HTMLDivElement>(null)
  const catalogue = useRead('listMeasures')
  const field = shown === 'zh' ? 'textZh' : 'textEn'
  const insert = (words: string) => {
    const area = place.current?.querySelector('textarea')
    const at = area?.selectionStart ?? written[field].length
    onWrite({ [field]: written[field].slice(0, at) + words + written[field].slice(area?.selectionEnd ?? at) })
    area?.focus()
  }
  return (
    <section ref={place}>
      <PageTabs
        label={t('textIn')}
        tabs={[
          { key: 'zh', name: t('chinese') },
          { key: 'en', name: t('english') },
        ]}
        shown={shown}
        onOpen={(key) => onShow(key === 'en' ? 'en' : 'zh')}
      />
      <Input.TextArea
        aria-label={shown === 'zh' ? t('chinese') : t('english')}
        rows={26}
        maxLength={20_000}
        value={written[field]}
        onChange={(event) => onWrite({ [field]: event.target.value })}
      />
      <h2 className="section-title">{t('catalogue')}</h2>
      <div className="bulletin-measures">
        {catalogue.data?.items.map((measure) => (
          <Button
            key={measure.name}
            size="small"
            onClick={() =>
              insert(`{${measure.name}|${measure.counts === 'stock' ? 'today' : 'year-5..today'}}`)
            }
          >
            {measureName(measure)}
          </Button>
        ))}
      </div>
      <HowTo />
    </section>
  )
}

function HowTo() {
  const lines = [
    ['# …', t('howTitle')],
    ['## …', t('howHeading')],
    ['{members|today}', t('howFigure')],
    ['{members|today|organisation}', t('howTable')],
    ['{couples|2021..2025}', t('howPeriod')],
    ['{organisation} {date} {year-5}', t('howWords')],
  ] as const
  return (
    <>
      <h2 className="section-title">{t('howTo')}</h2>
      <dl className="bulletin-how">
        {lines.map(([code, words]) => (
          <div key={code} style={{ display: 'contents' }}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
